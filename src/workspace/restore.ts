import type { PlainDocument, PlainRecord } from '../document/canonical.ts'
import { deletedCell, factsCell, type Change } from '../domain/kernel/change.ts'
import { defineCommand } from '../domain/kernel/command.ts'
import { sameValue, type Json } from '../domain/kernel/json.ts'
import type { AnyDefinition } from '../domain/kernel/record.ts'
import { ok, type Result } from '../domain/kernel/result.ts'

type Plain = { readonly [document: string]: PlainDocument }

/** What restoring would do, in numbers of records. */
export type RestoreCounts = Readonly<{ added: number; changed: number; binned: number }>

/** A record that restoring would touch. `name`: what people call it; a record without a name of its own has none. */
export type TouchedRecord = Readonly<{ type: string; id: string; what: keyof RestoreCounts; name: string | undefined }>

export type RestorePlan = Readonly<{
  byType: ReadonlyMap<string, RestoreCounts>
  touched: readonly TouchedRecord[]
  changes: readonly Change[]
}>

const nothing: RestoreCounts = { added: 0, changed: 0, binned: 0 }
const noRecord: PlainRecord = {}

const versionCell = 'v'

/** Facts of the past are never taken away: what happened since has happened. Nor does a record get older again. */
const isFact = (cell: string): boolean => cell === factsCell || cell === versionCell || cell.startsWith('at:')

const textOf = (value: Json | undefined): string | undefined => {
  const text = (value as { readonly $text?: unknown } | null | undefined)?.$text
  return typeof text === 'string' ? text : undefined
}

const naming = ['title', 'name', 'text', 'address'] as const

/** The first words of a record that say which one it is. */
export const nameOf = (record: PlainRecord): string | undefined => {
  const texts = naming.map(cell => textOf(record[cell]) ?? record[cell])
  const name = texts.find((text): text is string => typeof text === 'string' && text.trim() !== '')
  return name?.trim().split('\n', 1)[0]?.slice(0, 120)
}

/** Long text of known cells is a plain string in changes, so that it can be undone; that of unknown types keeps its mark. */
const cellValue = (definition: AnyDefinition | undefined, cell: string, value: Json | undefined): Json | undefined =>
  definition?.cells[cell]?.kind === 'text' ? (textOf(value) ?? value) : value

type Side = Readonly<{ document: string; type: string; id: string }>

const recordChanges = (
  at: Side,
  here: PlainRecord,
  there: PlainRecord,
  definition: AnyDefinition | undefined,
): readonly Change[] => {
  // Its facts come first, so that a new record begins with them.
  const cells = new Set([factsCell, ...Object.keys(there), ...Object.keys(here)])
  return [...cells].flatMap(cell => {
    const [before, after] = [cellValue(definition, cell, here[cell]), cellValue(definition, cell, there[cell])]
    if (sameValue(before, after) || (isFact(cell) && before !== undefined)) return []
    const emptied = definition?.cells[cell]?.kind === 'text' ? '' : null
    return [{ ...at, cell, before, after: after ?? emptied }]
  })
}

const binChange = (at: Side, now: number, actor: string): Change => ({
  ...at,
  cell: deletedCell,
  before: undefined,
  after: [now, actor],
})

const countsOf = (touched: readonly TouchedRecord[]): ReadonlyMap<string, RestoreCounts> => {
  const byType = new Map<string, RestoreCounts>()
  for (const { type, what } of touched) {
    const counts = byType.get(type) ?? nothing
    byType.set(type, { ...counts, [what]: counts[what] + 1 })
  }
  return byType
}

/**
 * Compares what is here with an archive. In: both as canonical projections, the definitions, who restores and when (milliseconds
 * UTC). Out: the changes, as new edits, that bring every record to the archive's state. What is not in the archive goes to the
 * bin; history only grows. On an empty workspace everything is added under the same ids.
 */
export const planRestore = (
  here: Plain,
  there: Plain,
  definitions: readonly AnyDefinition[],
  { now, actor }: { readonly now: number; readonly actor: string },
): RestorePlan => {
  const known = new Map(definitions.map(definition => [definition.type, definition]))
  const touched: TouchedRecord[] = []
  const changes: Change[] = []
  const touch = ({ type, id }: Side, what: keyof RestoreCounts, record: PlainRecord): void =>
    void touched.push({ type, id, what, name: nameOf(record) })
  for (const { at, present, wanted } of pairs(here, there)) {
    const isGone = present?.[deletedCell] !== undefined
    if (!wanted) {
      if (isGone) continue
      changes.push(binChange(at, now, actor))
      touch(at, 'binned', present ?? noRecord)
      continue
    }
    const own = recordChanges(at, present ?? noRecord, wanted, known.get(at.type))
    if (own.length === 0) continue
    changes.push(...own)
    const isBinned = !isGone && wanted[deletedCell] !== undefined
    touch(at, present === undefined ? 'added' : isBinned ? 'binned' : 'changed', wanted)
  }
  return { byType: countsOf(touched), touched, changes }
}

type Pair = { readonly at: Side; readonly present: PlainRecord | undefined; readonly wanted: PlainRecord | undefined }

/** Every record of either side, once. A document the archive does not know is left alone. */
function* pairs(here: Plain, there: Plain): Iterable<Pair> {
  for (const [document, wantedTypes] of Object.entries(there)) {
    const presentTypes = here[document] ?? {}
    for (const type of new Set([...Object.keys(wantedTypes), ...Object.keys(presentTypes)])) {
      const [present, wanted] = [presentTypes[type] ?? {}, wantedTypes[type] ?? {}]
      for (const id of new Set([...Object.keys(wanted), ...Object.keys(present)]))
        yield { at: { document, type, id }, present: present[id], wanted: wanted[id] }
    }
  }
}

/** Writes a restore as one command, so that one undo takes it back. Nothing may have been written since it was planned. */
export const restoreRecords = defineCommand(
  'restoreRecords',
  (_view, { changes }: Pick<RestorePlan, 'changes'>): Result<readonly Change[], never> => ok(changes),
)
