import { useCallback } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { announce } from '../ui/announcements.ts'
import { archiveOf } from '../workspace/archive.ts'
import { download } from './download.ts'
import { useExchange } from './exchange-context.ts'
import { useWorkspace } from './workspace-context.ts'

/** Hands out everything as a file, what is in memory and could not be saved included. */
export const useSaveFile = (): (() => Promise<void>) => {
  const t = useT('data')
  const format = useFormat()
  const workspace = useWorkspace()
  const exchange = useExchange()
  return useCallback(async () => {
    const text = await exchange.printArchive(await archiveOf(workspace))
    download(text, `${t('fileName')}-${format.today()}.json`, 'application/json')
    announce(t('fileSaved'))
  }, [exchange, workspace, t, format])
}
