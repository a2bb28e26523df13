import { useEffect, useMemo, useState } from 'react'
import type { Backup, BackupState } from '../../workspace/backup-port.ts'
import { useDevice } from '../device-context.ts'
import { useWorkspace } from '../workspace-context.ts'

/** Days change and permissions end while a window stays open. */
const pace = 10 * 60_000

/** How backups stand: asked at first, after each one, when the window is looked at again, and now and then. Not after every edit. */
export const useBackupState = (): Readonly<{ backup: Backup; state: BackupState }> | undefined => {
  const device = useDevice()
  const workspace = useWorkspace()
  const backup = useMemo(() => device.backup(workspace), [device, workspace])
  const [state, setState] = useState<BackupState>()
  useEffect(() => {
    if (!backup) return undefined
    let isWanted = true
    const ask = () =>
      void backup.state().then(
        found => isWanted && setState(found),
        () => undefined,
      )
    ask()
    const stop = backup.onChange(ask)
    const timer = setInterval(ask, pace)
    document.addEventListener('visibilitychange', ask)
    return () => {
      isWanted = false
      stop()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [backup])
  return backup && state && { backup, state }
}
