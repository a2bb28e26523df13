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

const plainRecord = (map: Y.Map<unknown>): PlainRecord => {
  const [cells, texts] = [rawCells(map), textCells(map)]
  const plain: Record<string, Json> = {}
  for (const cell of sortedKeys(cells.keys())) {
    const raw = cells.get(cell)
    const value = raw === undefined ? null : bareValue(raw)
    if (value === null || cell === editedCell) continue
    plain[cell] = texts.has(cell) ? { $text: String(value) } : sortedJson(value)
  }
  return plain
}

/** Everything in a document in one canonical order: the same content gives the same projection on every device. */
export const canonicalDocument = (document: RecordDocument): PlainDocument => {
  const plain: Record<string, Record<string, PlainRecord>> = {}
  for (const type of sortedKeys(document.ydoc.share.keys())) {
    const root = document.ydoc.getMap(type)
    const ids = sortedKeys(root.keys()).filter(id => root.get(id) instanceof Y.Map)
    if (ids.length === 0) continue
    plain[type] = Object.fromEntries(ids.map(id => [id, plainRecord(root.get(id) as Y.Map<unknown>)]))
  }
  return plain
}

/** SHA-256 over the canonical projection, as lower-case hex. Equal state means equal digest; equal state vectors do not suffice. */
export const digestOf = async (plain: PlainDocument | { readonly [name: string]: PlainDocument }): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(plain))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
}
