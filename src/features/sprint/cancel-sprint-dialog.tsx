import { cancelSprint } from '../../domain/scrum/close-sprint.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { doneItemsOfSprint, openItemsOfSprint } from '../../domain/scrum/sprints.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusPlace } from '../../ui/focus.ts'
import styles from './closing.module.css'

type CancelSprintDialogProps = { readonly sprint: Sprint; readonly onClose: () => void }

/** Breaking off says beforehand what becomes of the cards. */
export function CancelSprintDialog({ sprint, onClose }: CancelSprintDialogProps) {
  const t = useT('sprint')
  const run = useCommand()
  const open = useReading(view => openItemsOfSprint(view, sprint.id).length, [sprint.id])
  const done = useReading(view => doneItemsOfSprint(view, sprint.id).length, [sprint.id])
  const cancel = async () => {
    onClose()
    await run(cancelSprint, { sprint: sprint.id }, { done: t('cancel.done', { name: sprint.name }) })
    // The button that opened this has gone with the sprint.
    setTimeout(focusPlace)
  }
  return (
    <Dialog
      title={t('cancel.title', { name: sprint.name })}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel.keep')}</Button>
          <Button variant="danger" onClick={() => void cancel()}>
            {t('cancel.confirm')}
          </Button>
        </>
      }
    >
      <ul className={styles['consequences']}>
        <li>{t('cancel.openItems', { count: open })}</li>
        <li>{t('cancel.doneItems', { count: done })}</li>
        <li>{t('cancel.figures')}</li>
      </ul>
    </Dialog>
  )
}
