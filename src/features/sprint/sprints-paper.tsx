import { useMemo, type ReactNode } from 'react'
import { sprintLoad } from '../../domain/metrics/velocity.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { teamDays } from '../../domain/scrum/team-availability.ts'
import { isOver } from '../../domain/scrum/sprints.ts'
import { item } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { ItemPaper } from '../../parts/paper/item-paper.tsx'
import { usePaperItems } from '../../parts/paper/use-paper-items.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useReading } from '../../parts/use-reading.ts'
import { BurndownChart } from './burndown-chart.tsx'
import { readSprintItems } from './read-sprint-items.ts'
import styles from './sprint-paper.module.css'

type SprintsPaperProps = {
  readonly sprints: readonly Sprint[]
  /** The place that is printed. */
  readonly place: string
  readonly choices?: ReactNode
}

/** Sprints on paper: of each its goal and what became of it, its days, its figures, its cards by column. */
export function SprintsPaper({ sprints, place, choices }: SprintsPaperProps) {
  const t = useT('sprint')
  const format = useFormat()
  const groups = useQuietReading(item, view => sprints.map(sprint => readSprintItems(view, sprint)), [sprints])
  const ids = useMemo(() => groups.flatMap(columns => columns.flatMap(({ items }) => items)), [groups])
  const cards = usePaperItems(ids)
  const byId = useMemo(() => new Map(cards.map(card => [card.id, card])), [cards])
  const late = useMemo(() => new Set(groups.flat().flatMap(group => group.late)), [groups])
  const daysOf = useDays()
  const isAlone = sprints.length === 1
  return (
    <ItemPaper
      title={sprints.length === 0 ? t('title') : format.list(sprints.map(({ name }) => name))}
      place={place}
      lines={isAlone ? sprints.map(daysOf) : []}
      sections={sprints.map((sprint, at) => ({
        id: sprint.id,
        ...(isAlone ? {} : { title: sprint.name }),
        above: (
          <>
            {!isAlone && <p>{daysOf(sprint)}</p>}
            <Goal sprint={sprint} />
            <Figures sprint={sprint} />
            {sprint.state !== 'planned' && <BurndownChart sprint={sprint} />}
          </>
        ),
        groups: (groups[at] ?? []).map(({ id, name: column, items }) => ({
          id: id ?? '',
          title: column ?? t('backlog'),
          cards: items.flatMap(one => byId.get(one) ?? []),
        })),
      }))}
      choices={choices}
      remark={card => (late.has(card.id) ? t('late') : undefined)}
    />
  )
}

/** "16. bis 27. Nov. · läuft" */
const useDays = () => {
  const format = useFormat()
  const words = useT('work')
  return ({ start, end, state }: Sprint): string => {
    const days = start !== null && end !== null ? format.range(start, end) : ''
    return [days, words(`sprintStates.${state}`)].filter(part => part !== '').join(' · ')
  }
}

function Goal({ sprint: { goal, goalOutcome, state } }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const words = useT('work')
  if (goal === '' && !isOver(state)) return null
  const outcome = words(`goalOutcomes.${goalOutcome}`)
  return (
    <section className={styles['goal']}>
      <h3>{state === 'closed' ? t('goalWithOutcome', { outcome }) : t('goal')}</h3>
      {goal !== '' && <p className={styles['goalText']}>{goal}</p>}
    </section>
  )
}

/** What was planned and done, and how many days the team has: sums of the team, of nobody alone. */
function Figures({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const format = useFormat()
  const { unit, planned, mean } = useReading(view => sprintLoad(view, sprint), [sprint])
  const days = useReading(view => teamDays(view, sprint.id), [sprint.id])
  const amount = (value: number) => t(`amount.${unit}`, { value: format.number(value), count: value })
  const { plannedPoints, plannedItems, donePoints, doneItems } = sprint
  const fixed = unit === 'points' ? plannedPoints : plannedItems
  const done = unit === 'points' ? donePoints : doneItems
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('velocity.planned'), amount(fixed ?? planned)],
    [t('velocity.done'), done === null ? undefined : amount(done)],
    [t('velocity.mean'), mean === undefined || isOver(sprint.state) ? undefined : amount(mean)],
    [t('capacity.title'), days === undefined ? undefined : format.number(days)],
  ]
  return (
    <dl className={styles['figures']}>
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
