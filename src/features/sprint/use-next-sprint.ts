import { useState } from 'react'
import type { SprintPlan } from '../../domain/scrum/plan-sprint.ts'
import { proposeSprint } from '../../domain/scrum/propose-sprint.ts'
import { sprintsIn } from '../../domain/scrum/sprints.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'

export type NextSprint = Readonly<{
  name: string
  /** A planned sprint's id, or the plan of one that is made with the close. */
  target: string | SprintPlan
  isNew: boolean
}>

/** Where carried items go: the first planned sprint, or the one that would be proposed. */
export const useNextSprint = (): NextSprint => {
  const t = useT('sprint')
  const team = useTeam()
  const { records } = useWorkspace()
  const today = useToday()
  const planned = useReading(view => sprintsIn(view, team.home, 'planned')[0], [team.home])
  const [{ number, start, end }] = useState(() => proposeSprint(records, team, today))
  if (planned) return { name: planned.name, target: planned.id, isNew: false }
  const name = t('proposedName', { number })
  return { name, target: { name, start, end }, isNew: true }
}
