import { createStore } from 'zustand'

/** What was asked for by key or button: the palette, or one offer by its id; and the card that had the focus then. */
type WantedOffer = Readonly<{ id: string; card: string | undefined }>

const focusedCard = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card']

export const wantedOffer = createStore<{ readonly wanted: WantedOffer | undefined }>(() => ({ wanted: undefined }))

export const wantOffer = (id: string): void => wantedOffer.setState({ wanted: { id, card: focusedCard() } })
export const wantNothing = (): void => wantedOffer.setState({ wanted: undefined })
