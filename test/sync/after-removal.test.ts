import { describe, expect, test } from 'vitest'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import { decodeEntry, tagLength } from '../../src/journal/entry.ts'
import { toHex, type Bytes } from '../../src/journal/bytes.ts'
import { adoptLateEdits, lateEditsOf, type LateEntry } from '../../src/workspace/late-edits.ts'
import type { Desk } from './support/desk.ts'
import { updateOf } from './support/memory-journal.ts'
import { contentAt, foundBoard, openBoard, renameCard, run, titlesAt, writeCard } from './support/team-work.ts'
import { Town } from './support/town.ts'

/** Jana administers, Cem and Dörte work with her; all have the board with one card, and Cem has lost his line to Jana. */
const office = async () => {
  const town = new Town()
  const [jana, cem, doerte] = [await town.join('Jana'), await town.join('Cem'), await town.join('Dörte')]
  const team = await foundBoard(jana)
  town.linkAll()
  await town.pass(2_000)
  for (const desk of [cem, doerte]) await openBoard(desk, team)
  const form = await writeCard(cem, team, 'Bauantrag')
  await town.pass(2_000)
  town.part(cem, jana)
  town.part(doerte, jana)
  return { town, jana, cem, doerte, team, form, document: teamDocument(team) }
}

/** Jana takes a colleague out at the last entry she has of them. */
const remove = async (jana: Desk, who: Desk): Promise<void> => {
  const cuts = [...jana.disk.documents].flatMap(([document, { chains }]) => {
    const head = chains.get(who.device)?.head
    return head ? [[document, { seq: head.seq, hash: toHex(head.hash) }]] : []
  })
  await jana.members.write({ act: 'remove', device: who.device, cuts: Object.fromEntries(cuts) })
}

/** What lies beside the document at somebody’s, opened. What it may rest on of others’ stands before it. */
const lateAt = ({ disk }: Desk, document: string): readonly LateEntry[] =>
  disk.aside
    .filter(row => row.document === document)
    .map(({ device, seq, settled, bytes }) => ({ document, device, seq, at: 0, isOpen: !settled, ...written(bytes) }))
    .sort((a, b) => a.stamp - b.stamp)

/** Here nothing is sealed but by a keyed hash: what an entry says can be read. */
const written = (bytes: Bytes) => {
  const decoded = decodeEntry(bytes)
  if (!decoded.ok) throw new Error('not an entry')
  return { stamp: decoded.value.header.stamp, update: updateOf(decoded.value.ciphertext.slice(0, -tagLength)) }
}

describe('Cem is removed, and Dörte has more of him than Jana, who removed him', () => {
  const story = async () => {
    const at = await office()
    const { town, jana, cem, doerte, team, form } = at
    await renameCard(cem, form, 'Bauantrag digital')
    await writeCard(cem, team, 'Nachgereicht')
    await town.pass(2_000)
    expect(titlesAt(doerte)).toEqual(['Bauantrag digital', 'Nachgereicht'])
    town.part(cem, doerte)
    await remove(jana, cem)
    return at
  }

  test('what lies beyond the cut goes from Dörte’s screen, and both say the same', async () => {
    const { town, jana, doerte, document } = await story()
    town.link(jana, doerte)
    await town.pass(2_000)
    for (const desk of [jana, doerte]) expect(titlesAt(desk)).toEqual(['Bauantrag'])
    expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
    expect(doerte.disk.of(document).chains).toEqual(doerte.disk.of(document).chains)
    await town.pass(300_000)
    expect((await jana.replicator.status()).splits).toEqual([])
    expect((await jana.replicator.status()).held.entries).toBe(0)
  })

  test('it lies beside, at Dörte and at Jana, who may let it count', async () => {
    const { town, jana, doerte, document } = await story()
    town.link(jana, doerte)
    await town.pass(2_000)
    for (const desk of [jana, doerte]) expect(lateAt(desk, document)).toHaveLength(2)
  })

  test('what Dörte did on top of it goes with it, lies beside at hers, and what she does next counts', async () => {
    const { town, jana, doerte, team, form, document } = await story()
    await renameCard(doerte, form, 'Bauantrag online')
    await writeCard(doerte, team, 'Hundesteuer')
    await town.pass(500)
    town.link(jana, doerte)
    await town.pass(2_000)
    for (const desk of [jana, doerte]) expect(titlesAt(desk)).toEqual(['Bauantrag'])
    expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
    const own = lateEditsOf(doerte.opened(document), lateAt(doerte, document)).filter(
      ({ device }) => device === doerte.device,
    )
    expect(own.map(({ records }) => records.map(({ what, name }) => [what, name]))).toEqual([
      [['changed', 'Bauantrag']],
      [['added', 'Hundesteuer']],
    ])
    await run(doerte, adoptLateEdits, { changes: own.flatMap(({ changes }) => changes) })
    await town.pass(2_000)
    for (const desk of [jana, doerte]) expect(titlesAt(desk)).toEqual(['Bauantrag online', 'Hundesteuer'])
    await renameCard(doerte, form, 'Bauantrag einfach')
    await town.pass(2_000)
    for (const desk of [jana, doerte]) expect(titlesAt(desk)).toEqual(['Bauantrag einfach', 'Hundesteuer'])
    expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
  })

  test('Dörte was off when it was said: she takes it out when she starts', async () => {
    const { town, jana, doerte, team, document } = await story()
    await doerte.members.port.take(logOf(jana))
    doerte.crash()
    doerte.start()
    await openBoard(doerte, team)
    await town.pass(2_000)
    expect(titlesAt(doerte)).toEqual(['Bauantrag'])
    expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
  })

  test('her device dies at any write of it: after the next start both say the same', async () => {
    for (let dieAt = 1; dieAt < 8; dieAt++) {
      const { town, jana, doerte, team, document } = await story()
      doerte.disk.dieAt = doerte.disk.writes + dieAt
      town.link(jana, doerte)
      await town.pass(2_000)
      if (!doerte.isRunning) doerte.start()
      doerte.disk.dieAt = Infinity
      await openBoard(doerte, team)
      town.link(jana, doerte)
      await town.pass(2_000)
      expect(titlesAt(doerte), `died at write ${dieAt}`).toEqual(['Bauantrag'])
      expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
    }
  })

  test('Cem himself keeps what he has', async () => {
    const { town, jana, cem, doerte } = await story()
    town.link(jana, doerte)
    await town.pass(2_000)
    expect(titlesAt(cem)).toEqual(['Bauantrag digital', 'Nachgereicht'])
  })

  test('Jana reads what he did, card by card, adopts one, and it is hers at both', async () => {
    const { town, jana, doerte, document, form } = await story()
    town.link(jana, doerte)
    await town.pass(2_000)
    const edits = lateEditsOf(jana.opened(document), lateAt(jana, document))
    expect(edits.map(({ records }) => records.map(({ what, name, type }) => [what, type, name]))).toEqual([
      [['changed', 'item', 'Bauantrag']],
      [['added', 'item', 'Nachgereicht']],
    ])
    const [renamed, added] = edits
    expect(renamed?.records).toMatchObject([{ id: form, cells: ['title'] }])
    await run(jana, adoptLateEdits, { changes: added?.changes ?? [] })
    await town.pass(2_000)
    for (const desk of [jana, doerte]) expect(titlesAt(desk)).toEqual(['Bauantrag', 'Nachgereicht'])
    const made = [...doerte.workspace.records.all('item')].find(({ id }) => id !== form)
    expect(made?.createdBy).toBe('jana')
    expect(lateEditsOf(jana.opened(document), lateAt(jana, document))).toHaveLength(1)
    await jana.workspace.undo()
    await town.pass(2_000)
    expect(lateEditsOf(jana.opened(document), lateAt(jana, document))).toHaveLength(2)
  })
})

