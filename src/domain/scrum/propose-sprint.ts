import { addDays, weekday } from '../calendar/day.ts'
import { workingDayFrom, workingDayUntil } from '../calendar/working-days.ts'
import type { Day } from '../kernel/day.ts'
import type { View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { sprintsOf } from './sprints.ts'

/** Calendar days of a sprint when the team has not said otherwise. */
export const usualSprintDays = 14

export type SprintProposal = Readonly<{ number: number; start: Day; end: Day }>

/**
 * Number and days for the next sprint. In: today. It starts on the first working day after the last sprint's end, but not in the
 * past; a team's first one next Monday, or today if that is one. It ends on the last working day of the team's sprint length. The
 * number follows the one in the newest sprint's name, or else the count of sprints.
 */
export const proposeSprint = (view: View, team: Team, today: Day): SprintProposal => {
  const sprints = sprintsOf(view, documentOfTeam(team))
  const ends = sprints.flatMap(({ state, end }) => (end === null || state === 'cancelled' ? [] : [end]))
  const lastEnd = ends.sort().at(-1)
  const monday = addDays(today, (8 - weekday(today)) % 7)
  const earliest = lastEnd === undefined ? monday : addDays(lastEnd, 1)
  const start = workingDayFrom(earliest < today ? today : earliest)
  const length = team.sprintDays ?? usualSprintDays
  const end = workingDayUntil(addDays(start, length - 1))
  return { number: numberAfter(sprints.map(({ name }) => name)), start, end }
}

/** Up to three digits at the end of a name count sprints; four are a year. */
const numberAfter = (names: readonly string[]): number => {
  const counted = /(?:^|\D)(\d{1,3})$/.exec(names.at(-1) ?? '')?.[1]
  return 1 + (counted === undefined ? names.length : Number(counted))
}
