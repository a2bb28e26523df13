import type { Page } from 'playwright'

/**
 * Lays beside the team's document what can lie there: an own edit that rests on something taken out (the oldest place of a card that has moved
 * since), an entry that was refused, and a second history of somebody's device. The page hears of it when it is loaded again.
 */
export const layAside = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const database = await openJournal()
    const all = <Value>(name: string): Promise<Value[]> =>
      new Promise(resolve => {
        const asked = database.transaction(name).objectStore(name).getAll()
        asked.addEventListener('success', () => resolve(asked.result as Value[]))
      })
    type Entry = { document: string; device: string; seq: number; bytes: Uint8Array }
    const [entries, keys] = [await all<Entry>('entries'), await all<{ id: string; keys?: { id: Uint8Array } }>('keys')]
    const id = keys.find(row => row.id === 'device')?.keys?.id ?? new Uint8Array()
    const own = Array.from(id, byte => byte.toString(16).padStart(2, '0')).join('')
    const other = entries.find(({ device }) => device !== own)?.device ?? 'cd'.repeat(32)
    const beside = entries.filter(({ document, device }) => document.startsWith('team:') && device === own)
    const row = { at: Date.now(), from: own }
    const writing = database.transaction('quarantine', 'readwrite')
    const quarantine = writing.objectStore('quarantine')
    for (const { document, device, seq, bytes } of beside)
      quarantine.put({ ...row, document, device, seq, bytes, reason: 'rests on what was cut' })
    const [first] = beside
    if (first) {
      const { document, bytes } = first
      quarantine.put({ ...row, document, bytes, device: other, seq: 901, reason: 'seal is broken' })
      quarantine.put({ ...row, document, bytes, device: other, seq: 902, reason: 'fork' })
    }
    await new Promise(resolve => writing.addEventListener('complete', resolve))
    database.close()

    async function openJournal(): Promise<IDBDatabase> {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
      const name = names.find(one => /^lotse:[0-9a-f]{64}$/.test(one)) ?? ''
      return new Promise(resolve => {
        const asked = indexedDB.open(name)
        asked.addEventListener('success', () => resolve(asked.result))
      })
    }
  })
  await page.reload()
}

/** Takes it away again. */
export const clearAside = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const name = names.find(one => /^lotse:[0-9a-f]{64}$/.test(one)) ?? ''
    const database = await new Promise<IDBDatabase>(resolve => {
      const asked = indexedDB.open(name)
      asked.addEventListener('success', () => resolve(asked.result))
    })
    const writing = database.transaction('quarantine', 'readwrite')
    writing.objectStore('quarantine').clear()
    await new Promise(resolve => writing.addEventListener('complete', resolve))
    database.close()
  })
  await page.reload()
}
