import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { sha256, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { decodeAct, encodeAct, type ActOf, type MembershipAct } from '../../src/journal/membership-act.ts'
import { refusalOf, valueOf } from './office.ts'

const [low, high, other] = [await sha256(textBytes('a')), await sha256(textBytes('b')), await sha256(textBytes('c'))]
const [first, second] = [low, high].toSorted((a, b) => Number(a[0]) - Number(b[0])) as [Bytes, Bytes]
const signature = new Uint8Array(64).fill(7)
const secret = Uint8Array.of(1, 2, 3)

const acts = {
  admit: {
    act: 'admit',
    certificate: { issuer: other, signingPublic: low, sealingPublic: high, person: 'cem', signature },
  },
  grant: {
    act: 'grant',
    person: 'cem',
    document: 'workspace#1',
    role: 'none',
    end: 0,
    cuts: [
      {
        document: 'team:bau#1',
        heads: [
          { device: first, seq: 7, hash: other },
          { device: second, seq: 1, hash: other },
        ],
      },
      { document: 'workspace#1', heads: [] },
    ],
  },
  share: {
    act: 'share keys',
    document: 'team:bau#1',
    shares: [
      { epoch: 1, key: first, device: first, secret },
      { epoch: 1, key: first, device: second, secret },
      { epoch: 2, key: second, device: first, secret },
    ],
  },
  remove: { act: 'remove', devices: [first, second], people: ['cem', 'emil'], cuts: [] },
  rotate: {
    act: 'next epoch',
    keys: {
      document: 'team:bau#1',
      epoch: 300,
      wrapped: [
        { device: first, secret },
        { device: second, secret },
      ],
    },
  },
  recover: { act: 'recover', certificate: { signingPublic: low, sealingPublic: high, person: 'jana', signature } },
} as const satisfies Record<string, MembershipAct>

const malformed = { because: 'membership is malformed' }

describe('every act', () => {
  test.each(Object.entries(acts))('%s comes back from its bytes, and no byte can be missing or too many', (_, act) => {
    const bytes = encodeAct(act)
    expect(valueOf(decodeAct(bytes))).toEqual(act)
    expect(refusalOf(decodeAct(bytes.slice(0, -1)))).toEqual(malformed)
    expect(refusalOf(decodeAct(Uint8Array.of(...bytes, 0)))).toEqual(malformed)
  })

  test.each(Object.entries(acts))(
    '%s has one form: what is changed is another act or none (by chance, seeded)',
    (_, act) => {
      const bytes = encodeAct(act)
      fc.assert(
        fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
          const changed = bytes.map((byte, index) => (index === at ? byte ^ change : byte))
          const read = decodeAct(changed)
          if (read.ok) expect(encodeAct(read.value)).toEqual(changed)
        }),
        { numRuns: 400, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
      )
    },
  )

  test.each([
    ['9', Uint8Array.of(9), { because: 'membership has a newer act', act: 9 }],
    ['300, whatever follows', Uint8Array.of(0xac, 0x02, 1, 2, 3), { because: 'membership has a newer act', act: 300 }],
    ['0', Uint8Array.of(0), malformed],
    ['none', new Uint8Array(), malformed],
    ['half a number', Uint8Array.of(0x80), malformed],
    ['7 with a padded number', Uint8Array.of(0x87, 0x00, ...encodeAct(acts.rotate).slice(1)), malformed],
  ])('of number %s is refused by it', (_, bytes, refusal) => {
    expect(refusalOf(decodeAct(bytes))).toEqual(refusal)
  })
})

