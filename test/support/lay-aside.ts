import type { Page } from 'playwright'

/** What is done in the page’s own database; the page hears of it when it is loaded again. */
const inJournal = async (page: Page, isAside: boolean): Promise<void> => {
  await page.evaluate(async aside => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const name = names.find(one => /^lotse:[0-9a-f]{64}$/.test(one)) ?? ''
    const answer = <Value>(asked: IDBRequest): Promise<Value> =>
      new Promise(resolve => asked.addEventListener('success', () => resolve(asked.result as Value)))
    type Row = { document: string; device: string; seq: number; bytes: Uint8Array; counts?: false | undefined }
    const database = await answer<IDBDatabase>(indexedDB.open(name))
    const stores = ['entries', 'quarantine', 'covered', 'pictures', 'clock', 'keys']
    const writing = database.transaction(stores, 'readwrite')
    const [entries, quarantine, covered] = stores.map(one => writing.objectStore(one))
    const rows = await answer<Row[]>(writing.objectStore('entries').getAll())
    const keys = await answer<{ id: string; keys?: { id: Uint8Array } }[]>(writing.objectStore('keys').getAll())
    const id = keys.find(row => row.id === 'device')?.keys?.id ?? new Uint8Array()
    const own = Array.from(id, byte => byte.toString(16).padStart(2, '0')).join('')
    const last = rows.findLast(({ document, device }) => document.startsWith('team:') && device === own)
    const other = rows.find(({ device }) => device !== own)?.device ?? 'cd'.repeat(32)
    if (last) {
      entries?.put(aside ? { ...last, counts: false } : { ...last, counts: undefined })
      const { document, bytes } = last
      const before = await answer<{ folds?: number } | undefined>(covered!.get(document))
      covered?.put({ document, copy: {}, checkpoint: {}, folds: (before?.folds ?? 0) + 1 })
      quarantine?.clear()
      const row = { document, bytes, at: Date.now(), from: own }
      if (aside) quarantine?.put({ ...row, device: own, seq: last.seq, reason: 'rests on what was cut' })
      if (aside) quarantine?.put({ ...row, device: other, seq: 901, reason: 'seal is broken' })
      if (aside) quarantine?.put({ ...row, device: other, seq: 902, reason: 'fork' })
    }
    writing.objectStore('pictures').clear()
    writing.objectStore('clock').clear()
    await new Promise(resolve => writing.addEventListener('complete', resolve))
    database.close()
  }, isAside)
  await page.reload()
}

/**
 * Lays beside the team's document what can lie there: the newest own edit, as if it rested on something that was taken out; an entry that was
 * refused; and a second history of somebody's device.
 */
export const layAside = (page: Page): Promise<void> => inJournal(page, true)

/** Takes it away again. */
export const clearAside = (page: Page): Promise<void> => inJournal(page, false)
