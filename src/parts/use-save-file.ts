import { useCallback } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { announce } from '../ui/announcements.ts'
import { archiveOf } from '../workspace/archive.ts'
import { useExchange } from './exchange-context.ts'
import { useWorkspace } from './workspace-context.ts'

/** Long enough for the browser to have read the address; then the memory is given back. */
const keptFor = 60_000

/** Hands out everything as a file, what is in memory and could not be saved included. */
export const useSaveFile = (): (() => Promise<void>) => {
  const t = useT('data')
  const format = useFormat()
  const workspace = useWorkspace()
  const exchange = useExchange()
  return useCallback(async () => {
    const text = await exchange.printArchive(await archiveOf(workspace))
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${t('fileName')}-${format.today()}.json`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), keptFor)
    announce(t('fileSaved'))
  }, [exchange, workspace, t, format])
}
