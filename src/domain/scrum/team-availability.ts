import { create, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { person } from '../people/person.ts'
import { availability, type Availability } from './availability.ts'
import type { ScrumRefusal } from './refusal.ts'
import { sprint } from './sprint.ts'
import { isOver } from './sprints.ts'

/** When two people entered the same person while apart, the newer entry counts; the other one is never added to it. */
const newestByPerson = (view: View, id: string): ReadonlyMap<string, Availability> => {
  const newest = new Map<string, Availability>()
  for (const record of records(view, availability, 'sprint', id)) {
    if (record.person === null) continue
    const known = newest.get(record.person)
    if (!known || known.changedAt < record.changedAt) newest.set(record.person, record)
  }
  return newest
}

/** Days each person can give to a sprint, by person id; people nobody has entered are not in it. */
export const availableDays = (view: View, id: string): ReadonlyMap<string, number> =>
  new Map([...newestByPerson(view, id)].flatMap(([who, { days }]) => (days === null ? [] : [[who, days]])))

/** The team's sum in days; undefined when nobody has entered any. */
export const teamDays = (view: View, id: string): number | undefined => {
  const days = [...availableDays(view, id).values()]
  return days.length === 0 ? undefined : days.reduce((sum, each) => sum + each, 0)
}

/** What one person can give; half days are days too, null takes the entry away. */
export type DaysOfPerson = Readonly<{ person: string; days: number | null }>
export type SetAvailability = Readonly<{ sprint: string; entries: readonly DaysOfPerson[] }>

/**
 * Enters as one step how many days people can give to a sprint; who is left out stays as entered. Refuses a sprint that is gone or
 * over, a person who is gone, and days below zero or beyond 366; then nothing of it is entered.
 */
export const setAvailability = defineCommand(
  'setAvailability',
  (view, args: SetAvailability, context): Result<readonly Change[], ScrumRefusal> => {
    const target = live(view, sprint, args.sprint)
    if (!target) return refuse({ because: 'sprintIsGone' })
    if (isOver(target.state)) return refuse({ because: 'sprintIsOver', state: target.state })
    if (args.entries.some(entry => !live(view, person, entry.person))) return refuse({ because: 'personIsGone' })
    if (args.entries.some(({ days }) => days !== null && !(days >= 0 && days <= 366)))
      return refuse({ because: 'numberIsUnfit' })
    const newest = newestByPerson(view, target.id)
    return ok(
      args.entries.flatMap(({ person: who, days }) => {
        const known = newest.get(who)
        if (known) return edit(availability, known, { days })
        if (days === null) return []
        const at = { document: target.document, id: context.newId() }
        return create(availability, at, { sprint: target.id, person: who, days }, context)
      }),
    )
  },
)
