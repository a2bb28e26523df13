import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canonicalDocument } from '../../src/document/canonical.ts'
import { beyondTheCut, onWhatWasCut, type Bench } from '../../src/workspace/journal-port.ts'
import { office, person, syncJournal, write, type Colleague } from './colleague.ts'
import {
  batchOf,
  eager,
  leave,
  nameOf,
  namesIn,
  newDocument,
  openDesk,
  reload,
  tidy,
  workspace,
  type Desk,
} from './desk.ts'
import { catchRejections, letRejectionsPass, mend, watchDisk } from './faults.ts'

/** Cem’s entries count up to the first. */
const cutAt = ({ hand }: Colleague, hash: Uint8Array<ArrayBuffer>): Bench => ({
  document: workspace,
  mayWrite: ({ device, seq }) => (device === hand.device && seq > 1 ? beyondTheCut : 'yes'),
  cut: (_, device) => (device === hand.device ? { seq: 1, hash } : undefined),
  forkOf: () => undefined,
})

/** Jana’s browser holds what Cem wrote: one entry that counts, two that will not, and a copy and a picture of all of it. */
const morning = async () => {
  const { id, desk, cem, door } = await office()
  const document = newDocument()
  await write(desk, ...nameOf(document, 'jana', 'Jana'))
  const page = cem.page(1)
  const first = await person(page, 'cem', 'Cem')
  const rest = [await person(page, 'cem', 'Cem Y.'), await person(page, 'gast', 'Gast')]
  await door([first, ...rest])
  await tidy(desk, document)
  await tidy(desk, document)
  expect(namesIn(document)).toEqual({ jana: 'Jana', cem: 'Cem Y.', gast: 'Gast' })
  return { id, desk, cem, door, document, bench: cutAt(cem, first.hash), page }
}

const after = { jana: 'Jana', cem: 'Cem' }

const again = async (id: string, { identity }: Desk): Promise<Desk> => {
  const next = await openDesk(id, eager)
  next.identity.keyring = identity.keyring
  return next
}

/** What the journal alone says is what is shown, whatever lies in copies and pictures. */
const expectTruth = async (desk: Desk, names: Readonly<Record<string, string>>): Promise<void> => {
  const { document, report } = await reload(desk)
  const folded = newDocument()
  folded.mergeAll((await desk.ports.storage.since(workspace, {})).updates, 'storage')
  expect(canonicalDocument(document)).toEqual(canonicalDocument(folded))
  expect(namesIn(document)).toEqual(names)
  expect(document.ydoc.store.pendingStructs).toBeNull()
  expect(report.findings).toEqual([])
  const picture = await desk.ports.storage.picture(workspace)
  if (picture) expect(picture.heads).toEqual(report.heads)
}

