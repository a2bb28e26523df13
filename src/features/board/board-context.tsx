import { daysBetween } from '../../i18n/format.ts'
import { useT } from '../../i18n/use-t.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'

type BoardContextProps = { readonly sprint: Sprint | undefined; readonly count: number }

/** One line: the sprint and the days left, or how many cards there are. */
export function BoardContext({ sprint, count }: BoardContextProps) {
  const t = useT('board')
  const team = useTeam()
  const today = useToday()
  if (!sprint) return <>{t('contextCards', { team: team.name, count })}</>
  const days = sprint.end === null ? undefined : daysBetween(today, sprint.end)
  if (days === undefined) return <>{t('contextSprint', { team: team.name, sprint: sprint.name })}</>
  return (
    <>
      {days < 0
        ? t('contextOver', { team: team.name, sprint: sprint.name, days: -days })
        : t('contextDays', { team: team.name, sprint: sprint.name, days })}
    </>
  )
}
