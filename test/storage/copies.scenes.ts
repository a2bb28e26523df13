import { describe, expect, test } from 'vitest'
import { namesOf } from '../../src/storage/names.ts'
import { batchOf, eager, foundOffice, leave, nameOf, openDesk, reload, tidy, workspace } from './desk.ts'

/** The y-indexeddb database of a copy, opened as anything might open it. */
const openCopy = (id: string) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(namesOf(id).copy(workspace))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

const changeCopy = async (id: string, change: (rows: IDBObjectStore) => void) => {
  const database = await openCopy(id)
  const transaction = database.transaction('updates', 'readwrite')
  change(transaction.objectStore('updates'))
  await new Promise(resolve => transaction.addEventListener('complete', resolve))
  database.close()
}

const rowsOf = async (id: string): Promise<{ keys: number[]; rows: Uint8Array[] }> => {
  const database = await openCopy(id)
  const rows = database.transaction('updates').objectStore('updates')
  const [keys, values] = [rows.getAllKeys(), rows.getAll()]
  await new Promise(resolve => values.addEventListener('success', resolve))
  database.close()
  return { keys: keys.result as number[], rows: values.result as Uint8Array[] }
}

/** Anna's workspace with three people, its copy stored, and one more edit that only the journal holds. */
export const withCopy = async () => {
  const { id } = await foundOffice()
  const desk = await openDesk(id, eager)
  const { document } = await reload(desk)
  for (const name of ['anna', 'ben', 'cem'])
    await desk.ports.storage.append(batchOf(nameOf(document, name, name.toUpperCase())))
  await tidy(desk, document)
  await desk.ports.storage.append(batchOf(nameOf(document, 'dora', 'DORA')))
  return { id, desk, document }
}

const everybody = { anna: 'ANNA', ben: 'BEN', cem: 'CEM', dora: 'DORA' }

