import type { AnyCell, CellValue } from './cell.ts'
import { sameValue, type Json } from './json.ts'
import type { AnyDefinition, DocumentName, RecordBase, RecordOf } from './record.ts'
import { versionOf } from './record.ts'
import type { RuleContext } from './command.ts'

/**
 * One cell of one record before and after. A dragged card, an import, an undo and a colleague's edit are all lists of these; they
 * reach document, screen, journal and read model the same way. Values carry no stamps; undefined means "never written".
 */
export type Change = Readonly<{
  document: DocumentName
  type: string
  id: string
  cell: string
  before: Json | undefined
  after: Json
}>

/** The cell with a record's immutable facts; a change of it from nothing is the record's creation. */
export const factsCell = 'm'
export const deletedCell = 'deleted'
/** Whether a change makes its record; the other changes of the same record go with it. */
export const isCreation = (change: Change): boolean => change.cell === factsCell && change.before === undefined

type Writable<D extends AnyDefinition> = {
  readonly [Name in keyof D['cells']]?: D['cells'][Name] extends { kind: 'log' } ? never : CellValue<D['cells'][Name]>
}

const setKey = (prefix: string, element: string): string => `${prefix}:${element}`

const isFallback = (cell: AnyCell, value: unknown): boolean =>
  cell.kind === 'value' && sameValue(cell.fallback as Json, value as Json)

/** A default is not stored: a cell that goes back to it lies as null, so that every way there ends in the same state. */
const stored = (cell: AnyCell, value: unknown): Json | undefined =>
  value !== undefined && isFallback(cell, value) ? null : (value as Json | undefined)

const cellChanges = (
  base: Pick<Change, 'document' | 'type' | 'id'>,
  name: string,
  cell: AnyCell,
  before: unknown,
  after: unknown,
): readonly Change[] => {
  if (cell.kind === 'log') return []
  if (cell.kind !== 'set') {
    const [from, to] = [stored(cell, before), stored(cell, after) ?? null]
    return sameValue(from, to) ? [] : [{ ...base, cell: name, before: from, after: to }]
  }
  const [from, to] = [new Set((before ?? []) as readonly string[]), new Set(after as readonly string[])]
  // In a new record an element was never there; in an old one it may have been taken out.
  const absent = before === undefined ? undefined : null
  const added = [...to].filter(element => !from.has(element))
  const removed = [...from].filter(element => !to.has(element))
  return [
    ...added.map(element => ({ ...base, cell: setKey(cell.prefix, element), before: absent, after: 1 })),
    ...removed.map(element => ({ ...base, cell: setKey(cell.prefix, element), before: 1, after: null })),
  ]
}

/** The changes that make a new record. Defaults are not stored; long text is made together with its record. */
export const create = <D extends AnyDefinition>(
  definition: D,
  at: { readonly document: DocumentName; readonly id: string },
  values: Writable<D>,
  context: Pick<RuleContext, 'now' | 'actor'>,
): readonly Change[] => {
  const base = { document: at.document, type: definition.type, id: at.id }
  const facts: Json = [definition.type, context.now, context.actor]
  const version = versionOf(definition)
  const cells = Object.entries(definition.cells).flatMap(([name, cell]) => {
    const value: unknown = values[name as keyof typeof values]
    if (cell.kind === 'text')
      return [{ ...base, cell: name, before: undefined, after: typeof value === 'string' ? value : '' }]
    if (value === undefined || isFallback(cell, value)) return []
    return cellChanges(base, name, cell, undefined, value)
  })
  const stamp = version > 1 ? [{ ...base, cell: 'v', before: undefined, after: version }] : []
  return [{ ...base, cell: factsCell, before: undefined, after: facts }, ...stamp, ...cells]
}

/** The changes that bring a record's cells to new values; what is equal already is left out. */
export const edit = <D extends AnyDefinition>(
  definition: D,
  record: RecordOf<D>,
  values: Writable<D>,
): readonly Change[] => {
  const base = { document: record.document, type: definition.type, id: record.id }
  return Object.entries(values).flatMap(([name, after]) => {
    const cell = definition.cells[name]
    if (!cell || after === undefined) return []
    return cellChanges(base, name, cell, (record as { readonly [cell: string]: unknown })[name], after)
  })
}

/** Adds a fact to a log cell: `at:<now>:<4 random> = [kind, value, by]`. Facts are written once and never changed. */
export const note = <D extends AnyDefinition>(
  definition: D,
  record: Pick<RecordBase, 'document' | 'id'>,
  prefix: string,
  kind: string,
  value: Json,
  context: RuleContext,
): Change => ({
  document: record.document,
  type: definition.type,
  id: record.id,
  cell: `${prefix}:${context.now}:${context.newId().slice(0, 4)}`,
  before: undefined,
  after: [kind, value, context.actor],
})

/** Soft delete: the record goes to the bin and can be brought back. */
export const discard = (record: RecordBase, context: Pick<RuleContext, 'now' | 'actor'>): readonly Change[] =>
  record.deleted === null ? [deletionChange(record, [context.now, context.actor])] : []

/** Takes a record out of the bin. */
export const bringBack = (record: RecordBase): readonly Change[] =>
  record.deleted === null ? [] : [deletionChange(record, null)]

const deletionChange = (record: RecordBase, after: Json): Change => ({
  document: record.document,
  type: record.type,
  id: record.id,
  cell: deletedCell,
  before: record.deleted,
  after,
})
