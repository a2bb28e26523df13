import type { ColumnChoice, ImportChoices } from '../../domain/intake/choices.ts'
import { finishedColumn, type ImportPlan, type PlanColumn } from '../../domain/intake/plan.ts'
import { categories, column, type Category } from '../../domain/kanban/column.ts'
import { boardColumns } from '../../domain/kanban/home.ts'
import { useT } from '../../i18n/use-t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './files.module.css'
import type { Target } from './use-target.ts'

type ColumnChoicesProps = {
  readonly target: Target
  readonly plan: ImportPlan
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

const valueOf = (choice: ColumnChoice | undefined): string => {
  if (choice === undefined) return 'backlog'
  if (choice.to === 'column') return `column:${choice.column}`
  return choice.to === 'new' ? `new:${choice.category}` : choice.to
}

const choiceOf = (value: string, name: string): ColumnChoice => {
  const [to = '', rest = ''] = value.split(/:(.*)/s)
  if (to === 'column') return { to, column: rest }
  if (to === 'new') return { to, name, category: categories.find(one => one === rest) ?? ('open' satisfies Category) }
  return { to: to === 'nowhere' ? 'nowhere' : 'backlog' }
}

/** Where the cards of each list go. */
export function ColumnChoices({ target, plan, choices, onChange }: ColumnChoicesProps) {
  const t = useT('files')
  const { view, team } = target
  const counts = new Map<string, number>()
  for (const { column } of plan.items) if (column !== null) counts.set(column, (counts.get(column) ?? 0) + 1)
  const lists = plan.columns.filter(({ source }) => counts.has(source))
  const hasArchived = plan.items.some(({ isArchived }) => isArchived) || lists.some(({ isArchived }) => isArchived)
  if (lists.length === 0) return null
  const existing = boardColumns(view, team).map(id => ({
    value: `column:${id}`,
    text: view.get(column, id)?.name ?? '',
  }))
  const created = ({ source, name }: PlanColumn) =>
    source === finishedColumn
      ? []
      : categories.map(category => ({
          value: `new:${category}`,
          text: t('columnsTo.new', { name, category: t(`categories.${category}`) }),
        }))
  const labelOf = ({ source, name }: PlanColumn) => (source === finishedColumn ? t('columnsTo.finished') : name)
  const choose = (list: PlanColumn, value: string) =>
    onChange({ ...choices, columns: new Map(choices.columns).set(list.source, choiceOf(value, list.name)) })
  return (
    <section className={styles['section']} aria-labelledby="files-columns">
      <h2 id="files-columns">{t('columnsTo.title')}</h2>
      <div className={styles['mapping']}>
        {lists.map(list => (
          <Select
            key={list.source}
            label={labelOf(list)}
            hint={t(list.isArchived ? 'columnsTo.archivedCards' : 'columnsTo.cards', {
              count: counts.get(list.source) ?? 0,
            })}
            value={valueOf(choices.columns.get(list.source))}
            options={[
              ...existing,
              ...created(list),
              { value: 'backlog', text: t('columnsTo.backlog') },
              { value: 'nowhere', text: t('columnsTo.nowhere') },
            ]}
            onChange={value => choose(list, value)}
          />
        ))}
      </div>
      {hasArchived && (
        <Checkbox
          label={t('columnsTo.archived')}
          hint={t('columnsTo.archivedHint')}
          checked={choices.archived === 'bin'}
          onChange={isWanted => onChange({ ...choices, archived: isWanted ? 'bin' : 'leaveOut' })}
        />
      )}
    </section>
  )
}
