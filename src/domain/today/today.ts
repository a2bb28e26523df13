import { addDays } from '../calendar/day.ts'
import { impediment } from '../impediments/impediment.ts'
import type { Day } from '../kernel/day.ts'
import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, team, type Team } from '../people/team.ts'
import { hasList } from '../work/add-checks.ts'
import { check } from '../work/check.ts'
import { item, personKey, type Item } from '../work/item.ts'
import { categoryOf } from '../work/whereabouts.ts'

/** When something wants to be looked at: its day has passed, is today, comes within a week; it is being done; or it waits. */
export const urgencies = ['late', 'today', 'soon', 'doing', 'waiting'] as const
export type Urgency = (typeof urgencies)[number]

/** One thing that is a person's: a card, a point of a list (with its card), or an impediment they look after. */
export type Task = Readonly<{
  type: 'item' | 'check' | 'impediment'
  id: string
  team: string
  /** The card; of a point the one it stands on, of an impediment none. */
  item: string | undefined
  due: Day | null
  urgency: Urgency
}>

const daysAhead = 7

const urgencyOf = (due: Day | null, today: Day, isBegun: boolean): Urgency => {
  if (due !== null && due < today) return 'late'
  if (due === today) return 'today'
  if (due !== null && due <= addDays(today, daysAhead)) return 'soon'
  return isBegun ? 'doing' : 'waiting'
}

type Asked = { readonly team: Team; readonly person: string; readonly today: Day }

const openItem = (view: View, id: string | null): Item | undefined => {
  const record = live(view, item, id)
  return record && !record.dropped && categoryOf(view, record) !== 'done' ? record : undefined
}

const cards = (view: View, { team: ofTeam, person, today }: Asked): readonly Task[] =>
  view.ids(item, 'person', personKey(documentOfTeam(ofTeam), person)).flatMap((id): readonly Task[] => {
    const record = openItem(view, id)
    if (!record) return []
    const urgency = urgencyOf(record.due, today, categoryOf(view, record) === 'doing')
    return [{ type: 'item', id, team: ofTeam.id, item: id, due: record.due, urgency }]
  })

const checks = (view: View, { team: ofTeam, person, today }: Asked): readonly Task[] =>
  records(view, check, 'person', personKey(documentOfTeam(ofTeam), person)).flatMap((record): readonly Task[] => {
    const owner = openItem(view, record.item)
    if (!owner || !hasList(view, owner.id, record.list)) return []
    const { id, due } = record
    return [{ type: 'check', id, team: ofTeam.id, item: owner.id, due, urgency: urgencyOf(due, today, false) }]
  })

const impediments = (view: View, { team: ofTeam, person, today }: Asked): readonly Task[] =>
  records(view, impediment, 'open', documentOfTeam(ofTeam))
    .filter(({ owner }) => owner === person)
    .map(({ id, dueAt: due }) => {
      return { type: 'impediment', id, team: ofTeam.id, item: undefined, due, urgency: urgencyOf(due, today, true) }
    })

/**
 * What is a person's over all teams: open cards they stand on, points of lists given to them, impediments they look after. In: a view
 * that holds the records of all teams, the person, today as `YYYY-MM-DD` where they are. Out: the most urgent first, within that by
 * day, then in the order of the teams' names.
 */
export const tasksOf = (view: View, person: string, today: Day): readonly Task[] =>
  records(view, team, 'all', 'all')
    .flatMap(ofTeam => [cards, checks, impediments].flatMap(read => read(view, { team: ofTeam, person, today })))
    .toSorted(
      (one, other) =>
        urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
        (one.due ?? '9').localeCompare(other.due ?? '9'),
    )
