import { deleteSprint } from '../../domain/scrum/delete-sprint.ts'
import { editSprint } from '../../domain/scrum/plan-sprint.ts'
import { longestGoal, longestSprintName, type Sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { focusPlace } from '../../ui/focus.ts'
import { ListPlus, Trash2 } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { Capacity } from './capacity.tsx'
import { LoadBar } from './load-bar.tsx'
import { SprintDays } from './sprint-days.tsx'
import styles from './planning.module.css'

type PlanningHeadProps = {
  readonly sprint: Sprint
  readonly planned: readonly Sprint[]
  readonly onChoose: (id: string) => void
  readonly onMake: () => void
}

/** Goal as a question, days, capacity, and how the plan compares with what the team managed so far. */
export function PlanningHead({ sprint, planned, onChoose, onMake }: PlanningHeadProps) {
  const t = useT('sprint')
  const run = useCommand()
  const save = useFieldCommand()
  const remove = () => {
    void run(deleteSprint, { sprint: sprint.id }, { done: t('deleted', { name: sprint.name }) })
    setTimeout(focusPlace)
  }
  const others = planned.map(({ id, name }) => ({
    id,
    text: name,
    checked: id === sprint.id,
    onSelect: () => onChoose(id),
  }))
  return (
    <header className={styles['head']}>
      <div className={styles['line']}>
        <InlineEdit
          label={t('name')}
          value={sprint.name}
          maxLength={longestSprintName}
          required
          className={styles['name']}
          onSave={name => save(editSprint, { sprint: sprint.id, name })}
        />
        <SprintDays sprint={sprint} />
        <Capacity sprint={sprint} />
        <MenuButton
          className={styles['planMenu']}
          label={t('planMenu')}
          placement="bottom-end"
          entries={[
            ...(planned.length > 1 ? [...others, { kind: 'line' as const, id: 'line' }] : []),
            { id: 'new', text: t('another'), icon: ListPlus, onSelect: onMake },
            { id: 'delete', text: t('delete'), icon: Trash2, danger: true, onSelect: remove },
          ]}
        />
      </div>
      <div className={styles['goal']} data-goal={sprint.goal === '' ? 'open' : 'set'}>
        <span aria-hidden className={styles['question']}>
          {t('goalQuestion')}
        </span>
        <InlineEdit
          label={t('goal')}
          value={sprint.goal}
          placeholder={t('addGoal')}
          maxLength={longestGoal}
          onSave={goal => save(editSprint, { sprint: sprint.id, goal })}
        />
      </div>
      <LoadBar sprint={sprint} />
    </header>
  )
}
