import type { DocumentName } from '../domain/kernel/record.ts'

/** Where somebody looks right now: a team, whether at its board, and which card is open. */
export type Whereabouts = Readonly<{ document: DocumentName; isOnBoard: boolean; card: string | undefined }>

/** A person who looks somewhere right now. It is forgotten within seconds and written down nowhere. */
export type Onlooker = Whereabouts & Readonly<{ person: string }>

export const isSamePlace = (one: Whereabouts | undefined, other: Whereabouts | undefined): boolean =>
  one?.document === other?.document && one?.isOnBoard === other?.isOnBoard && one?.card === other?.card
