import { afterEach, describe, expect, test } from 'vitest'
import { toHex } from '../../src/journal/bytes.ts'
import { refOf } from '../sync/support/page.ts'
import { colleague, doorOf, office, person, syncJournal, write } from './colleague.ts'
import { eager, leave, nameOf, namesIn, newDocument, openDesk, reload, tidy, workspace, type Desk } from './desk.ts'
import { fillDisk, mend, watchDisk } from './faults.ts'

const lastOwn = async (desk: Desk) => (await desk.database.entriesOf(workspace, desk.identity.device)).at(-1)

/** Entries of other devices, wherever there is an IndexedDB: in node and in Chromium. */
export const arrivalScenes = (): void => {
  afterEach(mend)

  describe('Cem’s entries arrive in Jana’s browser', () => {
    test('they are in the journal with their head, and in the document after a reload', async () => {
      const { id, desk, cem, door } = await office()
      const page = cem.page(1)
      const entries = [await person(page, 'cem', 'Cem'), await person(page, 'cem', 'Cem Yıldız')]
      expect((await door(entries)).taken).toHaveLength(2)
      const [head] = await desk.database.headsOf(workspace)
      expect(head).toMatchObject({ device: cem.hand.device, ref: { seq: 2 }, clocks: { 1: expect.any(Number) } })
      expect((await reload(desk)).names).toEqual({ cem: 'Cem Yıldız' })
      expect(await desk.ports.storage.documents()).toEqual([workspace])
      const again = await openDesk(id)
      again.identity.keyring = desk.identity.keyring
      expect((await reload(again)).names).toEqual({ cem: 'Cem Yıldız' })
    })

    test('an open document takes them up by what lies behind what it has seen, and its next entry names them as a cause', async () => {
      const { desk, cem, door } = await office()
      const document = newDocument()
      const seen = await write(desk, ...nameOf(document, 'jana', 'Jana'))
      const entry = await person(cem.page(1), 'cem', 'Cem')
      await door([entry])
      const { updates, heads } = await desk.ports.storage.since(workspace, seen)
      document.mergeAll(updates, 'remote')
      expect(namesIn(document)).toEqual({ cem: 'Cem', jana: 'Jana' })
      expect(heads).toEqual({ [desk.identity.device]: 1, [cem.hand.device]: 1 })
      await write(desk, ...nameOf(document, 'cem', 'Cem Yıldız'))
      const own = await desk.database.heads.get([workspace, desk.identity.device])
      expect(own).toMatchObject({ ref: { seq: 2 }, seen: { [cem.hand.device]: 1 } })
    })

    test('what rests on the other is taken whole in any order, and nothing stays pending', async () => {
      const { desk, cem, door } = await office()
      const doerte = await colleague(desk)
      const [one, other] = [cem.page(1), doerte.page(2)]
      const first = await person(one, 'cem', 'Cem')
      other.read(first)
      const second = await person(other, 'cem', 'Cem Y.', { deps: [refOf(first)], stamp: 7 })
      one.read(second)
      const third = await person(one, 'cem', 'Cem Yıldız', { deps: [refOf(second)] })
      await door([third])
      await door([second])
      await door([first])
      const { document, names } = await reload(desk)
      expect(names).toEqual({ cem: 'Cem Yıldız' })
      expect(document.ydoc.store.pendingStructs).toBeNull()
    })

    test('copy and picture hold with several devices: they reach as far as both, and no further', async () => {
      const { id, desk, cem, door } = await office()
      const document = newDocument()
      await write(desk, ...nameOf(document, 'jana', 'Jana'))
      const page = cem.page(1)
      await door([await person(page, 'cem', 'Cem')])
      await tidy(desk, document)
      const picture = await desk.ports.storage.picture(workspace)
      expect(picture?.heads).toEqual({ [desk.identity.device]: 1, [cem.hand.device]: 1 })
      expect(picture?.records.map(record => record.id).sort()).toEqual(['cem', 'jana'])
      await door([await person(page, 'cem', 'Cem Yıldız')])
      await leave(desk)
      const next = await openDesk(id, eager)
      next.identity.keyring = desk.identity.keyring
      const { names, report } = await reload(next)
      expect(names).toEqual({ cem: 'Cem Yıldız', jana: 'Jana' })
      expect(report.findings).toEqual([])
      expect(report.behind?.entries.map(entry => entry.device)).toEqual([cem.hand.device])
    })

    test('a stamp from far ahead pushes nobody’s own stamps along', async () => {
      const { desk, cem, door } = await office()
      await door([await person(cem.page(1), 'cem', 'Cem', { stamp: Number.MAX_SAFE_INTEGER })])
      await write(desk, ...nameOf(newDocument(), 'jana', 'Jana'))
      expect((await lastOwn(desk))?.stamp).toBeLessThan(Number.MAX_SAFE_INTEGER / 2)
    })

    test('a cause that does not count is kept in its chain and left out of the document', async () => {
      const { desk, cem, door } = await office()
      await door([await person(cem.page(1), 'cem', 'Cem')])
      const [row] = await desk.database.entriesOf(workspace)
      if (row) await desk.database.entries.put({ ...row, counts: false })
      expect((await reload(desk)).names).toEqual({})
    })
  })

  describe('all of a batch, or nothing', () => {
    test('the process dies at the n-th write, for every n', async () => {
      for (let dieAt = 1; dieAt < 6; dieAt++) {
        const { desk, cem, door } = await office()
        const page = cem.page(1)
        const entries = [await person(page, 'a', 'A'), await person(page, 'b', 'B'), await person(page, 'c', 'C')]
        watchDisk(dieAt)
        await door(entries).catch(() => undefined)
        mend()
        const rows = await desk.database.entriesOf(workspace)
        const heads = await desk.database.headsOf(workspace)
        expect(rows.length, `died at write ${dieAt}`).toBe(heads[0]?.ref.seq ?? 0)
        expect([0, 3]).toContain(rows.length)
        await door(entries)
        expect((await reload(desk)).names).toEqual({ a: 'A', b: 'B', c: 'C' })
      }
    })

    test('another tab has gone on meanwhile: nothing is written twice', async () => {
      const { id, desk, cem, door } = await office()
      const page = cem.page(1)
      const entry = await person(page, 'cem', 'Cem')
      const journal = syncJournal(desk)
      const ledger = await journal.ledger(workspace)
      const other = await openDesk(id)
      other.identity.keyring = desk.identity.keyring
      const late = doorOf(desk, Object.assign(Object.create(journal) as typeof journal, { ledger: async () => ledger }))
      await doorOf(other)([entry])
      const { taken, failure } = await late([entry])
      expect([taken.length, failure?.because]).toEqual([0, 'storageFailed'])
      expect(await desk.database.entriesOf(workspace)).toHaveLength(1)
      expect((await door([entry])).outcomes[0]?.verdict.outcome).toBe('known')
    })

    test('on a full disk nothing is taken, and everything later', async () => {
      const { desk, cem, door } = await office()
      const entry = await person(cem.page(1), 'cem', 'Cem')
      let isFull = true
      fillDisk(() => isFull)
      expect((await door([entry])).failure?.because).toBe('storageFull')
      isFull = false
      expect((await door([entry])).taken).toHaveLength(1)
      expect((await reload(desk)).names).toEqual({ cem: 'Cem' })
    })
  })

  describe('what was refused', () => {
    test('is set aside with who brought it, ends its chain also after a restart, and is counted', async () => {
      const { id, desk, cem, door } = await office()
      const page = cem.page(1)
      const bad = await person(page, 'cem', 'Cem', { clients: [99] })
      const next = await person(page, 'cem', 'Cem Yıldız')
      await door([bad])
      expect(await desk.database.quarantine.toArray()).toMatchObject([
        {
          document: workspace,
          device: cem.hand.device,
          seq: 1,
          reason: 'author is foreign',
          from: 'cem',
          bytes: bad.bytes,
        },
      ])
      const later = await openDesk(id)
      later.identity.keyring = desk.identity.keyring
      const [outcome] = (await doorOf(later)([next])).outcomes
      expect(outcome?.verdict).toMatchObject({ outcome: 'refused', refusal: { because: 'chain has ended', seq: 1 } })
      expect((await desk.health.check()).setAside).toBe(1)
    })

    test('does not fill the disk', async () => {
      const { desk, cem } = await office()
      const journal = syncJournal(desk)
      const bytes = (await person(cem.page(1), 'cem', 'Cem')).bytes
      const row = { document: workspace, device: cem.hand.device, reason: 'fork', bytes, from: 'cem' }
      for (let seq = 1; seq <= 100; seq++) await journal.setAside([{ ...row, seq }])
      expect(await desk.database.quarantine.count()).toBe(64)
    })

    test('an entry this browser found damaged itself ends nobody’s chain', async () => {
      const { desk, cem, door } = await office()
      const page = cem.page(1)
      await door([await person(page, 'cem', 'Cem')])
      const [row] = await desk.database.entriesOf(workspace)
      if (row) await desk.database.entries.put({ ...row, bytes: row.bytes.slice(0, -1) })
      await reload(desk)
      expect(await desk.database.quarantine.count()).toBe(1)
      expect((await door([await person(page, 'dora', 'Dora')])).outcomes[0]?.verdict.outcome).toBe('taken')
      expect((await syncJournal(desk).ledger(workspace)).ended.size).toBe(0)
    })
  })

  describe('ranges for others', () => {
    test('causes come first, so many bytes at once, and at least one entry', async () => {
      const { desk, cem, door } = await office()
      const document = newDocument()
      await write(desk, ...nameOf(document, 'jana', 'Jana'))
      const page = cem.page(1)
      const many = []
      for (let index = 0; index < 150; index++) many.push(await person(page, `p${index}`, 'Name'))
      await door(many)
      const journal = syncJournal(desk)
      const span = { document: workspace, device: cem.hand.device, from: 3, to: 140 }
      const own = { document: workspace, device: desk.identity.device, from: 1, to: 1 }
      const some = await journal.entries([span], 4_000)
      expect(some.map(bytes => toHex(bytes))).toEqual(many.slice(2, 2 + some.length).map(({ bytes }) => toHex(bytes)))
      expect(some.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(4_000)
      expect(await journal.entries([span], 1)).toHaveLength(1)
      expect(await journal.entries([{ ...span, from: 200, to: 300 }], 4_000)).toEqual([])
      const both = await journal.entries([span, own], 1_000_000)
      // Jana’s entry is younger than all of Cem’s: it goes out when no older one can come any more.
      expect(both.length).toBe(64)
      const rest = await journal.entries([{ ...span, from: 100 }, own], 1_000_000)
      expect(rest).toHaveLength(42)
    })
  })
}
