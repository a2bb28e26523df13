import { daysBetween } from '../calendar/day.ts'
import { officeDay } from '../calendar/office-day.ts'
import type { Day } from '../kernel/day.ts'
import type { DocumentName } from '../kernel/record.ts'
import { records, type View } from '../kernel/view.ts'
import { impediment, isOver, parties, severities, type Impediment, type Party } from './impediment.ts'

/** All impediments that mention an item, those that are over among them, the oldest first. */
export const impedimentsOfItem = (view: View, item: string): readonly Impediment[] =>
  records(view, impediment, 'item', item).toSorted((one, other) => one.createdAt - other.createdAt)

/** What holds an item up now. */
export const openImpedimentsOfItem = (view: View, item: string): readonly Impediment[] =>
  impedimentsOfItem(view, item).filter(({ state }) => !isOver(state))

export type PartyGroup = Readonly<{ party: Party; impediments: readonly Impediment[] }>

/**
 * Open impediments by whose turn it is, in the order of the ladder; within a group the most severe first, then the oldest. Parties
 * without any are left out.
 */
export const impedimentsByParty = (view: View, document: DocumentName): readonly PartyGroup[] => {
  const sorted = records(view, impediment, 'open', document).toSorted(
    (one, other) =>
      severities.indexOf(other.severity) - severities.indexOf(one.severity) || one.createdAt - other.createdAt,
  )
  return parties
    .map(party => ({ party, impediments: sorted.filter(record => record.party === party) }))
    .filter(({ impediments }) => impediments.length > 0)
}

/** What is over, the latest first. */
export const impedimentsOver = (view: View, document: DocumentName): readonly Impediment[] =>
  records(view, impediment, 'over', document).toSorted((one, other) => (other.overAt ?? 0) - (one.overAt ?? 0))

/** For how many calendar days (Europe/Berlin) it has held, or had held, the team up: 0 on its first day. Now in milliseconds UTC. */
export const ageInDays = ({ createdAt, overAt, state }: Impediment, now: number): number =>
  Math.max(0, daysBetween(officeDay(createdAt), officeDay((isOver(state) ? overAt : null) ?? now)))

/** Whether the day of its next step has passed. */
export const isStepOverdue = ({ dueAt, state }: Impediment, today: Day): boolean =>
  !isOver(state) && dueAt !== null && dueAt < today