const logOf = (desk: Desk): readonly Uint8Array<ArrayBuffer>[] =>
  [...desk.disk.of('membership#1').rows.values()].flat().map(({ bytes }) => bytes)

test('members speak between the judging of an entry and its appending: it is judged again, and lies beside', async () => {
  const { town, jana, cem, doerte, team, document } = await office()
  town.part(cem, doerte)
  await writeCard(cem, team, 'Zu spät')
  await remove(jana, cem)
  // Her disk is slow: she has judged Cem’s entry by what she knew, and hears of the removal before it is written.
  doerte.disk.wait = () => town.time.sleep(1_000)
  town.link(cem, doerte)
  await town.pass(300)
  doerte.disk.wait = () => Promise.resolve()
  const appended: string[] = []
  const add = doerte.disk.add.bind(doerte.disk)
  doerte.disk.add = (name, rows, chains) => {
    for (const { device } of rows) if (name === document && device === cem.device) appended.push(device)
    add(name, rows, chains)
  }
  await doerte.members.port.take(logOf(jana))
  await town.pass(5_000)
  expect(appended).toEqual([])
  expect(titlesAt(doerte)).toEqual(['Bauantrag'])
})

describe('Cem’s laptop was put back, and has two histories', () => {
  /** Jana has the one, Dörte the other, longer than the place at which they part. */
  const story = async () => {
    const at = await office()
    const { town, jana, cem, doerte, team } = at
    town.part(cem, doerte)
    const putBack = cem.disk.backUp()
    await writeCard(cem, team, 'Alt 1')
    await writeCard(cem, team, 'Alt 2')
    town.link(cem, jana)
    await town.pass(2_000)
    town.part(cem, jana)
    cem.crash()
    putBack()
    cem.start()
    await openBoard(cem, team)
    for (const title of ['Neu 1', 'Neu 2', 'Neu 3']) await writeCard(cem, team, title)
    town.link(cem, doerte)
    await town.pass(2_000)
    town.part(cem, doerte)
    expect(titlesAt(doerte)).toContain('Neu 3')
    return at
  }

  test('each sees that there are two, and whose', async () => {
    const { town, jana, cem, doerte } = await story()
    town.link(jana, doerte)
    await town.pass(60_000)
    for (const { replicator } of [jana, doerte])
      expect((await replicator.status()).forks.map(({ device }) => device)).toContain(cem.device)
  })

  test('Jana removes him with the history she has: Dörte gives up the other one, entry by entry, and has hers', async () => {
    const { town, jana, cem, doerte, document } = await story()
    town.link(jana, doerte)
    await town.pass(60_000)
    await remove(jana, cem)
    await town.pass(120_000)
    for (const desk of [jana, doerte]) expect(titlesAt(desk)).toEqual(['Alt 1', 'Alt 2', 'Bauantrag'])
    expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
    expect((await doerte.replicator.status()).held.entries).toBe(0)
  })
})
