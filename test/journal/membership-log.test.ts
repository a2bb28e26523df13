import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { issueAdmission } from '../../src/journal/admission.ts'
import { toHex, type Bytes } from '../../src/journal/bytes.ts'
import { certifyDevice } from '../../src/journal/certificate.ts'
import { caps } from '../../src/journal/caps.ts'
import { encodeAct } from '../../src/journal/membership-act.ts'
import { membershipDraft } from '../../src/journal/membership-draft.ts'
import { emptyLog, extendLog } from '../../src/journal/membership-log.ts'
import { recoverWith } from '../../src/journal/recover-with.ts'
import { removeDevices } from '../../src/journal/remove-devices.ts'
import { sealEntry } from '../../src/journal/seal.ts'
import { fixedDevice, fixedRoot, valueOf } from './office.ts'
import { admit, forge, grant, merge, musterstadt, now, read, say, type Shelf } from './city.ts'

const city = await musterstadt()
const { root, jana, cem, emil, stranger, base } = city
const { workspace } = root

const offer = async (shelf: Shelf, bytes: Bytes) => extendLog(shelf.log, [bytes])
const summary = ({ membership }: Shelf) => ({
  people: [...membership.people.values()].map(({ id, role, devices }) => [id, role, devices.toSorted()]),
  frontier: membership.frontier,
  tips: membership.tips,
})

describe('Jana and Cem, apart', () => {
  const apart = async () => {
    const [ivo, kim] = [await fixedDevice('Ivos Laptop'), await fixedDevice('Kims Laptop')]
    const janas = await say(base, jana, admit(jana, ivo, 'ivo'), grant(jana, 'ivo', 'reader'))
    const cems = await say(base, cem, admit(cem, kim, 'kim'), grant(cem, 'kim', 'writer'), grant(cem, 'emil', 'reader'))
    return { janas, cems, both: await merge(janas, cems) }
  }

  test('come to the same answer when they meet, whoever comes to whom', async () => {
    const { janas, cems, both } = await apart()
    expect(summary(await merge(cems, janas))).toEqual(summary(both))
    expect([...both.membership.people.keys()]).toHaveLength(5)
    expect(both.membership.tips).toHaveLength(2)
    expect(both.membership.frontier).not.toEqual(janas.membership.frontier)
  })

  test('what is said after they met goes on from both', async () => {
    const { both } = await apart()
    const after = await say(both, jana, grant(jana, 'kim', 'reader'))
    expect(after.membership.tips).toHaveLength(1)
    const last = after.log.entries.get(toHex(after.membership.frontier))
    expect(last?.parents).toHaveLength(2)
    expect(last?.behind).toBe(toHex(both.membership.frontier))
  })

  test('any order of arrival, with repeats and in any pieces, gives the same (by chance, seeded)', async () => {
    const { both } = await apart()
    const whole = await say(both, jana, grant(jana, 'kim', 'reader'))
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...whole.bytes], { minLength: whole.bytes.length }),
        fc.nat(whole.bytes.length),
        async (bytes, at) => {
          const first = await extendLog(emptyLog(workspace), [...bytes.slice(0, at), ...bytes.slice(0, 2)])
          const second = await extendLog(first.log, bytes.slice(at))
          expect(second.log.held.size).toBe(0)
          expect(first.taken.length + second.taken.length).toBe(bytes.length)
          expect(summary(await read(workspace, bytes))).toEqual(summary(whole))
        },
      ),
      { numRuns: 40, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
  })

  test('an entry waits for all that it names, and comes in with the last of it', async () => {
    const { janas, cems, both } = await apart()
    const after = await say(both, jana, grant(jana, 'kim', 'reader'))
    const early = await offer(janas, after.bytes.at(-1)!)
    expect([early.log.held.size, early.taken.length]).toEqual([1, 0])
    const late = await extendLog(early.log, cems.bytes)
    expect([late.log.held.size, late.taken.length, late.refused.length]).toEqual([0, 4, 0])
  })
})

