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

/** What can be taken back and what can be done again. */
export class UndoHistory {
  private past: UndoStep[] = []
  private future: UndoStep[] = []

  get next(): { readonly undo: CommandLabel | undefined; readonly redo: CommandLabel | undefined } {
    return { undo: this.past.at(-1)?.label, redo: this.future.at(-1)?.label }
  }

  /** A new command: what had been taken back before it can no longer be done again. */
  remember(step: UndoStep): void {
    this.past = [...this.past, step].slice(-longest)
    this.future = []
  }

  takePast(): UndoStep | undefined {
    return this.past.pop()
  }

  takeFuture(): UndoStep | undefined {
    return this.future.pop()
  }

  toFuture(step: UndoStep): void {
    this.future.push(step)
  }

  toPast(step: UndoStep): void {
    this.past = [...this.past, step].slice(-longest)
  }
}
