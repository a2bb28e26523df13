import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'

/** What the bar of the selected cards lets be chosen over it. */
export type SelectionChoice = 'people' | 'estimate' | 'due' | 'labels'

/** Something the bar does at once. */
export type SelectionAct = Readonly<{ id: string; text: string; run: () => unknown }>

/** What can be done with the selected cards: said by the bar while it is there. */
type Offered = Readonly<{
  move: () => void
  choose: (choice: SelectionChoice) => void
  toTop: () => unknown
  remove: () => unknown
  clear: () => void
  /** Into which sprint, or out of it, where the place knows. */
  ways: readonly SelectionAct[]
  priorities: readonly SelectionAct[]
}>

const store = createStore<{ readonly bar: Offered | undefined }>(() => ({ bar: undefined }))

export const useOfferedSelection = (): Offered | undefined => useStore(store, ({ bar }) => bar)

/** The bar says what it can do, each time it is drawn. */
export const useOfferSelection = (bar: Offered): void => {
  useEffect(() => store.setState({ bar }))
  useEffect(() => () => store.setState({ bar: undefined }), [])
}