describe('an act is malformed', () => {
  const grant = (changes: Partial<ActOf<'grant'>>): MembershipAct => ({ ...acts.grant, ...changes })
  const remove = (changes: Partial<ActOf<'remove'>>): MembershipAct => ({ ...acts.remove, ...changes })
  const cutOf = (document: string, seq = 1) => ({ document, heads: [{ device: first, seq, hash: other }] })
  const share = (shares: ActOf<'share keys'>['shares']): MembershipAct => ({ ...acts.share, shares })
  const [one, two] = acts.share.shares

  test.each<[string, MembershipAct]>([
    ['a grant to a sentence', grant({ person: 'Cem Yıldız' })],
    ['a grant to nobody', grant({ person: '' })],
    ['a grant of no document', grant({ document: 'Team Bau', cuts: [] })],
    ['a grant of the membership log', grant({ document: 'membership#1', cuts: [] })],
    ['a grant of writing with a cut', grant({ role: 'writer' })],
    ['a grant of less with a cut elsewhere', grant({ role: 'reader' })],
    ['a grant in one document with a cut in another', grant({ document: 'team:it#1', cuts: [cutOf('team:bau#1')] })],
    ['cuts out of order', grant({ cuts: [cutOf('workspace#1'), cutOf('team:bau#1')] })],
    ['a document cut twice', grant({ cuts: [cutOf('workspace#1'), cutOf('workspace#1')] })],
    ['a cut of the membership log', grant({ cuts: [cutOf('membership#1')] })],
    ['a cut at entry 0', grant({ cuts: [cutOf('workspace#1', 0)] })],
    [
      'cut devices out of order',
      grant({ cuts: [{ document: 'workspace#1', heads: acts.grant.cuts[0].heads.toReversed() }] }),
    ],
    ['a removal of nobody', remove({ devices: [], people: [] })],
    ['devices out of order', remove({ devices: [second, first] })],
    ['a device twice', remove({ devices: [first, first] })],
    ['people out of order', remove({ people: ['emil', 'cem'] })],
    ['a person who is a sentence', remove({ people: ['Cem Yıldız'] })],
    ['a removal with a broken cut', remove({ cuts: [cutOf('Team Bau')] })],
    ['more devices than one removal names', remove({ devices: manyHashes(caps.removed + 1) })],
    ['keys of the membership log', { ...acts.share, document: 'membership#1' }],
    ['no key at all', share([])],
    ['shares out of order', share([two, one])],
    ['a share twice', share([one, one])],
    ['a key of epoch 0', share([{ ...one, epoch: 0 }])],
    ['a secret over its cap', share([{ ...one, secret: new Uint8Array(caps.wrappedBytes + 1) }])],
    ['a next key of epoch 0', { ...acts.rotate, keys: { ...acts.rotate.keys, epoch: 0 } }],
    [
      'a next key for a device twice',
      { ...acts.rotate, keys: { ...acts.rotate.keys, wrapped: [0, 0].map(() => acts.rotate.keys.wrapped[0]) } },
    ],
    [
      'a next key with a secret over its cap',
      { ...acts.rotate, keys: { ...acts.rotate.keys, wrapped: [{ device: first, secret: new Uint8Array(600) }] } },
    ],
  ])('%s', (_, act) => {
    expect(refusalOf(decodeAct(encodeAct(act)))).toEqual(malformed)
  })

  test('a role that is none of ours', () => {
    const bytes = encodeAct({ ...acts.grant, cuts: [] })
    const at = bytes.length - 3
    expect(bytes[at]).toBe(0)
    expect(refusalOf(decodeAct(bytes.map((byte, index) => (index === at ? 4 : byte))))).toEqual(malformed)
    expect(valueOf(decodeAct(bytes.map((byte, index) => (index === at ? 3 : byte))))).toMatchObject({ role: 'admin' })
  })

  test('the caps themselves are kept', () => {
    expect(decodeAct(encodeAct(remove({ devices: manyHashes(caps.removed) }))).ok).toBe(true)
    const wrapped = manyHashes(caps.wrappedKeys).map(device => ({ device, secret }))
    expect(decodeAct(encodeAct({ ...acts.rotate, keys: { ...acts.rotate.keys, wrapped } })).ok).toBe(true)
  })
})

function manyHashes(count: number): Bytes[] {
  return Array.from({ length: count }, (_, index) =>
    new Uint8Array(32).fill(0).map((_, at) => (at === 0 ? index >>> 8 : at === 1 ? index & 255 : 0)),
  )
}
