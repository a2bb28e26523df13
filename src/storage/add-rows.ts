import type { Activity } from '../workspace/ports.ts'
import type { EntryRow, HeadRow } from './database.ts'

type Rows = Readonly<{ entries: readonly EntryRow[]; heads: readonly HeadRow[]; activity: readonly Activity[] }>

/**
 * One strict transaction on the bare database, told at once that nothing more comes. Dexie, and a browser that waits for the answers
 * to each row before it lets the disk finish, come back to a page that is drawing the edit meanwhile (measured: a frame and more).
 * Rejects with the browser's own error; then nothing is there. A place in a chain that is taken is a ConstraintError.
 */
export const addRows = (database: IDBDatabase, { entries, heads, activity }: Rows): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(['entries', 'heads', 'activity'], 'readwrite', { durability: 'strict' })
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new DOMException('aborted', 'AbortError')))
    try {
      for (const row of entries) transaction.objectStore('entries').add(row)
      for (const row of heads) transaction.objectStore('heads').put(row)
      for (const row of activity) transaction.objectStore('activity').add(row)
      transaction.commit()
    } catch (error) {
      reject(error)
      abort(transaction)
    }
  })

const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort()
  } catch {
    // It has been aborted already.
  }
}
