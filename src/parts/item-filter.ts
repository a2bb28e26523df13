import { openImpedimentsOfItem } from '../domain/impediments/open-impediments.ts'
import { live, type View } from '../domain/kernel/view.ts'
import { item, type Item } from '../domain/work/item.ts'
import { isOverdue } from '../domain/work/progress.ts'
import { isSameAnswer } from '../workspace/reading.ts'
import { withValues } from './place-query.ts'
import { narrowsSearch, titleSearch } from './title-search.ts'

/** Which cards a place shows; nothing set shows everything. */
export type ItemFilter = Readonly<{
  text: string
  mine: boolean
  blocked: boolean
  overdue: boolean
  /** Changed by others since the last visit. */
  changed: boolean
  label: string | undefined
  person: string | undefined
  epic: string | undefined
}>

export const noFilter: ItemFilter = {
  text: '',
  mine: false,
  blocked: false,
  overdue: false,
  changed: false,
  label: undefined,
  person: undefined,
  epic: undefined,
}

/** A filter as it stands in an address. What is not understood there is passed over. */
const parse = (query: string): ItemFilter => {
  const params = new URLSearchParams(query)
  const value = (name: string) => params.get(name) || undefined
  return {
    text: value('q') ?? '',
    mine: params.has('mine'),
    blocked: params.has('blocked'),
    overdue: params.has('overdue'),
    changed: params.has('changed'),
    label: value('label'),
    person: value('person'),
    epic: value('epic'),
  }
}

let last = { query: '', filter: noFilter }

/** The filter of a query; the same object for the same query, so that it can be an input of readings. */
export const filterIn = (query: string): ItemFilter => {
  if (last.query !== query) last = { query, filter: parse(query) }
  return last.filter
}

/** A query with another filter; what else stands in it stays. */
export const withFilter = (query: string, { text, label, person, epic, ...chips }: ItemFilter): string =>
  withValues(query, {
    q: text,
    ...Object.fromEntries(Object.entries(chips).map(([name, isOn]) => [name, isOn ? '1' : ''])),
    label,
    person,
    epic,
  })

/** How many conditions are set, as the empty state says them. */
export const countOf = ({ text, ...rest }: ItemFilter): number =>
  [text.trim() !== '', ...Object.values(rest)].filter(Boolean).length

/** Whether `next` shows nothing that `last` did not: only its text has changed, and that by growing. */
export const isNarrower = (before: ItemFilter, next: ItemFilter): boolean => {
  const { text, ...rest } = next
  return isSameAnswer({ ...rest, text: before.text }, before) && narrowsSearch(before.text, text)
}

/** Parts of an epic's stories belong to the epic, too. */
const isPartOf = (view: View, { parent }: Item, epic: string): boolean =>
  parent === epic || live(view, item, parent)?.parent === epic

/** Who looks, on which day, and which cards others have changed since this person looked last. */
export type Looking = Readonly<{ actor: string; today: string; changed: ReadonlySet<string> }>

/** In: the filter, and who looks. Out: whether a card is shown. */
export const filterOf = (view: View, filter: ItemFilter, { actor, today, changed }: Looking) => {
  const isFound = titleSearch(filter.text)
  return (id: string): boolean => {
    const record = view.get(item, id)
    if (!record) return false
    return (
      isFound(record) &&
      (!filter.changed || changed.has(id)) &&
      (!filter.mine || record.people.includes(actor)) &&
      (filter.person === undefined || record.people.includes(filter.person)) &&
      (filter.label === undefined || record.labels.includes(filter.label)) &&
      (filter.epic === undefined || isPartOf(view, record, filter.epic)) &&
      (!filter.overdue || isOverdue(view, record, today)) &&
      (!filter.blocked || openImpedimentsOfItem(view, id).length > 0)
    )
  }
}
