import { equalBytes, sha256, type Bytes } from '../journal/bytes.ts'
import type { Heads } from '../workspace/ports.ts'

/** Says which row of a copy is its state, and up to where that state reaches. Written in the same transaction as the row. */
export type CopySeal = Readonly<{ key: number; hash: Bytes; heads: Heads; folds?: number }>

/** The stores y-indexeddb keeps in each of its databases. */
const updates = 'updates'
const custom = 'custom'
const sealKey = 'seal'

/** An empty Yjs update: y-indexeddb adds one each time it opens a copy with an empty document. */
const isEmptyUpdate = (row: unknown): boolean =>
  row instanceof Uint8Array && row.length === 2 && !row.some(byte => byte !== 0)

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('request failed')))
  })

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('transaction aborted')))
  })

/** Opens the database only if it is there. */
const openExisting = async (name: string): Promise<IDBDatabase | undefined> => {
  const request = indexedDB.open(name)
  let isNew = false
  request.addEventListener('upgradeneeded', () => {
    isNew = true
    request.transaction?.abort()
  })
  try {
    const database = await answerOf(request)
    database.addEventListener('versionchange', () => database.close())
    return database
  } catch (error) {
    if (isNew) return undefined
    throw error
  }
}

export type CopyState =
  | Readonly<{ state: 'whole'; heads: Heads; folds: number; update: Uint8Array }>
  /** There is none, or one without content. */
  | Readonly<{ state: 'absent' }>
  | Readonly<{ state: 'broken' }>

const isSeal = (value: unknown): value is CopySeal => typeof value === 'object' && value !== null && 'hash' in value

/**
 * Looks at a copy before Yjs sees it: one undecodable row would keep y-indexeddb from ever answering, and a flipped bit that can be
 * decoded would make this replica differ for ever (both measured).
 */
export const inspectCopy = async (name: string): Promise<CopyState> => {
  const database = await openExisting(name)
  if (!database) return { state: 'absent' }
  try {
    const transaction = database.transaction([updates, custom], 'readonly')
    const [keys, rows, seal] = await Promise.all([
      answerOf(transaction.objectStore(updates).getAllKeys()),
      answerOf<unknown[]>(transaction.objectStore(updates).getAll()),
      answerOf<unknown>(transaction.objectStore(custom).get(sealKey)),
    ])
    if (!isSeal(seal)) return { state: rows.every(isEmptyUpdate) ? 'absent' : 'broken' }
    const state = rows[keys.indexOf(seal.key)]
    const isWhole =
      state instanceof Uint8Array &&
      equalBytes(await sha256(state), seal.hash) &&
      rows.every(row => row === state || isEmptyUpdate(row))
    return isWhole ? { state: 'whole', heads: seal.heads, folds: seal.folds ?? 0, update: state } : { state: 'broken' }
  } finally {
    database.close()
  }
}

/** Replaces all rows of a copy by one state and its seal, at once. */
export const replaceCopy = async (database: IDBDatabase, state: Bytes, heads: Heads, folds: number): Promise<void> => {
  const hash = await sha256(state)
  const transaction = database.transaction([updates, custom], 'readwrite')
  const rows = transaction.objectStore(updates)
  const key = Number(await answerOf(rows.add(state)))
  rows.delete(IDBKeyRange.upperBound(key, true))
  transaction.objectStore(custom).put({ key, hash, heads, folds } satisfies CopySeal, sealKey)
  await completed(transaction)
}
