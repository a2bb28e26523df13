import { describe, expect, test } from 'vitest'
import { noHash, textBytes } from '../../src/journal/bytes.ts'
import { encodePayload } from '../../src/journal/payload.ts'
import type { SealedEntry } from '../../src/journal/seal.ts'
import { isStrike } from '../../src/sync/verdict.ts'
import { Page, refOf } from './support/page.ts'
import { because, document, doerte, first, jana, outcomes, place, second, tablet, third } from './support/tablet.ts'

describe('what can never be right is refused', () => {
  const table: readonly (readonly [what: string, reason: string, make: () => Promise<SealedEntry>])[] = [
    ['bytes that are no entry', 'entry is malformed', async () => ({ ...first, bytes: first.bytes.slice(0, 40) })],
    [
      'a signature that is not its writer’s',
      'signature is wrong',
      async () => ({
        ...first,
        bytes: first.bytes.map((byte, at) => (at === first.bytes.length - 1 ? byte ^ 1 : byte)),
      }),
    ],
    [
      'an entry of another workspace',
      'entry belongs elsewhere',
      () => new Page(jana, 1, { ...place, workspace: noHash().fill(7) }).set('a', 'b'),
    ],
    [
      'a checkpoint among changes',
      'entry belongs elsewhere',
      () => new Page(jana, 1, place).set('a', 'b', { kind: 'checkpoint', clients: [] }),
    ],
    [
      'a seal with something else in it',
      'payload is malformed',
      () => new Page(jana, 1, place).seal(textBytes('Hallo')),
    ],
    [
      'an update of somebody else’s client',
      'author is foreign',
      () => new Page(jana, 1, place).set('a', 'b', { clients: [77] }),
    ],
    [
      'an update that does not continue its own clock',
      'clock is wrong',
      async () => {
        const page = new Page(jana, 1, place)
        page.doc.getMap('item').set('before', 'never sent')
        return page.set('a', 'b')
      },
    ],
    [
      'an update with a value that breaks readers',
      'struct is not allowed',
      () => new Page(jana, 1, place).write(doc => doc.getMap('item').set('a', Uint8Array.of(1))),
    ],
    [
      'bytes that are no update',
      'update is undecodable',
      () => new Page(jana, 1, place).seal(encodePayload({ commands: [], update: Uint8Array.of(1, 2, 3) })),
    ],
  ]

  test.each(table)('%s', async (_, reason, make) => {
    const { take, chain, content } = tablet()
    const outcome = await take(await make())
    expect(because(outcome)).toBe(reason)
    expect(isStrike(outcome[0]!.verdict)).toBe(true)
    expect(chain(jana)).toBe(0)
    expect(content()).toEqual({})
  })

  test('what its writer has signed is set aside with who brought it, and the chain ends there', async () => {
    const { take, disk, chain } = tablet()
    const page = new Page(doerte, 5, place)
    const good = await page.set('a', 'gut')
    const bad = await page.set('b', 'schlecht', { clients: [77] })
    const after = await page.set('c', 'danach')
    await take(good, bad)
    expect(disk.aside).toMatchObject([
      { device: doerte.device, seq: 2, reason: 'author is foreign', from: jana.device },
    ])
    expect(disk.aside[0]?.bytes).toEqual(bad.bytes)
    const later = await take(after)
    expect(because(later)).toBe('chain has ended')
    expect(isStrike(later[0]!.verdict)).toBe(false)
    expect(chain(doerte)).toBe(1)
  })

  test.each([
    ['a checkpoint of hers', {}, { kind: 'checkpoint', clients: [] }],
    ['an entry of hers from another document', { document: 'team:cd34#1' }, {}],
  ] as const)('%s in the wrong place is whoever’s fault brought it: Dörte’s chain goes on', async (_, where, draft) => {
    const { take, disk, chain } = tablet()
    const genuine = await new Page(doerte, 7, { ...place, ...where }).set('a', 'b', draft)
    const page = new Page(doerte, 5, place)
    const [good, better] = [await page.set('a', 'gut'), await page.set('a', 'besser')]
    const [outcome] = await take(genuine, good)
    expect(because([outcome!])).toBe('entry belongs elsewhere')
    expect(isStrike(outcome!.verdict)).toBe(true)
    await take(better)
    expect(chain(doerte)).toBe(2)
    expect(disk.aside).toEqual([])
  })

  test('what nobody has signed leaves no trace: it could fill the disk in another’s name', async () => {
    const { take, disk } = tablet()
    await take({ ...first, bytes: first.bytes.map((byte, at) => (at === first.bytes.length - 1 ? byte ^ 1 : byte)) })
    expect(disk.aside).toEqual([])
  })

  test('of somebody who was taken out, beyond the last entry that counts', async () => {
    const { take, knows, disk, chain } = tablet()
    knows.answer = ({ device, seq }) => (device === jana.device && seq > 2 ? 'beyond the cut' : 'yes')
    expect(outcomes(await take(first, second, third))).toEqual(['taken', 'taken', 'refused'])
    expect(disk.aside).toMatchObject([{ seq: 3, reason: 'beyond the cut' }])
    expect(chain(jana)).toBe(2)
    // Members may decide otherwise: the chain has not ended.
    knows.answer = () => 'yes'
    expect(outcomes(await take(third))).toEqual(['taken'])
  })
})

