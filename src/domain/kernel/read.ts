import type { AnyCell, LogEntry } from './cell.ts'
import { isFiniteNumber, type Json } from './json.ts'
import type { AnyDefinition, DocumentName, RecordBase } from './record.ts'
import { sharedCells } from './record.ts'
import { timeOf, type Stamp } from './stamp.ts'

/** A cell as it lies in a document: bare as it was created, or with the stamp of its newest edit. */
export type StampedValue = readonly [value: Json, stamp: Stamp]

/** Whether a raw cell is an edited one, `[value, stamp]`; first writes lie bare. */
export const isStamped = (raw: Json | undefined): raw is StampedValue =>
  Array.isArray(raw) && raw.length === 2 && isFiniteNumber(raw[1])

/** A raw cell's value without its stamp. */
export const bareValue = (raw: Json): Json => (isStamped(raw) ? raw[0] : raw)
/** When a raw cell was edited last (hybrid logical clock); undefined when it never was. */
export const stampOf = (raw: Json | undefined): Stamp | undefined => (isStamped(raw) ? raw[1] : undefined)

/** The raw cells of one record (`ed` tells when a long text was edited last): values bare or stamped, long text as a string. */
export type RawCells = ReadonlyMap<string, Json>

type Reading = { values: Record<string, unknown>; unreadable: string[]; changedAt: number }

const readValue = (
  name: string,
  cell: AnyCell & { kind: 'value' },
  raw: Json | undefined,
  reading: Reading,
): unknown => {
  if (raw === undefined) return cell.fallback
  const bare = bareValue(raw)
  const stamp = stampOf(raw)
  if (stamp !== undefined) reading.changedAt = Math.max(reading.changedAt, timeOf(stamp))
  if (bare === null) return cell.fallback
  const value = cell.parse(bare)
  if (value !== undefined) return value
  reading.unreadable.push(name)
  return cell.fallback
}

const readLogEntry = (key: string, raw: Json): LogEntry | undefined => {
  const [, time] = key.split(':')
  const at = Number(time)
  if (!Array.isArray(raw) || typeof raw[0] !== 'string' || !Number.isFinite(at)) return undefined
  return { key, at, kind: raw[0], value: raw[1] ?? null, by: typeof raw[2] === 'string' ? raw[2] : '' }
}

type Prefixed = { readonly name: string; readonly cell: AnyCell & { kind: 'set' | 'log' } }
type Shape = { readonly values: readonly [string, AnyCell][]; readonly prefixes: ReadonlyMap<string, Prefixed> }
const shapes = new WeakMap<AnyDefinition, Shape>()

const shapeOf = (definition: AnyDefinition): Shape => {
  const known = shapes.get(definition)
  if (known) return known
  const cells = Object.entries({ ...sharedCells, ...definition.cells }) as [string, AnyCell][]
  const prefixes = new Map<string, Prefixed>()
  for (const [name, cell] of cells)
    if (cell.kind === 'set' || cell.kind === 'log') prefixes.set(cell.prefix, { name, cell })
  const shape = { values: cells.filter(([, cell]) => cell.kind === 'value' || cell.kind === 'text'), prefixes }
  shapes.set(definition, shape)
  return shape
}

const nothing: readonly never[] = Object.freeze([])

const readPrefixed = (shape: Shape, raw: RawCells, reading: Reading): void => {
  for (const { name } of shape.prefixes.values()) reading.values[name] = nothing
  for (const [key, value] of raw) {
    const colon = key.indexOf(':')
    const found = colon > 0 ? shape.prefixes.get(key.slice(0, colon)) : undefined
    if (!found) continue
    const list = reading.values[found.name] === nothing ? [] : (reading.values[found.name] as unknown[])
    if (found.cell.kind === 'set') {
      const stamp = stampOf(value)
      if (stamp !== undefined) reading.changedAt = Math.max(reading.changedAt, timeOf(stamp))
      if (bareValue(value) === 1) list.push(key.slice(colon + 1))
    } else if (value !== null) {
      const entry = readLogEntry(key, value)
      if (entry) list.push(entry)
      else reading.unreadable.push(key)
    }
    if (list.length > 0) reading.values[found.name] = list
  }
  for (const { name, cell } of shape.prefixes.values()) {
    const list = reading.values[name] as unknown[]
    if (list.length < 2) continue
    if (cell.kind === 'set') (list as string[]).sort()
    else (list as LogEntry[]).sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))
  }
}

/**
 * Reads a record defensively: an unreadable cell shows its fallback and is named in `unreadable`; unknown cells are ignored and
 * stay where they are. In: the definition, where the record lies, its raw cells. Out: the frozen record. Never throws.
 */
export const readRecord = (
  definition: AnyDefinition,
  at: { readonly document: DocumentName; readonly id: string },
  raw: RawCells,
): RecordBase => {
  const shape = shapeOf(definition)
  const reading: Reading = { values: {}, unreadable: [], changedAt: 0 }
  const facts = raw.get('m')
  const [, createdAt, createdBy] = Array.isArray(facts) ? facts : []
  if (!isFiniteNumber(createdAt)) reading.unreadable.push('m')
  for (const [name, cell] of shape.values) {
    if (cell.kind === 'value') reading.values[name] = readValue(name, cell, raw.get(name), reading)
    else reading.values[name] = typeof raw.get(name) === 'string' ? raw.get(name) : ''
  }
  const textEdited = stampOf(raw.get('ed'))
  if (textEdited !== undefined) reading.changedAt = Math.max(reading.changedAt, timeOf(textEdited))
  readPrefixed(shape, raw, reading)
  const created = isFiniteNumber(createdAt) ? createdAt : 0
  return Object.freeze({
    ...reading.values,
    id: at.id,
    type: definition.type,
    document: at.document,
    createdAt: created,
    createdBy: typeof createdBy === 'string' ? createdBy : '',
    changedAt: Math.max(created, reading.changedAt),
    unreadable: reading.unreadable.length > 0 ? reading.unreadable : nothing,
  } as unknown as RecordBase)
}
