import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import { toHex } from '../../src/journal/bytes.ts'
import { usualHabits } from '../../src/sync/habits.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { journalChecks } from '../../src/sync/judge.ts'
import { limits } from '../../src/sync/limits.ts'
import { encodeMessage } from '../../src/sync/messages.ts'
import type { Desk } from '../sync/support/desk.ts'
import { forge } from '../sync/support/mallory.ts'
import { foundBoard, openBoard, renameCard, titlesAt, writeCard } from '../sync/support/team-work.ts'
import { Town } from '../sync/support/town.ts'

/** Defences whose lack shows between two people better than in a crowd. Each scene is played with the defence and without it. */

type Without = Parameters<Town['join']>[1]
const nothing: Without = {}

const cardBy = (client: number, text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('item').set(`x${client}`, text)
  return Y.encodeStateAsUpdate(doc)
}

/** Jana, without some defence, and Mallory. */
const office = async (without: Without, ofMallory: Without = nothing) => {
  const town = new Town()
  const jana = await town.join('Jana', without)
  const mallory = await town.join('Mallory', ofMallory)
  const team = await foundBoard(jana)
  const line = town.link(mallory, jana)
  await town.pass(2_000)
  return { town, jana, mallory, team, document: teamDocument(team), line }
}

const heldAt = async (desk: Desk): Promise<number> => (await desk.replicator.status()).held.bytes

describe('what may wait is bounded', () => {
  const fill = async (without: Without): Promise<number> => {
    const { town, jana, mallory, document, line } = await office(without)
    for (let seq = 2; seq < 42; seq++) {
      const update = cardBy(4_000 + seq, 'x'.repeat(60_000))
      const early = await forge(mallory, document, update, {
        clients: [4_000 + seq],
        seq,
        prev: new Uint8Array(32).fill(1),
      })
      void line.ends[0].send(encodeMessage({ type: 'entries', entries: [early.bytes] }))
      await town.pass(100)
    }
    return heldAt(jana)
  }
  const boundless = { ...limits, heldBytes: Infinity, heldEntries: Infinity }

  test('with the bound', async () => expect(await fill(nothing)).toBeLessThanOrEqual(limits.heldBytes))
  test('without it', async () => expect(await fill({ limits: boundless })).toBeGreaterThan(2 * limits.heldBytes))
})

describe('nobody may say more than can be heard', () => {
  const flood = async (without: Without): Promise<boolean> => {
    const { town, line } = await office(without)
    for (let number = 0; number < 5_000; number++) void line.ends[0].send(encodeMessage({ type: 'pong', number }))
    await town.pass(2_000)
    return line.isOpen
  }
  const boundless = { ...limits, unaskedMessages: { perSecond: Infinity, atOnce: Infinity }, inbox: Infinity }

  test('with the quota', async () => expect(await flood(nothing)).toBe(false))
  test('without it', async () => expect(await flood({ limits: boundless })).toBe(true))
})

describe('a Yjs client belongs to one device', () => {
  /** Mallory goes on where Jana’s own client stopped: with the next edit two contents would have one name. */
  const claim = async (without: Without): Promise<boolean> => {
    const { town, jana, mallory, document, line } = await office(without)
    const [client = 0] = jana.disk.of(document).chains.get(jana.device)?.written.keys() ?? []
    const doc = new Y.Doc()
    for (const { update } of jana.disk.of(document).rows.get(jana.device) ?? []) Y.applyUpdate(doc, update)
    const before = Y.encodeStateVector(doc)
    doc.clientID = client
    doc.getMap('item').set('falsch', new Y.Map())
    const update = Y.encodeStateAsUpdate(doc, before)
    const forged = await forge(mallory, document, update, { clients: [client] })
    void line.ends[0].send(encodeMessage({ type: 'entries', entries: [forged.bytes] }))
    await town.pass(1_000)
    return jana.disk.of(document).chains.get(mallory.device)?.written.has(client) ?? false
  }

  test('with the claim', async () => expect(await claim(nothing)).toBe(false))
  test('without it', async () =>
    expect(await claim({ checks: { ...journalChecks, claimClients: claims => ok(claims) } })).toBe(true))
})

describe('a grant is looked at where somebody wrote', () => {
  /** Mallory may read everything and write nothing. */
  const trespass = async (without: Without): Promise<boolean> => {
    const { town, jana, mallory, document, line } = await office(without, { reads: ['*'], writes: [] })
    const forged = await forge(mallory, document, cardBy(4_000, 'ungebeten'), { clients: [4_000] })
    void line.ends[0].send(encodeMessage({ type: 'entries', entries: [forged.bytes] }))
    await town.pass(1_000)
    return jana.disk.of(document).chains.has(mallory.device)
  }

  test('with the grant', async () => expect(await trespass(nothing)).toBe(false))
  test('without it', async () =>
    expect(await trespass({ opinion: members => ({ ...members, mayWrite: () => 'yes' }) })).toBe(true))
})