export const copyScenes = (): void => {
  describe('a document is opened from its copy', () => {
    test('and only the entries behind the copy are read', async () => {
      const { id, desk } = await withCopy()
      await leave(desk)
      const next = await openDesk(id, eager)
      const rows = await next.database.entriesOf(workspace)
      for (const row of rows.slice(0, 3)) await next.database.entries.put({ ...row, bytes: new Uint8Array(3) })
      const { names, report } = await reload(next)
      expect(names).toEqual(everybody)
      expect(report).toMatchObject({ heads: { [next.identity.device]: 4 }, findings: [] })
    })

    test('an edit alone writes nothing into the copy: it is never ahead of the journal', async () => {
      const { id, document } = await withCopy()
      const before = await rowsOf(id)
      nameOf(document, 'emil', 'EMIL')
      await new Promise(resolve => setTimeout(resolve, 50))
      expect(await rowsOf(id)).toEqual(before)
    })

    test('a document with an edit that is not journalled yet is not stored', async () => {
      const { id, desk, document } = await withCopy()
      const before = await rowsOf(id)
      nameOf(document, 'emil', 'EMIL')
      await tidy(desk, document)
      expect((await rowsOf(id)).rows).toEqual(before.rows)
    })

    test('storing again leaves one row', async () => {
      const { id, desk, document } = await withCopy()
      await tidy(desk, document)
      expect((await rowsOf(id)).rows).toHaveLength(1)
      await leave(desk)
      expect((await reload(await openDesk(id, eager))).names).toEqual(everybody)
    })

    test('another tab has removed it meanwhile: it is stored anew', async () => {
      const { id, desk, document } = await withCopy()
      const gone = indexedDB.deleteDatabase(namesOf(id).copy(workspace))
      await new Promise(resolve => gone.addEventListener('success', resolve))
      await tidy(desk, document)
      await leave(desk)
      const { names, report } = await reload(await openDesk(id, eager))
      expect(names).toEqual(everybody)
      expect(report.findings).toEqual([])
    })
  })

  describe('a copy is broken: it is thrown away, the journal gives the same document', () => {
    test.each<[string, (keys: number[], rows: Uint8Array[]) => (store: IDBObjectStore) => void]>([
      ['an undecodable row', () => store => store.add(Uint8Array.of(1, 200, 1, 99))],
      ['a row of something else', () => store => store.add('Kaffee')],
      [
        'a flipped bit',
        ([key], [row]) =>
          store =>
            store.put(
              row!.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
              key,
            ),
      ],
      [
        'a truncated row',
        ([key], [row]) =>
          store =>
            store.put(row!.slice(0, 60), key),
      ],
      ['no row at all', () => store => store.clear()],
    ])('%s', async (_, damage) => {
      const { id, desk } = await withCopy()
      await leave(desk)
      const { keys, rows } = await rowsOf(id)
      await changeCopy(id, damage(keys, rows))
      const next = await openDesk(id, eager)
      const { names, report, document } = await reload(next)
      expect(names).toEqual(everybody)
      expect(report.findings).toMatchObject([{ finding: 'copyRebuilt', document: workspace }])
      await tidy(next, document)
      await leave(next)
      expect((await reload(await openDesk(id, eager))).report.findings).toEqual([])
    })

    test('the database of the copy is gone', async () => {
      const { id, desk } = await withCopy()
      await leave(desk)
      const gone = indexedDB.deleteDatabase(namesOf(id).copy(workspace))
      await new Promise(resolve => gone.addEventListener('success', resolve))
      const { names, report } = await reload(await openDesk(id, eager))
      expect(names).toEqual(everybody)
      expect(report.findings).toMatchObject([{ finding: 'copyRebuilt', detail: 'absent' }])
    })

    test('the last local checkpoint shortens the fold', async () => {
      const { id, desk } = await withCopy()
      await leave(desk)
      await changeCopy(id, store => store.clear())
      const next = await openDesk(id, eager)
      for (const row of (await next.database.entriesOf(workspace)).slice(0, 3))
        await next.database.entries.put({ ...row, bytes: new Uint8Array(3) })
      const { names, report } = await reload(next)
      expect(names).toEqual(everybody)
      expect(report.findings.map(({ finding }) => finding)).toEqual(['copyRebuilt'])
    })

    test('a checkpoint that is broken too is left alone', async () => {
      const { id, desk } = await withCopy()
      const checkpoint = (await desk.database.checkpoints.get(workspace))!
      await desk.database.checkpoints.put({ ...checkpoint, state: checkpoint.state.map(byte => byte ^ 1) })
      await leave(desk)
      await changeCopy(id, store => store.clear())
      expect((await reload(await openDesk(id, eager))).names).toEqual(everybody)
    })
  })

  describe('the copy holds what the journal has lost', () => {
    test('it is journalled before anything else', async () => {
      const { id, desk, document } = await withCopy()
      await tidy(desk, document)
      const { entries, heads, checkpoints } = desk.database
      const [first] = await desk.database.entriesOf(workspace)
      const second = (await desk.database.entriesOf(workspace))[1]!
      await entries
        .where('[document+device+seq]')
        .between([workspace, second.device, 3], [workspace, second.device, 9])
        .delete()
      await checkpoints.clear()
      const head = (await heads.get([workspace, second.device]))!
      const clocks = Object.fromEntries(Object.keys(head.clocks).map(client => [client, 4]))
      await heads.put({ ...head, ref: { ...head.ref, seq: 2, hash: second.hash }, clocks })
      expect(first?.seq).toBe(1)
      await leave(desk)

      const next = await openDesk(id, eager)
      const { names, report } = await reload(next)
      expect(names).toEqual(everybody)
      expect(report.findings).toMatchObject([{ finding: 'recovered', document: workspace }])
      await leave(next)
      await changeCopy(id, store => store.clear())
      const folded = await reload(await openDesk(id, eager))
      expect(folded.names).toEqual(everybody)
      expect(folded.document.ydoc.store.pendingStructs).toBeNull()
    })
  })
}
