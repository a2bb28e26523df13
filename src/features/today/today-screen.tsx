import { useContext, useState } from 'react'
import { urgencies, type Urgency } from '../../domain/today/today.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { FirstSteps } from '../../parts/first-steps/first-steps.tsx'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useOverTeams } from '../../parts/use-over-teams.ts'
import { useReadingOf } from '../../parts/use-reading.ts'
import { TeamContext } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { useSession, useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Watched } from '../../workspace/reading.ts'
import { TeamNews } from './team-news.tsx'
import { readTasks, type TaskReading } from './read-tasks.ts'
import { TaskRow } from './task-row.tsx'
import styles from './today.module.css'

/** What is mine over all teams, by when it wants to be looked at; and for who begins, the first steps. */
export default function TodayScreen() {
  const t = useT('today')
  const format = useFormat()
  const today = useToday()
  const { actor } = useWorkspace()
  const { over, isComplete, isCurrent } = useOverTeams()
  const hasNews = useSession(({ news }) => news.teams.size > 0)
  const tasks = useReadingOf(over, view => readTasks(view, { person: actor, today, now: Date.now() }), [actor, today])
  // That nothing waits is said by who has looked everywhere, and only then.
  const isWaiting = !isComplete || (tasks.length === 0 && !isCurrent)
  return (
    <ScreenFrame title={t('title')} context={format.dayLong(today)}>
      <div className={styles['column']}>
        {isWaiting ? (
          <Skeleton blocks={[20, 144, 20, 96]} />
        ) : (
          <>
            {tasks.length > 0 && <Tasks tasks={tasks} />}
            <TeamNews />
            <Below view={over} isBusy={tasks.length > 0 || hasNews} />
          </>
        )}
      </div>
    </ScreenFrame>
  )
}

type BelowProps = { readonly view: Watched; readonly isBusy: boolean }

/** For who begins, the first steps; for who has nothing to do or to read, that. Both come together, so that neither pushes the other down. */
function Below({ view, isBusy }: BelowProps) {
  const hasTeam = useContext(TeamContext) !== undefined
  const nothing = isBusy ? null : <Nothing />
  return hasTeam ? <FirstSteps view={view}>{nothing}</FirstSteps> : nothing
}

function Nothing() {
  const t = useT('today')
  const team = useContext(TeamContext)
  return (
    <EmptyState
      actions={
        <LinkButton variant="primary" href={team === undefined ? '#/' : `#${boardAddress(team)}`}>
          {t('toBoard')}
        </LinkButton>
      }
    >
      {t('empty')}
    </EmptyState>
  )
}

function Tasks({ tasks }: { readonly tasks: readonly TaskReading[] }) {
  return urgencies.map(urgency => {
    const own = tasks.filter(task => task.urgency === urgency)
    return own.length > 0 && <Group key={urgency} urgency={urgency} tasks={own} />
  })
}

const step = 50

function Group({ urgency, tasks }: { readonly urgency: Urgency; readonly tasks: readonly TaskReading[] }) {
  const t = useT('today')
  const [most, setMost] = useState(step)
  const rest = tasks.length - most
  return (
    <section aria-labelledby={`today-${urgency}`} className={styles['group']}>
      <h2 id={`today-${urgency}`} className={styles['groupTitle']} data-urgency={urgency}>
        {t(`groups.${urgency}`)}
        <span className={styles['count']}>{tasks.length}</span>
      </h2>
      <ul className={styles['rows']}>
        {tasks.slice(0, most).map(task => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setMost(most + step)}>{t('more', { count: Math.min(step, rest) })}</Button>}
    </section>
  )
}
