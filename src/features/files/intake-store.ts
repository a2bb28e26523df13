import { createStore } from 'zustand/vanilla'
import type { ImportChoices } from '../../domain/intake/choices.ts'
import type { ImportPlan } from '../../domain/intake/plan.ts'
import type { TableMapping, TableSample } from '../../domain/intake/table.ts'
import type { Method } from '../../domain/people/team.ts'
import type { Archive, FileRefusal } from '../../workspace/exchange-port.ts'

/** What an import has done, for the last page. */
export type Outcome = Readonly<{
  import: string
  team: string
  name: string
  fresh: number
  binned: number
  updated: number
  checklists: number
  comments: number
}>

/** The team that is made when an import is the beginning. */
export type NewTeam = Readonly<{ name: string; person: string; method: Method }>

export type Review = Readonly<{
  step: 'review'
  file: File
  plan: ImportPlan
  choices: ImportChoices
  /** Only for tables. */
  table: Readonly<{ sample: TableSample; mapping: TableMapping }> | undefined
  newTeam: NewTeam | undefined
  /** Why it could not be taken over; nothing has changed. */
  error?: string
}>

export type ArchiveReview = Readonly<{ step: 'archive'; archive: Archive; person: string; error?: string }>

export type IntakeState =
  | Readonly<{ step: 'choose'; refusal?: FileRefusal; file?: string }>
  | Readonly<{ step: 'reading'; file: string; share: number }>
  /** A sealed archive. `because`: what is wrong with the passphrase given before. */
  | Readonly<{ step: 'passphrase'; file: File; because?: FileRefusal }>
  | Review
  | ArchiveReview
  | Readonly<{ step: 'writing' }>
  | Readonly<{ step: 'done'; outcome: Outcome }>
  /** `missing`: photos and files that are named but came from nowhere. */
  | Readonly<{ step: 'restored'; records: number; missing: number }>
  | Readonly<{ step: 'takenBack' }>

/**
 * How far the import is. It lives beside the screen: taking over the first import opens a workspace, and with it every screen is
 * built anew.
 */
export const intake = createStore<{ readonly state: IntakeState }>(() => ({ state: { step: 'choose' } }))

export const goTo = (state: IntakeState): void => intake.setState({ state })
