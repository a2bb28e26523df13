import { createStore, useStore } from 'zustand'

/** The properties of a card that can stand on paper or be left out. */
export const paperFields = [
  'kind',
  'priority',
  'people',
  'labels',
  'partOf',
  'due',
  'estimate',
  'state',
  'details',
] as const
export type PaperField = (typeof paperFields)[number]

type PaperChoices = Readonly<{
  fields: ReadonlySet<PaperField>
  isWide: boolean
  isCut: boolean
}>

// One choice for all papers, kept while the page is open: a person who wants no persons on paper wants them on none.
const store = createStore<PaperChoices>(() => ({ fields: new Set(paperFields), isWide: true, isCut: false }))

export const usePaperChoices = (): PaperChoices => useStore(store)

export const choosePaper = (part: Partial<PaperChoices>): void => store.setState(part)

export const toggleField = (field: PaperField): void =>
  store.setState(({ fields }) => {
    const next = new Set(fields)
    if (!next.delete(field)) next.add(field)
    return { fields: next }
  })