/** What members cut is taken out of a browser that has it: in node and in Chromium. */
export const refoldScenes = (): void => {
  beforeAll(letRejectionsPass)
  afterAll(async () => {
    await new Promise(resolve => setTimeout(resolve, 50))
    catchRejections()
  })
  afterEach(mend)

  test('it goes from the journal and with it from copy, picture and read model, and lies beside with its bytes', async () => {
    const { id, desk, cem, bench } = await morning()
    expect(await syncJournal(desk).refold(bench)).toEqual({ ok: true, isChanged: true })
    await expectTruth(desk, after)
    const aside = await syncJournal(desk).aside(workspace)
    expect(aside.map(({ device, seq, reason }) => [device, seq, reason])).toEqual([
      [cem.hand.device, 2, beyondTheCut],
      [cem.hand.device, 3, beyondTheCut],
    ])
    await leave(desk)
    await expectTruth(await again(id, desk), after)
  })

  test('nothing is to be done a second time', async () => {
    const { desk, bench } = await morning()
    await syncJournal(desk).refold(bench)
    expect(await syncJournal(desk).refold(bench)).toEqual({ ok: true, isChanged: false })
  })

  test('the process dies at the n-th write, for every n: all of it or nothing, and the next time all', async () => {
    const counted = await morning()
    const writes = watchDisk()
    await syncJournal(counted.desk).refold(counted.bench)
    const count = writes()
    mend()
    expect(count).toBeGreaterThan(6)
    for (let dieAt = 1; dieAt <= count; dieAt++) {
      const { id, desk, bench } = await morning()
      watchDisk(dieAt)
      await syncJournal(desk)
        .refold(bench)
        .catch(() => undefined)
      mend()
      await leave(desk)
      const next = await again(id, desk)
      const seqs = (await next.database.entriesOf(workspace)).length
      expect([2, 4], `died at write ${dieAt}`).toContain(seqs)
      await expectTruth(next, seqs === 2 ? after : { jana: 'Jana', cem: 'Cem Y.', gast: 'Gast' })
      await syncJournal(next).refold(bench)
      await expectTruth(next, after)
      await tidy(next, (await reload(next)).document)
      await expectTruth(next, after)
      await leave(next)
    }
  }, 120_000)

  test('a tab that had read it before hears that it has to read anew, and leaves neither copy nor picture of it', async () => {
    const { id, desk, bench, document } = await morning()
    const { heads } = await desk.ports.storage.since(workspace, {})
    await syncJournal(desk).refold(bench)
    expect((await desk.ports.storage.since(workspace, heads)).folds).toBe(1)
    await desk.ports.storage.storeCopy(workspace, document, [...document.readAll()], heads, 0)
    await leave(desk)
    await expectTruth(await again(id, desk), after)
  })

  test('a document that was read anew is copied again, and its copy holds', async () => {
    const { id, desk, bench } = await morning()
    await syncJournal(desk).refold(bench)
    const { document, report } = await reload(desk)
    await write(desk, ...nameOf(document, 'jana', 'Jana Vogt'))
    const { heads } = await desk.ports.storage.since(workspace, {})
    await desk.ports.storage.storeCopy(workspace, document, [...document.readAll()], heads, report.folds)
    await leave(desk)
    const next = await again(id, desk)
    await expectTruth(next, { ...after, jana: 'Jana Vogt' })
    expect((await next.ports.storage.picture(workspace))?.records).toHaveLength(2)
  })

  test('Jana had gone on from it: her edit stays in her chain, counts no longer, and lies beside as hers', async () => {
    const { desk, bench, document } = await morning()
    await write(desk, ...nameOf(document, 'cem', 'Cem Yıldız'))
    await syncJournal(desk).refold(bench)
    await expectTruth(desk, after)
    const own = (await syncJournal(desk).aside(workspace)).filter(({ device }) => device === desk.identity.device)
    expect(own.map(({ seq, reason }) => [seq, reason])).toEqual([[2, onWhatWasCut]])
    expect((await desk.database.headsOf(workspace)).map(({ ref }) => ref.seq).sort()).toEqual([1, 2])
    const { document: fresh } = await reload(desk)
    await write(desk, ...nameOf(fresh, 'cem', 'Cem Kaya'))
    await expectTruth(desk, { ...after, cem: 'Cem Kaya' })
  })

  test('members give the right back: what lay beside comes in by the door, and all counts again', async () => {
    const { desk, bench, door, document } = await morning()
    await write(desk, ...nameOf(document, 'cem', 'Cem Yıldız'))
    const journal = syncJournal(desk)
    await journal.refold(bench)
    const late = (await journal.aside(workspace)).filter(({ reason }) => reason === beyondTheCut)
    await door(late)
    await journal.letGo(workspace, late)
    const given: Bench = { ...bench, mayWrite: () => 'yes', cut: () => undefined }
    await syncJournal(desk).refold(given)
    await expectTruth(desk, { jana: 'Jana', cem: 'Cem Yıldız', gast: 'Gast' })
    expect(await journal.aside(workspace)).toEqual([])
  })

  describe('own entries lie beyond the cut', () => {
    test('nothing takes their places until members have said more', async () => {
      const { desk, document } = await morning()
      const { device } = desk.identity
      await write(desk, ...nameOf(document, 'jana', 'Jana Vogt'))
      const [first] = await desk.database.entriesOf(workspace, device)
      const hash = first?.hash ?? new Uint8Array(32)
      await syncJournal(desk).refold({
        document: workspace,
        mayWrite: place => (place.device === device && place.seq > 1 ? beyondTheCut : 'yes'),
        cut: (_, one) => (one === device ? { seq: 1, hash } : undefined),
        forkOf: () => undefined,
      })
      const { document: fresh } = await reload(desk)
      const next = await openDesk(desk.identity.id, eager)
      next.identity.keyring = desk.identity.keyring
      const appended = await next.ports.storage.append(batchOf(nameOf(fresh, 'jana', 'J. Vogt')))
      expect(appended).toMatchObject({ ok: false, failure: { because: 'storageFailed' } })
    })
  })

  test('what was decided about it is remembered, and can be taken back', async () => {
    const { desk, bench, cem } = await morning()
    const journal = syncJournal(desk)
    await journal.refold(bench)
    const place = { device: cem.hand.device, seq: 2 }
    const settledAt = async () => (await journal.aside(workspace)).find(({ seq }) => seq === 2)?.settled
    await journal.settle(workspace, [place], 'dropped')
    expect(await settledAt()).toBe('dropped')
    await journal.settle(workspace, [place], undefined)
    expect(await settledAt()).toBeUndefined()
  })

  test('a chain that moved meanwhile is looked at again: nothing is written', async () => {
    const { desk, bench, page, door } = await morning()
    const journal = syncJournal(desk)
    const ledger = await journal.ledger(workspace)
    await door([await person(page, 'mehr', 'Mehr')])
    const stale = Object.assign(Object.create(journal) as typeof journal, { ledger: async () => ledger })
    const kept = await stale.refold(bench)
    expect(kept.ok && kept.isChanged).toBe(false)
  })
}
