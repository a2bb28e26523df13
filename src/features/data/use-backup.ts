import { useCallback, useEffect, useMemo, useState } from 'react'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { Backup, BackupFile, BackupFinding, BackupState } from '../../workspace/backup-port.ts'
import type { Result } from '../../domain/kernel/result.ts'

/** What lies in the folder; undefined without one. */
export type Archives = Result<readonly BackupFile[], BackupFinding> | undefined

export type BackupView = Readonly<{ state: BackupState; archives: Archives }>

const read = async (backup: Backup): Promise<BackupView> => {
  const state = await backup.state()
  const archives = state.folder?.permission === 'granted' ? await backup.list() : undefined
  return { state, archives }
}

/** Backups outside the browser and how they stand; asked anew whenever something was saved, and on demand. */
export const useBackup = () => {
  const device = useDevice()
  const workspace = useWorkspace()
  const backup = useMemo(() => device.backup(workspace), [device, workspace])
  const [view, setView] = useState<BackupView>()
  const [isBlind, setBlind] = useState(backup === undefined)
  const refresh = useCallback(async () => {
    if (backup) setView(await read(backup))
  }, [backup])
  useEffect(() => {
    let isWanted = true
    // A database that is gone answers nothing; a file can be handed out all the same.
    const ask = () =>
      backup &&
      void read(backup).then(
        found => isWanted && setView(found),
        () => isWanted && setBlind(true),
      )
    ask()
    const stop = workspace.saving.state.subscribe((now, before) => {
      if (now.savedAt !== before.savedAt) ask()
    })
    const deafen = backup?.onChange(ask)
    return () => {
      isWanted = false
      stop()
      deafen?.()
    }
  }, [backup, workspace])
  return { backup, view, isBlind, refresh }
}
