import { edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import type { PeopleRefusal } from './refusal.ts'
import { developerBounds, team } from './team.ts'

/** Settings left out stay as they are; null goes back to what holds when nobody has said otherwise. */
export type AdjustTeam = {
  readonly team: string
  /** Length of a sprint in days. */
  readonly sprintDays?: number | null
  readonly leastDevelopers?: number | null
  readonly mostDevelopers?: number | null
  /** The team does not want to be told about missing or doubled roles. */
  readonly rolesUnchecked?: boolean
}

const isCount = (value: number | null | undefined, least: number): boolean =>
  value == null || (Number.isInteger(value) && value >= least)

/**
 * Changes a team's settings. Refuses numbers that are not whole, sprints of less than a day, and bounds of the team's size whose
 * lower one is above the upper one.
 */
export const adjustTeam = defineCommand(
  'adjustTeam',
  (view, { team: id, ...settings }: AdjustTeam): Result<readonly Change[], PeopleRefusal> => {
    const record = live(view, team, id)
    if (!record) return refuse({ because: 'teamIsGone' })
    const isFit =
      isCount(settings.sprintDays, 1) && isCount(settings.leastDevelopers, 0) && isCount(settings.mostDevelopers, 0)
    if (!isFit) return refuse({ because: 'numberIsUnfit' })
    const { least, most } = developerBounds({ ...record, ...settings })
    return least > most ? refuse({ because: 'boundsAreSwapped' }) : ok(edit(team, record, settings))
  },
)
