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

const rounds = 200

/** One cell set in a document of `count` records, the update encoded. Mean of many. */
export const editDocument = (count: number): number => {
  const { doc } = buildDocument(count)
  const items = [...doc.getMap<Y.Map<unknown>>('item').values()]
  const start = performance.now()
  for (let round = 0; round < rounds; round++) items[round % items.length]?.set('position', ['Prüfung', `b${round}`])
  const spent = performance.now() - start
  doc.destroy()
  return spent / rounds
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
