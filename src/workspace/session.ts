import type { Change } from '../domain/kernel/change.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { noNews, type News } from './news.ts'
import type { Onlooker, Whereabouts } from './presence.ts'
import type { CommandLabel, StorageFinding } from './ports.ts'

/** Of `all` other people, how many have everything that is here; `isLinked`: at least one device is within reach now. */
export type Reach = Readonly<{
  all: number
  arrived: number
  isLinked: boolean
  /** Changes that wait, as far as that is known. */
  waiting: number
}>

/** What the screen needs to know of the session beside the records. */
export type Session = Readonly<{
  /** Documents whose records are complete; before that a picture of them may be shown. */
  ready: ReadonlySet<DocumentName>
  /** Documents that only a newer version may write. */
  readOnly: ReadonlySet<DocumentName>
  undo: CommandLabel | undefined
  redo: CommandLabel | undefined
  findings: readonly StorageFinding[]
  /** How far the work of this device has come to the other people; undefined while nobody else belongs here. */
  reach: Reach | undefined
  /** How many entries of others were set aside, by document, about which nobody has decided. */
  aside: Readonly<Record<DocumentName, number>>
  /** What others have changed since this person looked last; nothing while they work alone. */
  news: News
  /** Where this person looks in this tab; undefined while they look elsewhere. */
  lookingAt: Whereabouts | undefined
  /** Who else looks somewhere right now. */
  onlookers: readonly Onlooker[]
}>

export type Done = Readonly<{ label: CommandLabel; changes: readonly Change[] }>
/** Refusals that any command can meet. */
export type SessionRefusal = Readonly<{ because: 'needsNewerVersion' | 'mayOnlyRead' | 'nothingToUndo' }>

export const newSession: Session = {
  ready: new Set(),
  readOnly: new Set(),
  undo: undefined,
  redo: undefined,
  findings: [],
  reach: undefined,
  aside: {},
  news: noNews,
  lookingAt: undefined,
  onlookers: [],
}
