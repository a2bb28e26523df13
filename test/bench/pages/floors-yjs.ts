import * as Y from 'yjs'
import { columns, makeCards } from '../cards.mjs'
import { readCold } from './floors-indexeddb.ts'

type Card = ReturnType<typeof makeCards>[number]

const cellsOf = (card: Card, stamp: number): [string, unknown][] => [
  ['m', ['item', stamp, card.person]],
  ['key', card.key],
  ['title', card.title],
  ['source', card.id],
  ['sourceKey', card.key],
  ['position', [columns[card.column], `a${card.id}`]],
  ['estimate', card.estimate],
  [`p:${card.person}`, true],
  [`at:${stamp}:0000`, ['column', [columns[card.column], 'todo']]],
]

/** The app's records without the app, and the updates as they would be journalled: 64 records each. */
export const buildDocument = (count: number): { doc: Y.Doc; updates: Uint8Array[] } => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const items = doc.getMap<Y.Map<unknown>>('item')
  const cards = makeCards(count)
  for (let from = 0; from < count; from += 64) {
    doc.transact(() => {
      for (const card of cards.slice(from, from + 64)) items.set(card.id, new Y.Map(cellsOf(card, from)))
    })
  }
  return { doc, updates }
}

/** The app's whole document in one piece, applied to an empty one. */
export const applyWhole = async (count: number): Promise<number> => {
  const whole = await readCold(count)
  const doc = new Y.Doc()
  const start = performance.now()
  Y.applyUpdate(doc, whole)
  return performance.now() - start
}

/** Keeps the app's document and one frozen record per item alive, for the heap to be weighed. */
export const holdInMemory = async (count: number): Promise<void> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await readCold(count))
  const records = new Map<string, object>()
  for (const [id, cells] of doc.getMap<Y.Map<unknown>>('item'))
    records.set(id, Object.freeze({ id, ...cells.toJSON() }))
  Object.assign(globalThis, { held: { doc, records } })
}
