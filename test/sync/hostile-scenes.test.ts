import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import { toHex } from '../../src/journal/bytes.ts'
import { encodeMessage } from '../../src/sync/messages.ts'
import type { Desk } from './support/desk.ts'
import { forge, slipIn } from './support/mallory.ts'
import { contentAt, foundBoard, openBoard, titlesAt, writeCard } from './support/team-work.ts'
import { Town } from './support/town.ts'

/** Jana has founded a team; Cem and Mallory have joined and have the board open. */
const office = async () => {
  const town = new Town()
  const [jana, cem, mallory] = [await town.join('Jana'), await town.join('Cem'), await town.join('Mallory')]
  const team = await foundBoard(jana)
  town.linkAll()
  await town.pass(2_000)
  for (const desk of [cem, mallory]) await openBoard(desk, team)
  const document = teamDocument(team)
  await writeCard(mallory, team, 'Hundesteuer')
  await town.pass(2_000)
  return { town, jana, cem, mallory, team, document }
}

const headOf = (desk: Desk, document: string, device: string) => desk.disk.of(document).chains.get(device)?.head

/** Jana takes a colleague out, as far as she has their entries. */
const remove = (jana: Desk, who: Desk) => {
  const cuts = [...jana.disk.documents.keys()].flatMap(document => {
    const head = headOf(jana, document, who.device)
    return head ? [[document, { seq: head.seq, hash: toHex(head.hash) }] as const] : []
  })
  return jana.members.write({ act: 'remove', device: who.device, cuts: Object.fromEntries(cuts) })
}

const update = (work: (doc: Y.Doc) => void, client = 4_000): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  work(doc)
  return Y.encodeStateAsUpdate(doc)
}

describe('somebody is taken out', () => {
  test('from the moment a device hears of it, it sends them not one byte more, and the link is closed', async () => {
    const { town, jana, cem, mallory, team } = await office()
    await remove(jana, mallory)
    await town.pass(1_000)
    const before = town.sentTo(mallory)
    await writeCard(jana, team, 'Vertraulich')
    await writeCard(cem, team, 'Auch vertraulich')
    await town.pass(120_000)
    expect(town.sentTo(mallory)).toBe(before)
    expect(titlesAt(mallory)).toEqual(['Hundesteuer'])
    expect(titlesAt(cem)).toEqual(['Auch vertraulich', 'Hundesteuer', 'Vertraulich'])
  })

  test('a new link to them is closed before anything is said', async () => {
    const { town, jana, cem, mallory } = await office()
    await remove(jana, mallory)
    await town.pass(1_000)
    const before = town.sentTo(mallory)
    const line = town.link(cem, mallory)
    await town.pass(60_000)
    expect(line.isOpen).toBe(false)
    expect(town.sentTo(mallory)).toBe(before)
  })

  test('Cem hears of it from Jana before she tells him anything else, so his next edit does not go to Mallory', async () => {
    const { town, jana, cem, mallory, team } = await office()
    town.part(jana, cem)
    await remove(jana, mallory)
    await writeCard(jana, team, 'Vertraulich')
    await town.pass(1_000)
    town.link(jana, cem)
    await town.pass(5_000)
    expect(titlesAt(cem)).toContain('Vertraulich')
    expect(titlesAt(mallory)).not.toContain('Vertraulich')
  })

  test('what they go on to write counts nowhere, whoever brings it', async () => {
    const { town, jana, cem, mallory, team, document } = await office()
    town.part(jana, mallory)
    town.part(jana, cem)
    await remove(jana, mallory)
    await writeCard(mallory, team, 'Zu spät')
    await town.pass(2_000)
    expect(titlesAt(cem)).toContain('Zu spät')
    town.link(jana, cem)
    await town.pass(60_000)
    expect(contentAt(jana, document)).not.toMatchObject({ item: { title: 'Zu spät' } })
    expect(titlesAt(jana)).toEqual(['Hundesteuer'])
  })
})

