import type { FunctionComponent, ReactNode } from 'react'
import type { View } from '../domain/kernel/view.ts'
import type { Team } from '../domain/people/team.ts'
import type { Item } from '../domain/work/item.ts'
import type { Messages } from '../i18n/messages.ts'
import type { IconType } from '../ui/icons.ts'
import type { ChosenTeam } from './use-team.ts'

/** A screen that is fetched when it is first shown, or earlier. */
export type Lazy = FunctionComponent & { readonly preload: () => Promise<unknown> }

/** An entry in the navigation. A place appears with its feature, never as a dead entry. */
export type Place = Readonly<{
  label: keyof Messages['places']
  icon: IconType
  group: 'me' | 'team' | 'foot'
  /** The address, without `#`. Team places get the team's id. */
  path: (team: string) => string
  /** Not for every team: a Kanban team has no Sprint. */
  fits?: (team: Team) => boolean
  /** The name can depend on the way of working. */
  labelFor?: (team: Team) => keyof Messages['places']
  /** A count stands here only where something waits for me. */
  waiting?: (view: View, team: Team) => number
  /** On a phone: in the bar at the foot, in the switch above the board, or under "Mehr". */
  phone: 'bar' | 'board' | 'more'
  /** The keys that lead here, `g b`; they can be changed. */
  shortcut?: string
}>

export const offerGroups = ['selection', 'card', 'place', 'make', 'go', 'team', 'view', 'data', 'app'] as const
export type OfferGroup = (typeof offerGroups)[number]

/** Shows what asks for more over any place, in the team that is chosen there. */
export type ShowDialog = (dialog: (close: () => void) => ReactNode) => void

/** Something a person can do, offered by the slice that does it: the palette lists it, and a key can be given to it. */
export type Offer = Readonly<{
  /** Lasting: keys that were given to it are kept under this name. */
  id: string
  text: string
  icon: IconType
  group: OfferGroup
  /** Keys that nobody can change. */
  keys?: string
  /** One of many of its kind, such as the columns: listed when somebody types. */
  isMany?: boolean
  run: (show: ShowDialog) => unknown
}>

/** Where somebody stands who asks what can be done here. */
export type OfferPlace = Readonly<{
  team: ChosenTeam | undefined
  /** The card that is open, else the one that has the focus. */
  card: Item | undefined
  isCardOpen: boolean
}>

/** A hook: what can be done here. It is fetched with the palette or the first key, and asked only while somebody looks. */
export type UseOffers = (at: OfferPlace) => readonly Offer[]

/**
 * What a feature gives to the app: screens by address, overlays by the tail of an address, places, and keys. What can be done in it
 * stands in `offers.ts` beside it, which the first card need not wait for.
 */
export type Slice = Readonly<{
  name: string
  screens: readonly { readonly path: string; readonly screen: Lazy }[]
  /** Overlays open over any screen by the tail of the address, such as `/c/:key` or `/new/card`. */
  overlays?: readonly { readonly tail: string; readonly overlay: Lazy }[]
  places?: readonly Place[]
  /** The keys with which offers come, by their id: `c`, `mod+z`, `g b`. Each can be changed and switched off. */
  keys?: Readonly<Record<string, string>>
  /** Keys that work only where the slice listens to them, on an open card for example. */
  localKeys?: Readonly<Record<string, string>>
}>
