import { describe, expect, test } from 'vitest'
import { stampAt } from '../../src/domain/kernel/stamp.ts'
import { compareBytes } from '../../src/journal/bytes.ts'
import { cutOf, knowsFrontier, mayRead, mayWrite, roleIn, type MayWrite } from '../../src/journal/membership-rights.ts'
import {
  admit,
  contentHash,
  cut,
  deviceOf,
  grant,
  musterstadt,
  noonOf,
  open,
  recover,
  remove,
  type Device,
  type Town,
} from './town.ts'

/** Team Bau: Jana and Cem are its admins, Emil writes, Fatma reads. */
const bau = 'team:bau#1'
const teamAtWork = () => {
  const scene = musterstadt()
  const { town, jana, cem } = scene
  town.say(jana, open(bau, jana))
  town.say(jana, grant('cem', 'admin', bau))
  town.say(jana, grant('emil', 'writer', bau))
  town.say(jana, grant('fatma', 'reader', bau))
  const writes = (device: Device, seq = 1, day = 5, document = bau): MayWrite =>
    mayWrite(town.membership(), {
      document,
      device: device.id,
      seq,
      hash: contentHash(device.id, seq),
      stamp: stampAt(noonOf(day)),
    })
  const base = town.tips()
  return { ...scene, writes, base, cem }
}

const upTo = (writes: (seq: number) => MayWrite): MayWrite[] => [1, 5, 6, 9].map(writes)

describe('who may write', () => {
  test('nobody is cut who may go on writing', () => {
    const { town, jana, emil } = teamAtWork()
    expect([jana, emil].map(({ id }) => cutOf(town.membership(), bau, id))).toEqual([undefined, undefined])
  })

  test('admins and writers; not readers, not others, not strangers', () => {
    const { town, jana, emil, fatma, doerte, writes } = teamAtWork()
    expect([jana, emil, fatma, doerte, deviceOf('hilde')].map(device => writes(device))).toEqual([
      'yes',
      'yes',
      'no grant',
      'no grant',
      'unknown device',
    ])
    const gudrun = deviceOf('gudrun')
    town.say(jana, admit(gudrun))
    town.say(jana, grant('gudrun', 'writer', bau))
    // Granted the team, but no member of the workspace.
    expect(writes(gudrun)).toBe('no grant')
    expect([emil, fatma, deviceOf('hilde')].map(device => writes(device, 1, 5, 'membership#1'))).toEqual([
      'yes',
      'yes',
      'unknown device',
    ])
  })

  test('up to their end, by the stamp of the entry', () => {
    const { town, jana, emil, writes } = teamAtWork()
    town.say(jana, grant('emil', 'writer', bau, { end: noonOf(10) }))
    expect([10, 11].map(day => writes(emil, 1, day))).toEqual(['yes', 'no grant'])
    town.say(jana, grant('emil', 'writer', bau))
    town.say(jana, grant('emil', 'reader', 'workspace#1', { end: noonOf(12) }))
    expect([12, 13].map(day => writes(emil, 1, day))).toEqual(['yes', 'no grant'])
  })

  test('a device that two have claimed for one person writes only if the person is the senior’s', () => {
    const { town, jana, doerte, base, writes } = teamAtWork()
    const [gudrun, spy] = [deviceOf('gudrun'), deviceOf('gudrun', 'Ein fremdes Gerät')]
    town.say(jana, admit(gudrun), { knowing: base })
    town.say(jana, grant('gudrun', 'writer'))
    town.say(jana, grant('gudrun', 'writer', bau))
    town.say(doerte, admit(spy), { knowing: base })
    expect([writes(gudrun), writes(spy)]).toEqual(['yes', 'no grant'])
  })

  test('a device that a removed admin brought in beside the removal does not', () => {
    const { town, jana, cem, base, writes } = teamAtWork()
    const ivo = deviceOf('ivo')
    town.say(jana, remove('cem'), { knowing: base })
    town.say(cem, admit(ivo), { knowing: base })
    expect(writes(ivo)).toBe('no grant')
  })
})

