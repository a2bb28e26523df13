import { describe, expect, test } from 'vitest'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import type { FirstSyncStatus } from '../../src/sync/sync-status.ts'
import type { Desk } from './support/desk.ts'
import { contentAt, foundBoard, openBoard, renameCard, titlesAt, writeCard } from './support/team-work.ts'
import { Town } from './support/town.ts'

/** Jana has worked at her board for a long time: so many edits, each an entry of its own. */
const longDay = async (edits: number, town = new Town()) => {
  const jana = await town.join('Jana')
  const team = await foundBoard(jana)
  const form = await writeCard(jana, team, 'Bauantrag')
  for (let edit = 0; edit < edits; edit++) {
    await renameCard(jana, form, `Bauantrag, Fassung ${edit}`)
    await jana.workspace.saving.settled()
  }
  return { town, jana, team, document: teamDocument(team) }
}

const entriesAt = (desk: Desk, document: string): number =>
  [...desk.disk.of(document).rows.values()].reduce((sum, rows) => sum + rows.length, 0)

const typesTo = (town: Town, desk: Desk): readonly number[] =>
  town.sent.filter(({ to }) => to === desk.name).map(({ message }) => message[0] ?? 0)

describe('Cem joins a team that has a long past', () => {
  test('he begins with a checkpoint that Jana vouches for, and takes the entries behind it', async () => {
    const { town, jana, team, document } = await longDay(600)
    const cem = await town.join('Cem')
    town.link(jana, cem)
    await town.pass(2_000)
    expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
    expect(entriesAt(cem, document)).toBe(0)
    await openBoard(cem, team)
    await writeCard(jana, team, 'Danach')
    await town.pass(1_000)
    expect(titlesAt(cem)).toEqual(['Bauantrag, Fassung 599', 'Danach'])
    await writeCard(cem, team, 'Cems erste')
    await town.pass(1_000)
    expect(contentAt(jana, document)).toEqual(contentAt(cem, document))
  })

  test('when Jana is away, Cem passes on the checkpoint he began with himself', async () => {
    const { town, jana, team, document } = await longDay(600)
    const cem = await town.join('Cem')
    town.link(jana, cem)
    await town.pass(2_000)
    await writeCard(jana, team, 'Danach')
    await town.pass(1_000)
    town.part(jana, cem)
    const doerte = await town.join('Dörte')
    town.link(cem, doerte)
    await town.pass(5_000)
    expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
    expect(entriesAt(doerte, document)).toBe(1)
  })

  test('nobody whose word counts is there: the entries do as well', async () => {
    const { town, jana, document } = await longDay(600)
    const cem = await town.join('Cem')
    const byEntries = { ...jana.disk.ledger(document) }
    // Cem has all entries, as if he had been there from the beginning.
    cem.disk.add(document, [...jana.disk.of(document).rows.values()].flat(), byEntries.chains)
    const doerte = await town.join('Dörte')
    town.link(cem, doerte)
    await town.pass(60_000)
    expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
    expect(entriesAt(doerte, document)).toBe(entriesAt(jana, document))
  })

  test('a short past needs no checkpoint', async () => {
    const { town, jana, document } = await longDay(50)
    const cem = await town.join('Cem')
    town.link(jana, cem)
    await town.pass(2_000)
    expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
    expect(typesTo(town, jana)).not.toContain(9)
  })
})

describe('how far a first sync is', () => {
  const begin = async () => {
    const { town, jana, document } = await longDay(400)
    const cem = await town.join('Cem')
    town.delay = 40
    town.link(jana, cem)
    const seen: FirstSyncStatus[] = []
    const look = async () => {
      const { firstSyncs } = await cem.replicator.status()
      seen.push(...firstSyncs.filter(one => one.document === document))
    }
    return { town, jana, cem, document, seen, look }
  }

  test('it can be watched from nothing to everything, and then it is over', async () => {
    const { town, jana, cem, document, seen, look } = await begin()
    for (let step = 0; step < 60; step++) {
      await town.pass(20)
      await look()
    }
    const done = seen.map(one => one.done)
    expect(done[0]).toBe(0)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(new Set(seen.map(one => one.of))).toEqual(new Set([entriesAt(jana, document)]))
    expect((await cem.replicator.status()).firstSyncs).toEqual([])
    expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
  })

  test('it can be stopped: nothing more is asked for; and taken up again', async () => {
    const { town, jana, cem, document } = await begin()
    await town.pass(170)
    cem.replicator.cancel(document)
    await town.pass(500)
    const stopped = entriesAt(cem, document)
    await town.pass(120_000)
    expect(entriesAt(cem, document)).toBe(stopped)
    expect((await cem.replicator.status()).firstSyncs).toMatchObject([{ document, done: stopped, isCancelled: true }])
    cem.replicator.resume(document)
    await town.pass(60_000)
    expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
    expect((await cem.replicator.status()).firstSyncs).toEqual([])
  })
})

describe('equal heads and different content', () => {
  /** Cem's screen and disk hold something that no entry has written. */
  const spoilt = async () => {
    const town = new Town()
    const [jana, cem] = [await town.join('Jana'), await town.join('Cem')]
    const team = await foundBoard(jana)
    const form = await writeCard(jana, team, 'Bauantrag')
    await jana.workspace.saving.settled()
    await renameCard(jana, form, 'Bauantrag digital')
    town.linkAll()
    await town.pass(1_000)
    await openBoard(cem, team)
    await town.pass(120_000)
    return { town, jana, cem, team, form, document: teamDocument(team) }
  }

  test('is found by a look at the content, and told on both sides', async () => {
    const { town, jana, cem, team, document } = await spoilt()
    const row = cem.disk.at(document, jana.device, 2)
    const rows = cem.disk.of(document).rows.get(jana.device)
    if (!row || !rows) throw new Error('not here')
    rows[1] = { ...row, counts: false }
    cem.journal.opened = () => undefined
    await writeCard(jana, team, 'Danach')
    await town.pass(300_000)
    expect((await jana.replicator.status()).splits).toEqual([{ document, peer: cem.device }])
    expect((await cem.replicator.status()).splits).toEqual([{ document, peer: jana.device }])
    rows[1] = row
    await writeCard(jana, team, 'Geheilt')
    await town.pass(300_000)
    expect((await jana.replicator.status()).splits).toEqual([])
  })

  test('a screen that differs from its own journal is found by its own device, which reads it anew, and no split is told', async () => {
    const { town, jana, cem, form, team, document } = await spoilt()
    const stale: string[] = []
    cem.onStale = name => {
      stale.push(name)
      // Read anew, it is what the journal gives.
      cem.journal.opened = () => undefined
    }
    cem.opened(document).ydoc.getMap('item').delete(form)
    await writeCard(jana, team, 'Danach')
    await town.pass(300_000)
    expect((await jana.replicator.status()).splits).toEqual([])
    expect((await cem.replicator.status()).splits).toEqual([])
    expect(stale).toContain(document)
  })
})