describe('somebody says to have more of Jana’s own chain than there is', () => {
  test('she waits for it, as she would have to after a backup was put back, but not for ever', async () => {
    const { town, jana, cem, mallory, team } = await office()
    const line = town.link(mallory, jana)
    await town.pass(1_000)
    const head = { device: jana.parts.hand.id, seq: 900, hash: new Uint8Array(32), first: 1 }
    await line.ends[0].send(
      encodeMessage({ type: 'have', documents: [{ document: teamDocument(team), heads: [head] }] }),
    )
    await town.pass(1_000)
    await writeCard(jana, team, 'Bauantrag')
    await town.pass(60_000)
    expect(titlesAt(cem)).not.toContain('Bauantrag')
    await town.pass(120_000)
    expect(titlesAt(cem)).toContain('Bauantrag')
  })
})

describe('who may read what', () => {
  test('a document nobody has granted is neither told of nor given', async () => {
    const town = new Town()
    const jana = await town.join('Jana')
    const guest = await town.join('Gast', { reads: ['workspace'], writes: [] })
    const team = await foundBoard(jana)
    town.link(jana, guest)
    await writeCard(jana, team, 'Vertraulich')
    await town.pass(120_000)
    const bytes = town.sent.map(({ message }) => new TextDecoder('latin1').decode(message)).join('')
    expect(bytes).not.toContain(teamDocument(team))
    expect(bytes).not.toContain('Vertraulich')
    expect(contentAt(guest, 'workspace#1')).toEqual(contentAt(jana, 'workspace#1'))
  })
})

describe('an entry that no door lets through', () => {
  test('is set aside with the name of who wrote it; content and digest stay as they were, and its writer’s chain ends there', async () => {
    const { town, jana, cem, mallory, document } = await office()
    const before = await jana.workspace.digest()
    const bomb = update(doc => doc.getMap('item').set('bombe', Uint8Array.of(1, 2, 3)))
    slipIn(mallory, document, await forge(mallory, document, bomb, { clients: [4_000] }))
    await mallory.replicator.saved(document)
    await town.pass(60_000)
    for (const desk of [jana, cem]) {
      expect(await desk.workspace.digest()).toBe(before)
      expect((await desk.replicator.status()).refused).toMatchObject([
        { document, device: mallory.device, because: 'struct is not allowed', from: mallory.device },
      ])
    }
    slipIn(
      mallory,
      document,
      await forge(
        mallory,
        document,
        update(doc => doc.getMap('item').set('a', new Y.Map()), 5_000),
      ),
    )
    await mallory.replicator.saved(document)
    await town.pass(60_000)
    expect(headOf(jana, document, mallory.device)?.seq).toBe(1)
  })

  test('three of them end the link for good', async () => {
    const { town, jana, mallory, document } = await office()
    town.part(jana, mallory)
    const line = town.link(jana, mallory)
    await town.pass(1_000)
    for (const name of ['workspace#1', document, 'governance#1']) {
      const bytes = update(doc => doc.getMap('item').set('bombe', Uint8Array.of(1)))
      slipIn(mallory, name, await forge(mallory, name, bytes, { clients: [4_000] }))
      await mallory.replicator.saved(name)
      await town.pass(1_000)
    }
    expect(line.isOpen).toBe(false)
    const again = town.link(jana, mallory)
    await town.pass(10)
    expect(again.isOpen).toBe(false)
  })
})

describe('a device with two histories', () => {
  test('is shown to both who were told different things, as soon as they meet', async () => {
    const { town, jana, cem, mallory, document } = await office()
    town.part(jana, cem)
    town.part(mallory, cem)
    const back = mallory.disk.backUp()
    const one = await forge(
      mallory,
      document,
      update(doc => doc.getMap('item').set('eins', new Y.Map())),
      { clients: [4_000] },
    )
    slipIn(mallory, document, one)
    await mallory.replicator.saved(document)
    await town.pass(1_000)
    town.part(mallory, jana)
    back()
    const other = await forge(
      mallory,
      document,
      update(doc => doc.getMap('item').set('zwei', new Y.Map()), 5_000),
      { clients: [5_000] },
    )
    slipIn(mallory, document, other)
    town.link(mallory, cem)
    await mallory.replicator.saved(document)
    await town.pass(1_000)
    town.part(mallory, cem)
    town.link(jana, cem)
    await town.pass(60_000)
    for (const desk of [jana, cem]) {
      const { forks } = await desk.replicator.status()
      expect(forks).toMatchObject([{ document, device: mallory.device, seq: 2 }])
      expect(forks[0]?.proof.map(hash => toHex(hash)).sort()).toEqual(
        [one, other].map(({ hash }) => toHex(hash)).sort(),
      )
    }
  })
})
