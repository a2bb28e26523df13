import { useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useRestoreApart } from '../../parts/restoring/use-restore-apart.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { useUndo } from '../../parts/use-undo.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { toasts } from '../../ui/toasts.ts'
import type { Archive } from '../../workspace/exchange-port.ts'
import { restoreArchive } from '../../workspace/restore-archive.ts'

/** Restores here as new edits that one undo takes back, what was there before kept as a snapshot of its own; or apart, as another workspace. */
export const useRestoring = () => {
  const t = useT('copies')
  const device = useDevice()
  const workspace = useWorkspace()
  const textOf = useRefusalText()
  const { takeBack, undoLabel } = useUndo()
  const restoreApart = useRestoreApart()
  const [, navigate] = useLocation()
  const [isBusy, setBusy] = useState(false)

  const here = async (archive: Archive): Promise<boolean> => {
    await device.takeSnapshot(workspace, 'beforeRestore').catch(() => undefined)
    const result = await restoreArchive(workspace, archive, Date.now())
    if (!result.ok) toasts.show({ text: textOf(result.refusal) })
    else toasts.show({ text: t('restore.done'), action: { label: undoLabel, run: () => void takeBack(result.value) } })
    return result.ok
  }
  const apart = async (archive: Archive): Promise<boolean> => {
    const made = await restoreApart(archive)
    if (!made) return false
    if (made.result.ok) navigate('/')
    else toasts.show({ text: textOf(made.result.refusal) })
    return made.result.ok
  }
  /** Out: whether it was done. */
  const restore = async (archive: Archive, isApart: boolean): Promise<boolean> => {
    if (isBusy) return false
    setBusy(true)
    return (isApart ? apart : here)(archive).finally(() => setBusy(false))
  }
  return { restore, isBusy }
}
