import { editSprint } from '../../domain/scrum/plan-sprint.ts'
import { longestGoal, type Sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { Target } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import styles from './board.module.css'

/** The sprint goal as one line under the title; a click edits it. */
export function SprintGoal({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('board')
  const save = useFieldCommand()
  return (
    <div className={styles['goal']}>
      <Target aria-hidden size={16} strokeWidth={1.75} />
      <InlineEdit
        label={t('goal')}
        value={sprint.goal}
        placeholder={t('goalMissing')}
        maxLength={longestGoal}
        onSave={goal => save(editSprint, { sprint: sprint.id, goal })}
      />
    </div>
  )
}
