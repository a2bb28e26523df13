import { factsCell, type Change } from '../domain/kernel/change.ts'
import type { Notes } from './ports.ts'

const restoredKey = 'restored'
/** Beyond it the oldest are forgotten; a note is read whole. */
const mostFacts = 20_000

/**
 * Which facts of the past came out of a backup instead of from those who name themselves in them. `everything`: until when, milliseconds UTC, the whole past did;
 * `facts`: single ones, as `record:cell`. It is a note of this device: archives stay equal, and a restored one is not a new version of anybody's record.
 */
type RestoredPast = Readonly<{ everything?: number; facts: readonly string[] }>

type WithNotes = Readonly<{ notes: Notes }>

const readPast = async ({ notes }: WithNotes): Promise<RestoredPast> =>
  ((await notes.get(restoredKey)) as RestoredPast | undefined) ?? { facts: [] }

const isFact = (cell: string): boolean => cell === factsCell || cell.startsWith('at:')

/** Remembers what a restore at `now` has brought of the past: everything, or the facts among its changes. */
export const rememberRestored = async (
  workspace: WithNotes,
  now: number,
  brought: 'everything' | readonly Change[],
): Promise<void> => {
  if (brought === 'everything') return workspace.notes.set(restoredKey, { everything: now, facts: [] })
  const facts = brought.filter(({ cell }) => isFact(cell)).map(({ id, cell }) => `${id}:${cell}`)
  if (facts.length === 0) return
  const past = await readPast(workspace)
  await workspace.notes.set(restoredKey, { ...past, facts: [...past.facts, ...facts].slice(-mostFacts) })
}

/** Tells whether a fact came out of a backup. `cell`: the fact's own key in its record; for the record's beginning `m`. */
export type IsRestored = (record: string, cell: string, at: number) => boolean

/** Reads the note once, for a screen that tells the past of records. */
export const restoredFacts = async (workspace: WithNotes): Promise<IsRestored> => {
  const { everything = 0, facts } = await readPast(workspace)
  const single = new Set(facts)
  return (record, cell, at) => at < everything || single.has(`${record}:${cell}`)
}