describe('a device with two histories', () => {
  test('another entry for a place that is taken is a proof, and both are kept', async () => {
    const { take, disk, chain } = tablet()
    const other = new Page(jana, 11, place)
    await other.set('title', 'Anders')
    const branch = await other.set('title', 'Ganz anders')
    await take(first, second, third)
    const [outcome] = await take(branch)
    expect(outcome?.verdict).toEqual({ outcome: 'fork', seq: 2, proof: [second.hash, branch.hash] })
    expect(disk.aside).toMatchObject([{ seq: 2, reason: 'fork', bytes: branch.bytes }])
    expect(chain(jana)).toBe(3)
  })

  test('an entry that continues another branch is a proof as well', async () => {
    const { take } = tablet()
    const other = new Page(jana, 12, place)
    const [one, two] = [await other.set('title', 'Anders'), await other.set('title', 'Ganz anders')]
    await take(first)
    const [outcome] = await take(two)
    expect(outcome?.verdict).toEqual({ outcome: 'fork', seq: 1, proof: [first.hash, two.hash] })
    expect(outcomes(await take(one))).toEqual(['fork'])
  })
})

describe('a Yjs client belongs to one device', () => {
  test('who claims it second waits for the members to decide, and nothing of theirs gets in', async () => {
    const { take, content, chain } = tablet()
    await take(first)
    const thief = new Page(doerte, 1, place)
    const stolen = await thief.set('title', 'Gestohlen')
    expect(because(await take(stolen))).toBe('client belongs to another device')
    expect(chain(doerte)).toBe(0)
    expect(content()).toEqual({ title: 'Bauantrag' })
  })
})

describe('what was taken out leaves holes that nobody waits for', () => {
  test('an entry that rests on what is beyond a cut is taken, but its update does not count, nor what continues it', async () => {
    const { take, knows, chain, content, disk } = tablet()
    await take(first)
    knows.cuts.set(jana.device, { seq: 1, hash: first.hash })
    knows.answer = ({ device, seq }) => (device === jana.device && seq > 1 ? 'beyond the cut' : 'yes')
    const page = new Page(doerte, 13, place)
    page.read(first, second)
    const resting = await page.set('title', 'Auf Sand gebaut', { deps: [refOf(second)] })
    const next = await page.set('place', 'daneben')
    expect(outcomes(await take(resting, next))).toEqual(['taken', 'taken'])
    expect(chain(doerte)).toBe(2)
    expect(content()).toEqual({ title: 'Bauantrag' })
    expect(disk.behind(document, doerte.device, 0).map(({ counts }) => counts)).toEqual([false, false])
    // With a new client the device is heard again.
    const anew = new Page(doerte, 14, place)
    anew.read(first)
    const again = await anew.set('title', 'Auf Fels gebaut', { seq: 3, prev: next.hash, stamp: next.header.stamp + 1 })
    await take(again)
    expect(content()).toEqual({ title: 'Auf Fels gebaut' })
  })

  test('an entry that rests on nothing of it counts as ever', async () => {
    const { take, knows, content } = tablet()
    await take(first)
    knows.cuts.set(jana.device, { seq: 1, hash: first.hash })
    const page = new Page(doerte, 15, place)
    page.read(first)
    await take(await page.set('title', 'Bauantrag online', { deps: [refOf(second)] }))
    expect(content()).toEqual({ title: 'Bauantrag online' })
  })
})