describe('two entries of one device for one place', () => {
  test('stand beside each other, and others may go on from either', async () => {
    const [one, other] = [
      await say(base, cem, grant(cem, 'emil', 'reader')),
      await say(base, cem, grant(cem, 'emil', 'admin')),
    ]
    const onOne = await say(one, jana, grant(jana, 'emil', 'writer'))
    const both = await merge(onOne, other)
    expect(summary(await merge(other, onOne))).toEqual(summary(both))
    // Cem's second branch is beside Jana's word, and she is the senior.
    expect(both.membership.people.get('emil')?.role).toBe('writer')
    const after = await say(both, jana, grant(jana, 'emil', 'reader'))
    expect(after.membership.people.get('emil')?.role).toBe('reader')
    expect((await say(after, cem, grant(cem, 'emil', 'admin'))).membership.people.get('emil')?.role).toBe('admin')
  })

  test('of which only one can be named: the other is named by the entry after', async () => {
    const branches = [
      await say(base, cem, grant(cem, 'emil', 'reader')),
      await say(base, cem, grant(cem, 'emil', 'admin')),
    ]
    let both = await merge(branches[0]!, branches[1]!)
    expect(both.membership.tips).toHaveLength(2)
    both = await say(both, jana, grant(jana, 'emil', 'writer'))
    expect(both.membership.tips).toHaveLength(2)
    both = await say(both, jana, grant(jana, 'emil', 'reader'))
    expect(both.membership.tips).toHaveLength(1)
  })
})

describe('an entry that is not whole is refused for good', () => {
  const draft = () => membershipDraft(workspace, base.membership, cem.id, 5_000_000_000_000)
  const act = encodeAct({ act: 'grant', person: 'emil', document: 'workspace#1', role: 'reader', end: 0, cuts: [] })
  const signed = async (changes: object, by = cem) =>
    valueOf(await sealEntry({ ...draft(), ...changes }, act, { signing: by.signing.privateKey, epoch: null })).bytes
  const [head] = base.membership.tips
  const wrong = { because: 'certificate is wrong' }

  test.each<[string, () => Promise<Bytes>, object]>([
    ['signed by another', () => signed({}, emil), { because: 'signature is wrong' }],
    ['behind another frontier', () => signed({ membership: workspace }), { because: 'membership head is another' }],
    [
      'naming a right entry at a wrong place',
      () => signed({ deps: [{ ...head!, seq: 99 }] }),
      { because: 'membership is malformed' },
    ],
    [
      'naming a right entry of a wrong device',
      () => signed({ deps: [{ ...head!, device: stranger.id }] }),
      { because: 'membership is malformed' },
    ],
    [
      'an admission that another has signed',
      async () =>
        forge(base, cem, {
          act: 'admit',
          certificate: await issueAdmission(jana, workspace, { ...stranger, person: 'hilde' }),
        }),
      wrong,
    ],
    [
      'an admission that pretends to be another’s',
      async () => {
        const certificate = await issueAdmission(cem, workspace, { ...stranger, person: 'hilde' })
        return forge(base, cem, { act: 'admit', certificate: { ...certificate, issuer: jana.id } })
      },
      wrong,
    ],
    [
      'an admission for another workspace',
      async () =>
        forge(base, cem, {
          act: 'admit',
          certificate: await issueAdmission(cem, stranger.id, { ...stranger, person: 'hilde' }),
        }),
      wrong,
    ],
    [
      'an admission of nobody',
      async () =>
        forge(base, cem, {
          act: 'admit',
          certificate: await issueAdmission(cem, workspace, { ...stranger, person: '' }),
        }),
      wrong,
    ],
    [
      'the root’s certificate as a device’s word',
      async () => {
        const certificate = await certifyDevice(root, stranger, 'hilde')
        return forge(base, cem, { act: 'admit', certificate: { ...certificate, issuer: cem.id } })
      },
      wrong,
    ],
    [
      'a recovery by a root that is not ours',
      async () =>
        forge(base, stranger, {
          act: 'recover',
          certificate: await certifyDevice(await fixedRoot('Schilda'), stranger, 'hilde'),
        }),
      wrong,
    ],
    [
      'a recovery that another device writes',
      async () => forge(base, cem, { act: 'recover', certificate: await certifyDevice(root, stranger, 'hilde') }),
      wrong,
    ],
    [
      'a device’s word as a recovery',
      async () => {
        const { signature, ...claim } = await issueAdmission(stranger, workspace, { ...stranger, person: 'hilde' })
        return forge(base, stranger, { act: 'recover', certificate: { ...claim, signature } })
      },
      wrong,
    ],
  ])('%s', async (_, bytes, refusal) => {
    const { refused, taken, log } = await offer(base, await bytes())
    expect(refused.map(one => one.refusal)).toEqual([refusal])
    expect([taken.length, log.held.size]).toEqual([0, 0])
    expect(log.entries.size).toBe(base.log.entries.size)
  })

  test('an act of a newer app is refused by its number, and what goes on from it is held', async () => {
    const newer = valueOf(
      await sealEntry(draft(), Uint8Array.of(9, 1), { signing: cem.signing.privateKey, epoch: null }),
    )
    const next = {
      ...draft(),
      seq: draft().seq + 1,
      prev: newer.hash,
      membership: newer.hash,
      deps: [],
    }
    const after = valueOf(await sealEntry(next, act, { signing: cem.signing.privateKey, epoch: null }))
    const { refused, log } = await extendLog(base.log, [newer.bytes, after.bytes])
    expect(refused.map(one => one.refusal)).toEqual([{ because: 'membership has a newer act', act: 9 }])
    expect(log.held.size).toBe(1)
  })
})

