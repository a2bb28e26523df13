import { useCallback, useContext } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { announce } from '../ui/announcements.ts'
import { archiveOf } from '../workspace/archive.ts'
import { DeviceContext } from './device-context.ts'
import { download } from './download.ts'
import { useExchange } from './exchange-context.ts'
import { useWorkspace } from './workspace-context.ts'

/** Hands out everything as a file, what is in memory and could not be saved included. */
export const useSaveFile = (): (() => Promise<void>) => {
  const t = useT('data')
  const format = useFormat()
  const workspace = useWorkspace()
  const exchange = useExchange()
  const device = useContext(DeviceContext)
  return useCallback(async () => {
    const { file } = await exchange.packArchive(await archiveOf(workspace))
    const name = `${t('fileName')}-${format.today()}.json`
    download(file, name, 'application/json')
    await device?.backup(workspace)?.noteDownload(file.size, name, false)
    announce(t('fileSaved'))
  }, [exchange, workspace, device, t, format])
}
