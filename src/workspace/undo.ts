import { deletedCell, isCreation, type Change } from '../domain/kernel/change.ts'
import { sameValue, type Json } from '../domain/kernel/json.ts'
import type { CommandLabel } from './ports.ts'

/** One command as it can be taken back: what it changed, newest last. */
export type UndoStep = Readonly<{ label: CommandLabel; changes: readonly Change[] }>

export type CurrentValue = (document: string, type: string, id: string, cell: string) => Json | undefined

const recordKey = (change: Change): string => `${change.document}/${change.type}/${change.id}`

/**
 * The changes that take a step back: each cell gets the value it had before, but only where it still holds what the step wrote,
 * so a colleague's later edit stays. A creation is taken back by putting the record into the bin.
 * In: the step, the current values, and what a deletion is marked with. Out: changes; none when nothing can be taken back.
 */
export const takeBack = (step: UndoStep, current: CurrentValue, deletion: Json): readonly Change[] => {
  const created = new Set(step.changes.filter(isCreation).map(recordKey))
  return step.changes.toReversed().flatMap(change => {
    const now = current(change.document, change.type, change.id, change.cell)
    if (created.has(recordKey(change))) return isCreation(change) ? takeBackCreation(change, current, deletion) : []
    return sameValue(now, change.after) ? [{ ...change, before: now ?? null, after: change.before ?? null }] : []
  })
}

const takeBackCreation = (change: Change, current: CurrentValue, deletion: Json): readonly Change[] => {
  const deleted = current(change.document, change.type, change.id, deletedCell)
  if (deleted !== undefined && deleted !== null) return []
  return [{ ...change, cell: deletedCell, before: null, after: deletion }]
}

/** Fifty steps are kept, as long as the page lives. */
const longest = 50

/** What can be taken back lies in the past, what can be done again in the future. */
export type Side = 'past' | 'future'
export const otherSide = (side: Side): Side => (side === 'past' ? 'future' : 'past')

export class UndoHistory {
  private readonly steps: { readonly [side in Side]: UndoStep[] } = { past: [], future: [] }

  get next(): { readonly undo: CommandLabel | undefined; readonly redo: CommandLabel | undefined } {
    const { past, future } = this.steps
    return { undo: past.at(-1)?.label, redo: future.at(-1)?.label }
  }

  /** A new command: what had been taken back before it can no longer be done again. */
  remember(step: UndoStep): void {
    this.keep(step, 'past')
    this.steps.future.length = 0
  }

  take(side: Side): UndoStep | undefined {
    return this.steps[side].pop()
  }

  keep(step: UndoStep, side: Side): void {
    this.steps[side].push(step)
    if (this.steps[side].length > longest) this.steps[side].shift()
  }
}
