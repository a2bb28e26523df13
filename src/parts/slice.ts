import type { FunctionComponent } from 'react'
import type { View } from '../domain/kernel/view.ts'
import type { Team } from '../domain/people/team.ts'
import type { Messages } from '../i18n/messages.ts'
import type { IconType } from '../ui/icons.ts'

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
  /** The key after `G` that leads here. */
  shortcut?: string
}>

/** What a feature gives to the app: screens by address, overlays by the tail of an address, places. */
export type Slice = Readonly<{
  name: string
  screens: readonly { readonly path: string; readonly screen: Lazy }[]
  /** Overlays open over any screen by the tail of the address, such as `/c/:key` or `/new/card`. */
  overlays?: readonly { readonly tail: string; readonly overlay: Lazy }[]
  places?: readonly Place[]
}>
