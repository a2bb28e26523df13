import * as Y from 'yjs'
import type { Json } from '../domain/kernel/json.ts'
import type { RawCells } from '../domain/kernel/read.ts'

/** Deeper values than this are a bomb, not a field. */
const deepest = 6

/** A value from a document as plain JSON, or undefined when it is something no cell can hold. */
export const plainJson = (value: unknown, depth = 0): Json | undefined => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object' || depth >= deepest || value instanceof Uint8Array) return undefined
  if (Array.isArray(value)) {
    const list = value.map(element => plainJson(element, depth + 1))
    return list.every(element => element !== undefined) ? list : undefined
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined
  return plainObject(value, depth)
}

const plainObject = (value: object, depth: number): Json | undefined => {
  const plain: Record<string, Json> = {}
  for (const [key, element] of Object.entries(value)) {
    const inner = plainJson(element, depth + 1)
    if (inner === undefined || key === '__proto__') return undefined
    plain[key] = inner
  }
  return plain
}

/** The cells of a record's map; long text as a string. What no cell can hold is left out of the picture and left where it lies. */
export const rawCells = (record: Y.Map<unknown>): RawCells => {
  const cells = new Map<string, Json>()
  record.forEach((value, key) => {
    const plain = value instanceof Y.Text ? value.toString() : plainJson(value)
    if (plain !== undefined) cells.set(key, plain)
  })
  return cells
}

export const textCells = (record: Y.Map<unknown>): ReadonlySet<string> => {
  const names = new Set<string>()
  record.forEach((value, key) => {
    if (value instanceof Y.Text) names.add(key)
  })
  return names
}
