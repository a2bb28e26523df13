import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { sha256, textBytes } from '../../src/journal/bytes.ts'
import { limits } from '../../src/sync/limits.ts'
import { Page, refOf } from './support/page.ts'
import {
  answer,
  because,
  cem,
  document,
  doerte,
  first,
  jana,
  outcomes,
  place,
  second,
  tablet,
  third,
} from './support/tablet.ts'

describe('what is whole and in its turn is taken', () => {
  test('a chain in order', async () => {
    const { take, chain, content } = tablet()
    expect(outcomes(await take(first, second, third))).toEqual(['taken', 'taken', 'taken'])
    expect(chain(jana)).toBe(3)
    expect(content()).toEqual({ title: 'Bauantrag digital', due: '2026-12-01' })
  })

  test('the same again is known, and changes nothing', async () => {
    const { take, disk, content } = tablet()
    await take(first, second)
    const writes = disk.writes
    expect(outcomes(await take(first, second, first))).toEqual(['known', 'known', 'known'])
    expect(disk.writes).toBe(writes)
    expect(content()).toEqual({ title: 'Bauantrag digital' })
  })

  test('a batch in any order is one transaction', async () => {
    const { take, disk, content } = tablet()
    expect(outcomes(await take(answer, third, second, first))).toEqual(['taken', 'taken', 'taken', 'taken'])
    expect(disk.writes).toBe(1)
    expect(content()).toEqual({ title: 'Bauantrag online', due: '2026-12-01' })
  })
})

describe('what comes too early is held, and taken when its time has come', () => {
  test('a gap in the chain', async () => {
    const { take, admission, chain } = tablet()
    expect(outcomes(await take(third))).toEqual(['held'])
    expect(admission.held.missing(document)).toEqual([{ device: jana.device, seq: 2 }])
    expect(outcomes(await take(second))).toEqual(['held'])
    expect(outcomes(await take(first))).toEqual(['taken'])
    expect(chain(jana)).toBe(3)
    expect(admission.held.size).toEqual({ entries: 0, bytes: 0 })
  })

  test('a cause that is not here: the answer waits for what it answers', async () => {
    const { take, chain, content } = tablet()
    await take(first)
    expect(outcomes(await take(answer))).toEqual(['held'])
    expect(content()).toEqual({ title: 'Bauantrag' })
    await take(second)
    expect(chain(doerte)).toBe(1)
    expect(content()).toEqual({ title: 'Bauantrag online' })
  })

  test('a frontier nobody here has stood behind: waited for as long as the bringer knows more of the log than is here', async () => {
    const { take, admission, knows } = tablet()
    const apart = await new Page(doerte, 23, place).set('note', 'Hinter zwei Häuptern', {
      membership: await sha256(first.bytes),
    })
    expect(because(await take(apart))).toBe('frontier is unknown')
    knows.log = true
    const admitted = [...(await admission.membersChanged()).values()]
    expect(admitted.flatMap(one => outcomes(one.outcomes))).toEqual(['taken'])
  })

  test('a cause that was the newest of its chain until a moment ago is here all the same', async () => {
    const { take } = tablet()
    await take(first, second)
    const changes = { deps: [refOf(second)], stamp: third.header.stamp + 1 }
    const reply = await new Page(doerte, 22, place).set('note', 'Zur zweiten Fassung', changes)
    expect(outcomes(await take(third, reply))).toEqual(['taken', 'taken'])
  })

  test('a cause that members take out while it is waited for: nobody waits for it any more', async () => {
    const { take, admission, knows, chain } = tablet()
    await take(first)
    expect(outcomes(await take(answer))).toEqual(['held'])
    knows.cuts.set(jana.device, { seq: 1, hash: first.hash })
    const admitted = [...(await admission.membersChanged()).values()]
    expect(admitted.flatMap(one => outcomes(one.outcomes))).toEqual(['taken'])
    expect(chain(doerte)).toBe(1)
    expect(admission.held.size.entries).toBe(0)
  })

  test('a cause that nobody ever wrote: it waits for ever, and nothing comes of it', async () => {
    const { take, chain } = tablet()
    const invented = { device: jana.id, seq: 2, hash: await sha256(textBytes('invented')) }
    const forged = await new Page(doerte, 7, place).set('title', 'Erfunden', { deps: [invented] })
    await take(first, second, forged)
    expect(chain(doerte)).toBe(0)
  })

  test('an update on what is not here, although its causes were left out: whoever has it already must not differ from who has not', async () => {
    const early = tablet()
    const page = new Page(doerte, 8, place)
    page.read(first, second)
    const sly = await page.set('title', 'Ohne Grund', { deps: [] })
    expect(outcomes(await early.take(sly))).toEqual(['held'])
    await early.take(first, second)
    const late = tablet()
    await late.take(first, second, sly)
    expect(early.chain(doerte)).toBe(1)
    expect(early.content()).toEqual(late.content())
  })

  test.each([
    ['the device is not known yet', 'device is unknown', { devices: new Set([cem.device]) }],
    ['the writer knew more of the members', 'frontier is unknown', { frontiers: new Set<string>() }],
    ['the grant has not come yet', 'no grant', { answer: () => 'no grant' as const }],
    ['the key has not come yet', 'key is missing', { key: false }],
  ] as const)('%s', async (_, reason, ignorance) => {
    const { take, knows, admission, chain } = tablet()
    const before = { ...knows }
    Object.assign(knows, ignorance)
    expect(because(await take(first))).toBe(reason)
    expect(chain(jana)).toBe(0)
    Object.assign(knows, before)
    await admission.membersChanged()
    expect(chain(jana)).toBe(1)
  })

  test('of a newer app: nothing is said of it, and nobody is to blame', async () => {
    const { take, admission } = tablet()
    const newer = { ...first, bytes: first.bytes.map((byte, index) => (index === 0 ? 9 : byte)) }
    const [outcome] = await take(newer)
    expect(outcome?.verdict).toEqual({ outcome: 'held', wait: { for: 'newer app' } })
    expect(admission.held.size.entries).toBe(0)
  })

  test('the room of one bringer is bounded, and what found none is asked for again', async () => {
    const { take, admission } = tablet()
    const page = new Page(doerte, 9, place)
    const missing = await page.set('a', 'fehlt')
    const long = 'Grundstücksverkehrsgenehmigungszuständigkeit '.repeat(1_000)
    const many = []
    for (let index = 0; index < 30; index++) many.push(await page.set(`c${index}`, long))
    await take(...many)
    const { bytes, entries } = admission.held.size
    expect(bytes).toBeLessThanOrEqual(limits.heldBytes)
    expect(entries).toBeLessThan(30)
    expect(entries).toBeGreaterThan(15)
    await take(missing)
    await take(...many)
    expect(admission.held.size.entries).toBe(0)
  })
})

