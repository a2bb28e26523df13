import * as Y from 'yjs'
import type { Json } from '../domain/kernel/json.ts'
import { bareValue } from '../domain/kernel/read.ts'
import { rawCells, textCells } from './raw-record.ts'
import { editedCell, type RecordDocument } from './record-document.ts'

/** One record as archives and digests see it: all cells, known or not, without stamps; what is back at its default is absent. */
export type PlainRecord = Readonly<{ [cell: string]: Json }>
/** type → id → record, every level sorted. */
export type PlainDocument = Readonly<{ [type: string]: { readonly [id: string]: PlainRecord } }>

const sortedKeys = (keys: Iterable<string>): string[] => [...keys].sort()

const sortedJson = (value: Json): Json => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sortedJson)
  const object = value as { readonly [key: string]: Json }
  return Object.fromEntries(sortedKeys(Object.keys(object)).map(key => [key, sortedJson(object[key] ?? null)]))
}

/** Defines each key instead of assigning it: a hostile `__proto__` stays a key like any other, in the digest too. */
const plainObject = <Value>(entries: readonly (readonly [string, Value])[]): { readonly [key: string]: Value } =>
  Object.fromEntries(entries)

const plainRecord = (map: Y.Map<unknown>): PlainRecord => {
  const [cells, texts] = [rawCells(map), textCells(map)]
  const plain: [string, Json][] = []
  for (const cell of sortedKeys(cells.keys())) {
    const raw = cells.get(cell)
    const value = raw === undefined ? null : bareValue(raw)
    if (value === null || cell === editedCell) continue
    plain.push([cell, texts.has(cell) ? { $text: String(value) } : sortedJson(value)])
  }
  return plainObject(plain)
}

/** Everything in a document in one canonical order: the same content gives the same projection on every device. */
export const canonicalDocument = (document: RecordDocument): PlainDocument => {
  const plain: [string, { readonly [id: string]: PlainRecord }][] = []
  for (const type of sortedKeys(document.ydoc.share.keys())) {
    const root = document.ydoc.getMap(type)
    const ids = sortedKeys(root.keys()).filter(id => root.get(id) instanceof Y.Map)
    if (ids.length === 0) continue
    plain.push([type, plainObject(ids.map(id => [id, plainRecord(root.get(id) as Y.Map<unknown>)]))])
  }
  return plainObject(plain)
}

/** SHA-256 over the canonical projection, as lower-case hex. Equal state means equal digest; equal state vectors do not suffice. */
export const digestOf = async (plain: PlainDocument | { readonly [name: string]: PlainDocument }): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(plain))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
}