describe('the root', () => {
  test('is heard only once somebody has founded: until then its word is held', async () => {
    const recovery = await say(base, stranger, membership => recoverWith(membership, root, stranger, 'hilde'))
    const { log } = await extendLog(emptyLog(workspace), recovery.bytes.slice(1))
    expect(log.entries.size).toBe(0)
    const whole = await extendLog(log, recovery.bytes.slice(0, 1))
    expect(whole.log.held.size).toBe(0)
    expect(recovery.membership.people.get('hilde')?.role).toBe('admin')
  })
})

describe('very many who have spoken beside each other', () => {
  test('are named as far as a header goes, the rest by the entry after', async () => {
    const many = caps.deps + 3
    const devices = await Promise.all(Array.from({ length: many }, (_, index) => fixedDevice(`Gerät ${index}`)))
    const welcomes = devices.flatMap((device, index) => [
      admit(jana, device, `p${index}`),
      grant(jana, `p${index}`, 'reader'),
    ])
    const shelf = await say(base, jana, ...welcomes)
    const phone = await fixedDevice('Zweitgerät')
    const spoken = await Promise.all(
      devices.map(async (device, index) => {
        const certificate = await issueAdmission(device, workspace, { ...phone, person: `p${index}` })
        return forge(shelf, device, { act: 'admit', certificate })
      }),
    )
    let whole = await read(workspace, [...shelf.bytes, ...spoken])
    expect(whole.membership.tips).toHaveLength(many)
    whole = await say(whole, jana, grant(jana, 'emil', 'reader'))
    expect(whole.membership.tips).toHaveLength(4)
    whole = await say(whole, jana, grant(jana, 'emil', 'writer'))
    expect(whole.membership.tips).toHaveLength(1)
  })
})

test('removals by two who are apart, signed for real, end as they do in the fold alone', async () => {
  const janas = await say(base, jana, membership =>
    removeDevices(membership, jana, { devices: [], people: ['cem'], cuts: [] }, now),
  )
  const cems = await say(base, cem, membership =>
    removeDevices(membership, cem, { devices: [], people: ['jana'], cuts: [] }, now),
  )
  const both = await merge(janas, cems)
  expect([...both.membership.people.values()].map(({ id, role }) => [id, role])).toEqual([
    ['jana', 'none'],
    ['cem', 'none'],
    ['emil', 'writer'],
  ])
})