test('when the disk is full nothing is taken, and the same entries are taken later', async () => {
  const { disk, admission, take, chain } = tablet()
  disk.isFull = true
  const { taken, failure } = await admission.take(document, [first.bytes], jana.device)
  expect([taken, failure?.because]).toEqual([[], 'storageFull'])
  disk.isFull = false
  expect(outcomes(await take(first))).toEqual(['taken'])
  expect(chain(jana)).toBe(1)
})

test('whatever the order of arrival, the end is the same', async () => {
  const all = [first, second, third, answer]
  const contents = new Set<string>()
  for (const [a, b, c, d] of permutations(all)) {
    const { take, content } = tablet()
    for (const entry of [a, b, c, d]) if (entry) await take(entry)
    contents.add(JSON.stringify(content()))
  }
  expect(contents.size).toBe(1)
})

function* permutations<Value>(values: readonly Value[]): Iterable<readonly Value[]> {
  if (values.length < 2) return void (yield values)
  for (const [at, value] of values.entries())
    for (const rest of permutations(values.toSpliced(at, 1))) yield [value, ...rest]
}

test('an update cannot name what nobody has: Yjs would keep it pending for ever', async () => {
  const { take, journal } = tablet()
  const page = new Page(doerte, 16, place)
  const ghost = new Y.Doc()
  ghost.clientID = 99
  ghost.getMap('item').set('title', 'nie gesendet')
  Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(ghost), 'read')
  await take(await page.set('title', 'Auf nichts'))
  expect(journal.fold(document).ydoc.store.pendingStructs).toBeNull()
})