describe('an edit is sent only once it is durable', () => {
  /** Jana’s process dies while the disk is at work; she starts again and writes something else. */
  const dieWhileSaving = async (isHasty: boolean): Promise<boolean> => {
    const { town, jana, mallory: cem, team, document } = await office(nothing)
    const { disk } = jana
    const commit = disk.commit.bind(disk)
    disk.wait = () => town.time.sleep(1_000)
    if (isHasty)
      disk.commit = async (run, write) => {
        const undo = disk.backUp()
        const written = write()
        void jana.replicator.saved(document)
        await disk.wait()
        if (run.isDead) undo()
        return written
      }
    await writeCard(jana, team, 'Erst dies')
    await town.pass(500)
    jana.crash()
    await town.pass(2_000)
    Object.assign(disk, { commit, wait: () => Promise.resolve() })
    jana.start()
    await openBoard(jana, team)
    await writeCard(jana, team, 'Dann das')
    await jana.workspace.saving.settled()
    town.link(cem, jana)
    await town.pass(60_000)
    return (await jana.replicator.status()).needsNewDevice
  }

  test('durable first: one history', async () => expect(await dieWhileSaving(false)).toBe(false))
  test('sent first: two histories', async () => expect(await dieWhileSaving(true)).toBe(true))
})

describe('three refused entries end a link', () => {
  const offend = async (without: Without): Promise<boolean> => {
    const { town, mallory, line } = await office(without)
    for (const document of ['workspace#1', 'governance#1', 'portfolio#1', 'team:zz#1']) {
      const bomb = await forge(mallory, document, Uint8Array.of(1, 2, 3), { clients: [4_000] })
      void line.ends[0].send(encodeMessage({ type: 'entries', entries: [bomb.bytes] }))
      await town.pass(500)
    }
    return line.isOpen
  }

  test('with the count', async () => expect(await offend(nothing)).toBe(false))
  test('without it', async () => expect(await offend({ limits: { ...limits, strikes: Infinity } })).toBe(true))
})

describe('membership before content', () => {
  /** Cem does not know yet that Mallory is out; Jana does, and has written since. */
  const tell = async (without: Without): Promise<boolean> => {
    const town = new Town()
    const jana = await town.join('Jana')
    const [cem, mallory] = [await town.join('Cem', without), await town.join('Mallory')]
    const team = await foundBoard(jana)
    town.linkAll()
    await town.pass(2_000)
    for (const desk of [cem, mallory]) await openBoard(desk, team)
    town.part(jana, cem)
    town.part(jana, mallory)
    town.part(cem, mallory)
    await jana.members.write({ act: 'remove', device: mallory.device, cuts: {} })
    await writeCard(cem, team, 'Vertraulich')
    let isEarly = false
    town.link(jana, cem, message => {
      // The log takes its time; what Cem tells of his documents meanwhile he tells somebody whose log he does not know.
      const isTold = message[0] === 5 && town.sent.at(-1)?.from === 'Cem'
      if (isTold && cem.members.port.standing(mallory.device) !== 'removed') isEarly = true
      return message[0] === 7 ? [600] : [5]
    })
    await town.pass(60_000)
    return isEarly
  }

  test('with the order', async () => expect(await tell(nothing)).toBe(false))
  test('without it', async () => expect(await tell({ habits: { ...usualHabits, membershipPatience: 0 } })).toBe(true))
})

describe('a checkpoint counts only when somebody vouches for it whose word is enough', () => {
  const forgeBeginning = async (without: Without): Promise<boolean> => {
    const town = new Town()
    const jana = await town.join('Jana')
    const mallory = await town.join('Mallory')
    const team = await foundBoard(jana)
    const form = await writeCard(jana, team, 'Bauantrag')
    for (let edit = 0; edit < 600; edit++) {
      await renameCard(jana, form, `Fassung ${edit}`)
      await jana.workspace.saving.settled()
    }
    town.link(jana, mallory)
    await town.pass(5_000)
    town.part(jana, mallory)
    // Mallory’s own app makes a checkpoint that nobody has asked her for.
    mallory.members.mayVouch = () => true
    const document = teamDocument(team)
    const cem = await town.join('Cem', without)
    town.link(mallory, cem)
    await town.pass(5_000)
    const [begun] = cem.disk.of(document).beginning?.entries ?? []
    return begun !== undefined && toHex(begun).includes(mallory.device)
  }

  test('with the word of an admin alone', async () => expect(await forgeBeginning(nothing)).toBe(false))
  test('with anybody’s', async () =>
    expect(await forgeBeginning({ opinion: members => ({ ...members, mayVouch: () => true }) })).toBe(true))
})

describe('equal entries are no equal content', () => {
  const split = async (without: Without): Promise<number> => {
    const { town, jana, mallory: cem, team, document } = await office(without, without)
    const form = await writeCard(jana, team, 'Bauantrag')
    await jana.workspace.saving.settled()
    await renameCard(jana, form, 'Bauantrag digital')
    await town.pass(2_000)
    const rows = cem.disk.of(document).rows.get(jana.device) ?? []
    const row = rows.at(-1)
    if (row) rows[rows.length - 1] = { ...row, counts: false }
    await town.pass(300_000)
    expect(titlesAt(jana)).toEqual(['Bauantrag digital'])
    return (await jana.replicator.status()).splits.length
  }

  test('with a look at the content', async () => expect(await split(nothing)).toBe(1))
  test('without it', async () => expect(await split({ habits: { ...usualHabits, digestAfter: Infinity } })).toBe(0))
})
