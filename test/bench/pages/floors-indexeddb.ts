import * as Y from 'yjs'

const settled = (request: IDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => reject(request.error))
  })

export const openRows = async (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows', { autoIncrement: true }))
  await settled(request)
  return request.result
}

/** One strict transaction with one row. */
export const put = (database: IDBDatabase, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
    transaction.objectStore('rows').put(bytes)
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error))
  })

export const putStrictAll = async (pieces: readonly Uint8Array[]): Promise<void> => {
  const database = await openRows(`floor-import-${Math.random()}`)
  for (const piece of pieces) await put(database, piece)
  database.close()
}

const coldName = (count: number): string => `floor-cold-${count}`

/** Lays the bytes of a document down for `readCold` and `loadCold`, which are to be called in a later page. */
export const prepareCold = async (count: number, whole: Uint8Array): Promise<void> => {
  const database = await openRows(coldName(count))
  await put(database, whole)
  database.close()
}

/** The bytes of the app's own document of this many cards. */
export const readCold = async (count: number): Promise<Uint8Array> => {
  const database = await openRows(coldName(count))
  const request = database.transaction('rows').objectStore('rows').getAll() as IDBRequest<Uint8Array[]>
  await settled(request)
  database.close()
  const [whole] = request.result
  if (!whole) throw new Error(`no document of ${count} cards was laid down`)
  return whole
}

/** open + getAll + applyUpdate of the app's own document. */
export const loadCold = async (count: number): Promise<number> => {
  const start = performance.now()
  Y.applyUpdate(new Y.Doc(), await readCold(count))
  return performance.now() - start
}
