import { isOver, sprintsOf } from '../../domain/scrum/sprints.ts'
import { unitFor, velocity, type Unit } from '../../domain/metrics/velocity.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import type { Format } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT, type Translate } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { pastSprintAddress } from './sprint-tabs.ts'
import styles from './sprint.module.css'
import { VelocityChart } from './velocity-chart.tsx'

const figuresOf = (unit: Unit, { plannedPoints, plannedItems, donePoints, doneItems }: Sprint) =>
  unit === 'points' ? { planned: plannedPoints, done: donePoints } : { planned: plannedItems, done: doneItems }

type Saying = {
  readonly t: Translate<'sprint'>
  readonly words: Translate<'work'>
  readonly format: Format
  readonly team: string
  readonly unit: Unit
}

const columnsOf = ({ t, words, format, team, unit }: Saying): readonly TableColumn<Sprint>[] => {
  const number = (value: number | null) => (value === null ? '' : format.number(value))
  return [
    {
      id: 'name',
      head: t('columns.name'),
      unbroken: true,
      rowHead: true,
      cell: ({ id, name }) => <a href={`#${pastSprintAddress(team, id)}`}>{name}</a>,
    },
    {
      id: 'days',
      head: t('columns.days'),
      unbroken: true,
      cell: ({ start, end }) => (start !== null && end !== null ? format.range(start, end) : ''),
    },
    {
      id: 'planned',
      head: t('columns.planned', { unit: t(`unit.${unit}`) }),
      numeric: true,
      cell: record => number(figuresOf(unit, record).planned),
    },
    {
      id: 'done',
      head: t('columns.done', { unit: t(`unit.${unit}`) }),
      numeric: true,
      cell: record => number(figuresOf(unit, record).done),
    },
    {
      id: 'goal',
      head: t('columns.goal'),
      unbroken: true,
      cell: ({ state, goalOutcome }) =>
        state === 'cancelled' ? words('sprintStates.cancelled') : words(`goalOutcomes.${goalOutcome}`),
    },
  ]
}

/** The sprints that are over, the newest first, and what the team managed in them. */
export function PastTab() {
  const t = useT('sprint')
  const words = useT('work')
  const format = useFormat()
  const team = useTeam()
  const sprints = useReading(
    view =>
      sprintsOf(view, team.home)
        .filter(({ state }) => isOver(state))
        .toSorted((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0)),
    [team.home],
  )
  const results = useReading(view => velocity(view, team.home), [team.home])
  const unit = unitFor(results, [])
  if (sprints.length === 0) return <EmptyState>{t('nothingPast')}</EmptyState>
  const columns = columnsOf({ t, words, format, team: team.id, unit })
  return (
    <div className={styles['past']}>
      {results.length > 0 && <VelocityChart results={results} unit={unit} />}
      <Table caption={t('past')} columns={columns} rows={sprints} rowId={({ id }) => id} />
    </div>
  )
}
