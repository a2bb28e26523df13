import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { useUndo } from '../../parts/use-undo.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toasts } from '../../ui/toasts.ts'
import { restoreArchive } from '../../workspace/archive.ts'
import type { SnapshotInfo } from '../../workspace/device.ts'
import type { Archive } from '../../workspace/exchange-port.ts'
import { useSnapshotPlan } from './use-snapshot-plan.ts'

type RestoreDialogProps = {
  readonly info: SnapshotInfo
  readonly onClose: () => void
  readonly onRestored: () => void
}

/** What going back to a snapshot would change; nothing is written before the person has seen it. */
export function RestoreDialog({ info, onClose, onRestored }: RestoreDialogProps) {
  const t = useT('copies')
  const format = useFormat()
  const plan = useSnapshotPlan(info)
  const restore = useRestore()
  const isEqual = plan.state === 'ready' && Object.values(plan.counts).every(count => count === 0)
  const canRestore = plan.state === 'ready' && !isEqual
  const goBack = async () => {
    if (plan.state !== 'ready') return
    const isRestored = await restore(plan.archive)
    onRestored()
    if (isRestored) onClose()
  }
  return (
    <Dialog
      title={t('restore.title', { when: format.dateTime(info.at) })}
      description={plan.state === 'ready' && !isEqual ? t('restore.text') : undefined}
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{t('restore.cancel')}</Button>
          {canRestore && (
            <Button variant="primary" onClick={() => void goBack()}>
              {t('restore.restore')}
            </Button>
          )}
        </>
      }
    >
      {plan.state === 'reading' && <p role="status">{t('restore.reading')}</p>}
      {plan.state === 'unreadable' && <p role="alert">{t('restore.unreadable')}</p>}
      {isEqual && <p role="status">{t('restore.equal')}</p>}
      {canRestore && (
        <ul>
          {(['added', 'changed', 'binned'] as const)
            .filter(what => plan.counts[what] > 0)
            .map(what => (
              <li key={what}>{t(`restore.${what}`, { count: plan.counts[what] })}</li>
            ))}
        </ul>
      )}
    </Dialog>
  )
}

/** Restores as new edits that one undo takes back; what was there before is kept as a snapshot of its own. Out: whether it was done. */
const useRestore = () => {
  const t = useT('copies')
  const device = useDevice()
  const workspace = useWorkspace()
  const textOf = useRefusalText()
  const { takeBack, undoLabel } = useUndo()
  return async (archive: Archive): Promise<boolean> => {
    await device.takeSnapshot(workspace, 'beforeRestore').catch(() => undefined)
    const result = await restoreArchive(workspace, archive, Date.now())
    if (!result.ok) toasts.show({ text: textOf(result.refusal) })
    else toasts.show({ text: t('restore.done'), action: { label: undoLabel, run: () => void takeBack(result.value) } })
    return result.ok
  }
}
