import { useCallback } from 'react'
import { createStore, useStore } from 'zustand'
import type { View } from '../../domain/kernel/view.ts'
import { openImpedimentsOfItem } from '../../domain/impediments/open-impediments.ts'
import { item } from '../../domain/work/item.ts'
import { isOverdue } from '../../domain/work/progress.ts'
import { narrowsSearch, titleSearch } from '../../parts/title-search.ts'
import { isSameAnswer } from '../../workspace/reading.ts'

/** What the board shows; nothing set shows everything. */
export type BoardFilter = Readonly<{
  text: string
  mine: boolean
  blocked: boolean
  overdue: boolean
  label: string | undefined
  person: string | undefined
  epic: string | undefined
}>

export const noFilter: BoardFilter = {
  text: '',
  mine: false,
  blocked: false,
  overdue: false,
  label: undefined,
  person: undefined,
  epic: undefined,
}

// The filter of a team stays while its person looks at another place.
const filters = createStore<{ readonly [team: string]: BoardFilter }>(() => ({}))

export const teamFilter = (team: string): BoardFilter => filters.getState()[team] ?? noFilter

export const onFilterChange = (listener: () => void): (() => void) => filters.subscribe(listener)

export const useBoardFilter = (team: string) => {
  const filter = useStore(filters, state => state[team] ?? noFilter)
  const change = useCallback(
    (part: Partial<BoardFilter>): void =>
      filters.setState(state => ({ [team]: { ...(state[team] ?? noFilter), ...part } })),
    [team],
  )
  const clear = useCallback(() => filters.setState({ [team]: noFilter }), [team])
  return { filter, change, clear }
}

/** How many conditions are set, as the empty state says them. */
export const countOf = ({ text, mine, blocked, overdue, label, person, epic }: BoardFilter): number =>
  [text.trim() !== '', mine, blocked, overdue, label, person, epic].filter(Boolean).length

/** Whether `next` shows nothing that `last` did not: only its text has changed, and that by growing. */
export const isNarrower = (last: BoardFilter, next: BoardFilter): boolean => {
  const { text, ...rest } = next
  return isSameAnswer({ ...rest, text: last.text }, last) && narrowsSearch(last.text, text)
}

/** In: the filter, who looks, today. Out: whether a card is shown. */
export const filterOf = (view: View, filter: BoardFilter, actor: string, today: string) => {
  const isFound = titleSearch(filter.text)
  return (id: string): boolean => {
    const record = view.get(item, id)
    if (!record) return false
    return (
      isFound(record) &&
      (!filter.mine || record.people.includes(actor)) &&
      (filter.person === undefined || record.people.includes(filter.person)) &&
      (filter.label === undefined || record.labels.includes(filter.label)) &&
      (filter.epic === undefined || record.parent === filter.epic) &&
      (!filter.overdue || isOverdue(view, record, today)) &&
      (!filter.blocked || openImpedimentsOfItem(view, id).length > 0)
    )
  }
}
