import type { RecordDocument } from '../document/record-document.ts'
import { deletedCell, factsCell, isCreation, type Change } from '../domain/kernel/change.ts'
import { defineCommand } from '../domain/kernel/command.ts'
import { sameValue, type Json } from '../domain/kernel/json.ts'
import { bareValue } from '../domain/kernel/read.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import { cellsWrittenBy, type WrittenCell } from '../document/written-by.ts'
import { nameOf, type TouchedRecord } from './restore.ts'

/**
 * An entry that does not count, opened: beyond a cut, or resting on what is. `at`: milliseconds UTC, as its device says. `isOpen`: somebody may
 * decide about it here; the others are there because those may rest on them.
 */
export type LateEntry = Readonly<{
  document: DocumentName
  device: string
  seq: number
  at: number
  update: Uint8Array
  isOpen: boolean
}>

/** One record of a late edit. `cells`: what of it would change, new records aside. */
export type LateRecord = TouchedRecord & Readonly<{ cells: readonly string[] }>

/** What somebody did before they heard that their access had ended, as far as it hangs together. Adopted or dropped as a whole. */
export type LateEdit = Readonly<{
  document: DocumentName
  device: string
  seqs: readonly number[]
  /** Of its newest entry. */
  at: number
  records: readonly LateRecord[]
  changes: readonly Change[]
}>

type Group = { readonly entries: LateEntry[]; readonly cells: Map<string, WrittenCell> }

const keyOf = ({ type, id }: WrittenCell): string => `${type}/${id}`
const cellKey = (written: WrittenCell): string => `${keyOf(written)}/${written.cell}`

/** Written beside other cells, and again when those are. */
const isBookkeeping = (cell: string): boolean => cell === 'ed' || cell === 'v'
const isFact = (cell: string): boolean => cell === factsCell || cell.startsWith('at:')

/**
 * Late entries of a document as edits that a person can decide about: entries of one device that touch the same records go together. In: the
 * document as it is; the entries, causes first. Out: edits that would change something, with the changes as they would be made now; what rests
 * on something nobody has any more is left out.
 */
export const lateEditsOf = (base: RecordDocument, entries: readonly LateEntry[]): readonly LateEdit[] => {
  const written = cellsWrittenBy(
    base,
    entries.map(({ update }) => update),
  )
  const byDevice = new Map<string, Set<Group>>()
  for (const [index, entry] of entries.entries()) {
    const cells = written[index] ?? []
    if (!entry.isOpen) continue
    const groups = byDevice.get(entry.device) ?? new Set()
    byDevice.set(entry.device, groups)
    const joined = joinGroups(groups, new Set(cells.map(keyOf)))
    joined.entries.push(entry)
    for (const cell of cells) joined.cells.set(cellKey(cell), cell)
  }
  return [...byDevice.values()].flatMap(groups => [...groups].flatMap(group => editOf(base, group) ?? []))
}

/** The group of all that touches one of these records. */
const joinGroups = (groups: Set<Group>, touched: ReadonlySet<string>): Group => {
  const met = [...groups].filter(({ cells }) => [...cells.values()].some(written => touched.has(keyOf(written))))
  const joined: Group = {
    entries: met.flatMap(({ entries }) => entries).sort((a, b) => a.seq - b.seq),
    cells: new Map(met.flatMap(({ cells }) => [...cells])),
  }
  for (const group of met) groups.delete(group)
  groups.add(joined)
  return joined
}

const editOf = (base: RecordDocument, { entries, cells }: Group): LateEdit | undefined => {
  const changes = [...cells.values()].flatMap(written => changeOf(base, written, cells) ?? [])
  const newest = entries.at(-1)
  if (!newest || changes.length === 0) return undefined
  const ids = new Set(changes.map(({ type, id }) => `${type}/${id}`))
  const isHalf = changes.some(change => isWithoutRecord(base, change, changes))
  if (isHalf) return undefined
  const { document, device, at } = newest
  const records = [...ids].map(key =>
    recordOf(
      base,
      changes.filter(({ type, id }) => `${type}/${id}` === key),
    ),
  )
  // Facts come first, so that a new record begins with them.
  const ordered = changes.toSorted((a, b) => Number(isCreation(b)) - Number(isCreation(a)))
  return { document, device, seqs: entries.map(({ seq }) => seq), at, records, changes: ordered }
}

const changeOf = (
  base: RecordDocument,
  { type, id, cell, value }: WrittenCell,
  all: Group['cells'],
): Change | undefined => {
  if (isBookkeeping(cell)) return undefined
  const deleted = base.value(type, id, deletedCell)
  // Adopted once and taken back since: it lies in the bin.
  if (cell === factsCell && deleted && !all.has(`${type}/${id}/${deletedCell}`))
    return { document: base.name, type, id, cell: deletedCell, before: deleted, after: null }
  const [before, after] = [base.value(type, id, cell), bareValue(value)]
  const isSettled = sameValue(before, after) || (isFact(cell) && before !== undefined)
  return isSettled ? undefined : { document: base.name, type, id, cell, before, after }
}

/** Its record was made by an entry that is not here. */
const isWithoutRecord = (base: RecordDocument, { type, id }: Change, changes: readonly Change[]): boolean =>
  base.raw(type, id) === undefined && !changes.some(one => one.type === type && one.id === id && isCreation(one))

const recordOf = (base: RecordDocument, changes: readonly Change[]): LateRecord => {
  const [{ type, id } = { type: '', id: '' }] = changes
  const now = Object.fromEntries([...(base.raw(type, id) ?? [])].map(([cell, raw]) => [cell, bareValue(raw)]))
  const late = Object.fromEntries(changes.map(({ cell, after }) => [cell, after]))
  const name = nameOf({ ...late, ...now }) ?? nameOf(late)
  const isBack = late[deletedCell] === null
  const isBinned = late[deletedCell] !== undefined && !isBack
  const what = isBack || changes.some(isCreation) ? 'added' : isBinned ? 'binned' : 'changed'
  const cells = changes.map(({ cell }) => cell).filter(cell => !isFact(cell))
  return { type, id, what, name, cells }
}

/** Author fields name whoever stands for it: the entry that carries them is signed by that person. */
const inNameOf = (change: Change, actor: string, now: number): Change => {
  const { cell, after } = change
  if (!Array.isArray(after)) return change
  if (isFact(cell)) return { ...change, after: [...(after as Json[]).slice(0, 2), actor] }
  return cell === deletedCell ? { ...change, after: [now, actor] } : change
}

/** Makes late edits anew, in the name of whoever adopts them, as one command: one undo takes them back. */
export const adoptLateEdits = defineCommand(
  'adoptLateEdits',
  (_view, { changes }: Pick<LateEdit, 'changes'>, { actor, now }): Result<readonly Change[], never> =>
    ok(changes.map(change => inNameOf(change, actor, now))),
)
