import { createStore, useStore } from 'zustand'
import type { View } from '../../domain/kernel/view.ts'
import { openImpedimentsOfItem } from '../../domain/impediments/open-impediments.ts'
import { item, type Item } from '../../domain/work/item.ts'

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

export const useBoardFilter = (team: string) => {
  const filter = useStore(filters, state => state[team] ?? noFilter)
  const change = (part: Partial<BoardFilter>): void => filters.setState({ [team]: { ...filter, ...part } })
  return { filter, change, clear: () => filters.setState({ [team]: noFilter }) }
}

/** How many conditions are set, as the empty state says them. */
export const countOf = ({ text, mine, blocked, overdue, label, person, epic }: BoardFilter): number =>
  [text.trim() !== '', mine, blocked, overdue, label, person, epic].filter(Boolean).length

/** ä and ae, ß and ss, É and e are found for each other. */
export const folded = (text: string): string =>
  text
    .toLocaleLowerCase('de')
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')

const foldedTitles = new WeakMap<Item, string>()

/** Folding ten thousand titles costs more than looking through them, so it is done once per record. */
const foldedTitle = (record: Item): string => {
  const known = foldedTitles.get(record)
  if (known !== undefined) return known
  const made = folded(`${record.title} ${record.key} ${record.sourceKey}`)
  foldedTitles.set(record, made)
  return made
}

/** In: the filter, who looks, today. Out: whether a card is shown. */
export const filterOf = (view: View, filter: BoardFilter, actor: string, today: string) => {
  const wanted = folded(filter.text.trim())
  return (id: string): boolean => {
    const record = view.get(item, id)
    if (!record) return false
    return (
      (wanted === '' || foldedTitle(record).includes(wanted)) &&
      (!filter.mine || record.people.includes(actor)) &&
      (filter.person === undefined || record.people.includes(filter.person)) &&
      (filter.label === undefined || record.labels.includes(filter.label)) &&
      (filter.epic === undefined || record.parent === filter.epic) &&
      (!filter.overdue || (record.due !== null && record.due < today)) &&
      (!filter.blocked || openImpedimentsOfItem(view, id).length > 0)
    )
  }
}