describe('a cut', () => {
  test('holds what a removed person wrote up to there', () => {
    const { town, cem, emil, writes } = teamAtWork()
    town.say(cem, remove('emil', [cut(bau, [emil, 5])]))
    expect(upTo(seq => writes(emil, seq))).toEqual(['yes', 'yes', 'beyond the cut', 'beyond the cut'])
    expect(cutOf(town.membership(), bau, emil.id)?.seq).toBe(5)
  })

  test('names an entry: another one at its place lies beyond', () => {
    const { town, cem, emil } = teamAtWork()
    town.say(cem, remove('emil', [cut(bau, [emil, 5])]))
    const place = { document: bau, device: emil.id, seq: 5, hash: contentHash(emil.id, 99), stamp: stampAt(noonOf(5)) }
    expect(mayWrite(town.membership(), place)).toBe('beyond the cut')
  })

  test('of a document in which nothing of a device was accepted lets nothing through', () => {
    const { town, cem, emil, writes } = teamAtWork()
    town.say(cem, remove('emil', [cut(bau)]))
    expect(writes(emil, 1)).toBe('beyond the cut')
  })

  test('that nobody has made lets everything through', () => {
    const { town, cem, emil, writes } = teamAtWork()
    town.say(cem, remove('emil'))
    expect(upTo(seq => writes(emil, seq))).toEqual(['yes', 'yes', 'yes', 'yes'])
    expect(cutOf(town.membership(), bau, emil.id)).toBeUndefined()
  })

  test('by somebody who cannot read the document is none', () => {
    const { town, doerte, cem, emil, writes } = teamAtWork()
    town.say(doerte, remove('emil', [cut(bau, [emil, 1])]))
    expect(writes(emil, 9)).toBe('yes')
    // An admin of the document makes up for it.
    town.say(cem, grant('emil', 'none', bau, { cuts: [cut(bau, [emil, 5])] }))
    expect(upTo(seq => writes(emil, seq))).toEqual(['yes', 'yes', 'beyond the cut', 'beyond the cut'])
  })

  test.each<[string, (scene: ReturnType<typeof teamAtWork>) => void, MayWrite[]]>([
    [
      'of removals side by side the highest holds',
      ({ town, jana, cem, emil, base }) => {
        town.say(jana, remove('emil', [cut(bau, [emil, 5])]), { knowing: base })
        town.say(cem, remove('emil', [cut(bau, [emil, 8])]), { knowing: base })
      },
      ['yes', 'yes', 'yes', 'beyond the cut'],
    ],
    [
      'a later one replaces what it knew, lower or higher',
      ({ town, jana, cem, emil }) => {
        town.say(jana, remove('emil', [cut(bau, [emil, 8])]))
        town.say(cem, remove('emil', [cut(bau, [emil, 5])]))
      },
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
    [
      'a later one that does not name the document leaves it',
      ({ town, jana, cem, emil }) => {
        town.say(jana, remove('emil', [cut(bau, [emil, 5])]))
        town.say(cem, remove('emil'))
      },
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
    [
      'taking only the writing cuts as well',
      ({ town, cem, emil }) => void town.say(cem, grant('emil', 'reader', bau, { cuts: [cut(bau, [emil, 5])] })),
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
    [
      'ending the membership cuts in every document it names',
      ({ town, jana, emil }) =>
        void town.say(jana, grant('emil', 'none', 'workspace#1', { cuts: [cut(bau, [emil, 5])] })),
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
    [
      'removing a device cuts that device',
      ({ town, cem, emil }) => void town.say(cem, remove(emil, [cut(bau, [emil, 5])])),
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
    [
      'writing that is given back is cut no more',
      ({ town, cem, emil }) => {
        town.say(cem, grant('emil', 'none', bau, { cuts: [cut(bau, [emil, 5])] }))
        town.say(cem, grant('emil', 'writer', bau))
      },
      ['yes', 'yes', 'yes', 'yes'],
    ],
    [
      'membership that is given back does not bring back the document',
      ({ town, jana, emil }) => {
        town.say(jana, remove('emil', [cut(bau, [emil, 5])]))
        town.say(jana, grant('emil', 'writer'))
      },
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
    [
      'a document that is given back does not bring back the membership',
      ({ town, jana, emil }) => {
        town.say(jana, remove('emil', [cut(bau, [emil, 5])]))
        town.say(jana, grant('emil', 'writer', bau))
      },
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
    [
      'both given back, and taken again: the new cut holds',
      ({ town, jana, emil }) => {
        town.say(jana, remove('emil', [cut(bau, [emil, 1])]))
        town.say(jana, grant('emil', 'writer'))
        town.say(jana, grant('emil', 'writer', bau))
        town.say(jana, grant('emil', 'reader', bau, { cuts: [cut(bau, [emil, 6])] }))
      },
      ['yes', 'yes', 'yes', 'beyond the cut'],
    ],
    [
      'a removed device that is admitted anew is cut no more',
      ({ town, cem, jana, emil }) => {
        town.say(cem, remove(emil, [cut(bau, [emil, 1])]))
        town.say(jana, admit(emil))
      },
      ['yes', 'yes', 'yes', 'yes'],
    ],
    [
      'after its end a right is cut like any other',
      ({ town, cem, emil }) => {
        town.say(cem, grant('emil', 'writer', bau, { end: noonOf(10) }))
        town.say(cem, grant('emil', 'none', bau, { cuts: [cut(bau, [emil, 5])] }))
      },
      ['yes', 'yes', 'beyond the cut', 'beyond the cut'],
    ],
  ])('%s', (_, happens, expected) => {
    const scene = teamAtWork()
    happens(scene)
    expect(upTo(seq => scene.writes(scene.emil, seq))).toEqual(expected)
  })

  test('at one place with two hashes the higher hash holds', () => {
    const { town, jana, cem, emil, base } = teamAtWork()
    const forked = [contentHash(emil.id, 5), contentHash(emil.id, 55)]
    for (const [by, hash] of [
      [jana, forked[0]!],
      [cem, forked[1]!],
    ] as const)
      town.say(by, remove('emil', [{ document: bau, heads: [{ device: emil.id, seq: 5, hash }] }]), { knowing: base })
    expect(cutOf(town.membership(), bau, emil.id)?.hash).toEqual(forked.toSorted(compareBytes)[1])
  })
})

describe('who may read', () => {
  const readers = (town: Town, devices: readonly Device[], document = bau, day = 5) =>
    devices.map(({ id }) => mayRead(town.membership(), id, document, noonOf(day)))

  test('whom the document is granted, as long as they are members', () => {
    const { town, jana, emil, fatma, doerte } = teamAtWork()
    const all = [jana, emil, fatma, doerte, deviceOf('hilde')]
    expect(readers(town, all)).toEqual([true, true, true, false, false])
    town.say(jana, remove('fatma'))
    town.say(jana, remove(emil))
    expect(readers(town, all)).toEqual([true, false, false, false, false])
  })

  test('the membership log is for whoever was admitted and not removed, also before they are granted anything', () => {
    const { town, jana, emil, fatma } = teamAtWork()
    const gudrun = deviceOf('gudrun')
    town.say(jana, admit(gudrun))
    town.say(jana, remove('emil'))
    town.say(jana, remove(fatma))
    const all = [jana, gudrun, emil, fatma, deviceOf('hilde')]
    expect(readers(town, all, 'membership#1')).toEqual([true, true, false, false, false])
  })

  test('a guest until their end', () => {
    const { town, jana, fatma } = teamAtWork()
    town.say(jana, grant('fatma', 'reader', bau, { end: noonOf(10) }))
    expect([10, 11].map(day => readers(town, [fatma], bau, day)[0])).toEqual([true, false])
    expect([10, 11].map(day => roleIn(town.membership(), 'fatma', bau, noonOf(day)))).toEqual(['reader', 'none'])
    expect(roleIn(town.membership(), 'hilde', bau, noonOf(5))).toBe('none')
  })

  test('whom the root brings in is admin of every document that was open, or was opened beside it', () => {
    const { town, cem, doerte, base } = teamAtWork()
    const hilde = deviceOf('hilde')
    town.say(hilde, recover(hilde), { knowing: base })
    town.say(cem, open('team:it#1', cem), { knowing: base })
    const later = town.say(doerte, open('team:etat#1', doerte))
    expect(later).toBeDefined()
    const roles = [bau, 'team:it#1', 'team:etat#1', 'team:nie#1'].map(document =>
      roleIn(town.membership(), 'hilde', document, noonOf(5)),
    )
    expect(roles).toEqual(['admin', 'admin', 'none', 'none'])
  })
})

test('a frontier is known by its tip, as the one of now, or when an entry stands behind it', () => {
  const { town, jana, cem, base } = musterstadt()
  town.say(jana, grant('emil', 'reader'), { knowing: [base] })
  town.say(cem, grant('fatma', 'writer'), { knowing: [base] })
  const { frontier } = town.membership()
  const behind = { ...town.say(jana, grant('emil', 'writer')), behind: 'ab'.repeat(32) }
  const after = town.membership([...town.entries.slice(0, -1), behind])
  const known = [base.ref.hash, after.frontier, Uint8Array.from({ length: 32 }, () => 0xab), frontier]
  expect(known.map(one => knowsFrontier(after, one))).toEqual([true, true, true, false])
})
