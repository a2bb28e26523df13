import { afterEach, describe, expect, test, vi } from 'vitest'
import * as fc from 'fast-check'
import { joinBytes, noHash, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { certifyDevice } from '../../src/journal/certificate.ts'
import type { EntryDraft } from '../../src/journal/header.ts'
import type { DeviceKeys } from '../../src/journal/keys.ts'
import {
  decodeAct,
  encodeAct,
  foundWorkspace,
  wrapEpoch,
  type MembershipAct,
} from '../../src/journal/membership-act.ts'
import {
  extendMembership,
  foldMembership,
  keyringOf,
  membershipDraft,
  type Membership,
} from '../../src/journal/membership.ts'
import { openEntry, sealEntry } from '../../src/journal/seal.ts'
import { fixedRoot, fixedSecret, office, refusalOf, valueOf } from './office.ts'

const { anna, ben, root, draft } = await office()
const [workspaceSecret, teamSecret] = [await fixedSecret('Musterstadt'), await fixedSecret('Team Digitales')]
const { workspace } = root
type Found = MembershipAct & { act: 'found' }
const founding = valueOf(await foundWorkspace(root, anna, 'annaSchmidt1', workspaceSecret)) as Found

const because = (reason: string) => ({ because: reason })

const write = async (
  membership: Membership | undefined,
  payload: Bytes,
  changes: Partial<EntryDraft> = {},
  by: DeviceKeys = anna,
): Promise<Bytes> => {
  const next = { ...membershipDraft(workspace, membership, by.id, 5_000_000_000_000), ...changes }
  return valueOf(await sealEntry(next, payload, { signing: by.signing.privateKey, epoch: null })).bytes
}

const first = await write(undefined, encodeAct(founding))
const founded = valueOf(await foldMembership(workspace, [first]))

const openTeam = async (changes: Partial<{ document: string; epoch: number }> = {}, devices = [anna]) => {
  const place = { workspace, document: 'team:ab12#1', epoch: 1, ...changes }
  return encodeAct({ act: 'open document', keys: valueOf(await wrapEpoch(place, teamSecret, devices)) })
}
const second = await write(founded, await openTeam())

describe('Anna founds Musterstadt and opens a team', () => {
  test('she is its only person and admin, with one device', () => {
    expect(founded.workspace).toEqual(workspace)
    expect([...founded.people.values()]).toEqual([{ id: 'annaSchmidt1', devices: [toHex(anna.id)] }])
    expect([...founded.admins]).toEqual(['annaSchmidt1'])
    expect(founded.devices.get(toHex(anna.id))).toMatchObject({ id: anna.id, person: 'annaSchmidt1' })
    expect([...founded.epochs.keys()]).toEqual(['workspace#1'])
  })

  test('the same log gives the same membership, whole or entry by entry', async () => {
    const whole = valueOf(await foldMembership(workspace, [first, second]))
    const stepwise = valueOf(await extendMembership(workspace, founded, second))
    expect(whole).toEqual(stepwise)
    expect([...whole.epochs.keys()]).toEqual(['workspace#1', 'team:ab12#1'])
    expect(whole.head.seq).toBe(2)
  })

  test('her keyring opens what she seals in both documents, and nothing elsewhere', async () => {
    const membership = valueOf(await foldMembership(workspace, [first, second]))
    const keyring = await keyringOf(membership, anna)
    for (const document of ['workspace#1', 'team:ab12#1']) {
      const epoch = keyring.epochKey(document, 1) ?? null
      const said = draft({ document, membership: membership.head.hash })
      const sealed = valueOf(await sealEntry(said, textBytes('Hallo'), { signing: anna.signing.privateKey, epoch }))
      expect(new TextDecoder().decode(valueOf(await openEntry(sealed.bytes, keyring)).plaintext)).toBe('Hallo')
    }
    expect(keyring.epochKey('governance#1', 1)).toBeUndefined()
    expect(keyring.verifyKey(ben.id)).toBeUndefined()
  })

  test('Ben, for whom nothing was wrapped, holds no key', async () => {
    const keyring = await keyringOf(founded, ben)
    expect(keyring.epochKey('workspace#1', 1)).toBeUndefined()
    expect(keyring.verifyKey(anna.id)).toBeDefined()
  })

  test('a wrapped secret that is no key is left out', async () => {
    const broken = valueOf(await wrapEpoch({ workspace, document: 'workspace#1', epoch: 1 }, new Uint8Array(7), [anna]))
    const log = [await write(undefined, encodeAct({ ...founding, keys: broken }))]
    const keyring = await keyringOf(valueOf(await foldMembership(workspace, log)), anna)
    expect(keyring.epochKey('workspace#1', 1)).toBeUndefined()
  })

  test('a device whose key cannot be agreed with gets no wrapping', async () => {
    const bad = { ...anna, sealingPublic: noHash() }
    expect(refusalOf(await foundWorkspace(root, bad, 'annaSchmidt1', workspaceSecret))).toEqual({
      because: 'key is unusable',
    })
  })
})

describe('a founding is refused', async () => {
  const stranger = await fixedRoot('Schilda')
  const act = (changes: Partial<Found>): Promise<Bytes> => write(undefined, encodeAct({ ...founding, ...changes }))
  const keysFor = async (changes: object, devices: DeviceKeys[] = [anna]) =>
    valueOf(await wrapEpoch({ workspace, document: 'workspace#1', epoch: 1, ...changes }, workspaceSecret, devices))
  const twice = { ...founding.keys, wrapped: [...founding.keys.wrapped, ...founding.keys.wrapped] }

  test.each<[string, () => Promise<Bytes>, object]>([
    ['noise', async () => textBytes('kein Eintrag'), { because: 'entry has a newer format', format: 107 }],
    ['an empty act', () => write(undefined, new Uint8Array(0)), because('membership is malformed')],
    ['act 0', () => write(undefined, Uint8Array.of(0)), because('membership is malformed')],
    ['half an act', () => write(undefined, encodeAct(founding).slice(0, -1)), because('membership is malformed')],
    [
      'an act of a newer app',
      () => write(undefined, Uint8Array.of(9)),
      { because: 'membership has a newer act', act: 9 },
    ],
    [
      "another workspace's root",
      () => act({ rootKey: stranger.publicKey }),
      { because: 'root key does not match the workspace' },
    ],
    [
      'a head before the beginning',
      () => write(undefined, encodeAct(founding), { membership: workspace }),
      because('membership head is another'),
    ],
    [
      'a second entry as first',
      () => write(undefined, encodeAct(founding), { seq: 2, prev: workspace }),
      { because: 'gap', expected: 1, got: 2 },
    ],
    [
      'the entry of another workspace',
      () => write(undefined, encodeAct(founding), { workspace: noHash() }),
      { because: 'entry belongs elsewhere', what: 'workspace' },
    ],
    [
      'keys of another document',
      async () => act({ keys: await keysFor({ document: 'team:ab12#1' }) }),
      because('membership is malformed'),
    ],
    [
      'keys of a later epoch',
      async () => act({ keys: await keysFor({ epoch: 2 }) }),
      because('membership is malformed'),
    ],
    ['keys for nobody', async () => act({ keys: await keysFor({}, []) }), because('wrapped for the wrong devices')],
    [
      'keys for a stranger too',
      async () => act({ keys: await keysFor({}, [anna, ben]) }),
      because('wrapped for the wrong devices'),
    ],
    ['keys twice', () => act({ keys: twice }), because('wrapped for the wrong devices')],
    [
      'a broken signature',
      async () => first.map((byte, at) => (at === first.length - 1 ? byte ^ 1 : byte)),
      { because: 'signature is wrong' },
    ],
    ['a change', async () => (await sealedChange()).bytes, because('membership is malformed')],
  ])('%s', async (_, bytes, refusal) => {
    expect(refusalOf(await foldMembership(workspace, [await bytes()]))).toEqual(refusal)
  })

  test.each([
    ['another root', () => certifyDevice(stranger, anna, 'annaSchmidt1')],
    ["Ben's device", () => certifyDevice(root, ben, 'annaSchmidt1')],
    ['nobody', () => certifyDevice(root, anna, '')],
    ['a sentence as person', () => certifyDevice(root, anna, 'a b')],
    ['a person over the cap', () => certifyDevice(root, anna, 'a'.repeat(65))],
  ])('a certificate of %s', async (_, certify) => {
    const bytes = await act({ certificate: await certify() })
    expect(refusalOf(await foldMembership(workspace, [bytes]))).toEqual({ because: 'certificate is wrong' })
  })

  const sealedChange = async () => {
    const epoch = (await keyringOf(founded, anna)).epochKey('workspace#1', 1) ?? null
    return valueOf(await sealEntry(draft(), textBytes('x'), { signing: anna.signing.privateKey, epoch }))
  }

  test('no entry at all', async () => {
    expect(refusalOf(await foldMembership(workspace, []))).toEqual({ because: 'membership is not founded' })
  })
})

describe('some platforms refuse a public key that is no point', () => {
  afterEach(() => vi.restoreAllMocks())
  test('then its certificate is wrong', async () => {
    const importKey = crypto.subtle.importKey.bind(crypto.subtle)
    const refuses = (call: number) => {
      let calls = 0
      vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...all: unknown[]) =>
        ++calls === call ? Promise.reject(new Error('no point')) : Reflect.apply(importKey, null, all),
      )
    }
    for (const call of [1, 2]) {
      refuses(call)
      expect(refusalOf(await foldMembership(workspace, [first]))).toEqual(because('certificate is wrong'))
      vi.restoreAllMocks()
    }
  })
})

describe('opening a document is refused', () => {
  test.each<[string, () => Promise<Bytes>, object]>([
    [
      'once more',
      async () => write(founded, await openTeam({ document: 'workspace#1' })),
      { because: 'document is open already', document: 'workspace#1' },
    ],
    [
      'under a name that is none',
      async () => write(founded, await openTeam({ document: 'Team 1' })),
      because('membership is malformed'),
    ],
    [
      'for the membership log',
      async () => write(founded, await openTeam({ document: 'membership#1' })),
      because('membership is malformed'),
    ],
    [
      'with a later epoch',
      async () => write(founded, await openTeam({ epoch: 2 })),
      because('membership is malformed'),
    ],
    [
      'without a key for its writer',
      async () => write(founded, await openTeam({}, [])),
      because('wrapped for the wrong devices'),
    ],
    [
      'by a device nobody knows',
      async () => write(founded, await openTeam(), {}, ben),
      { because: 'device is unknown', device: ben.id },
    ],
    [
      'after another head',
      async () => write(founded, await openTeam(), { membership: workspace }),
      because('membership head is another'),
    ],
    ['after a gap', async () => write(founded, await openTeam(), { seq: 3 }), { because: 'gap', expected: 2, got: 3 }],
    ['by a second founding', () => write(founded, encodeAct(founding)), because('membership is founded already')],
    ['by the founding once more', async () => first, because('membership is founded already')],
  ])('%s', async (_, bytes, refusal) => {
    expect(refusalOf(await extendMembership(workspace, founded, await bytes()))).toEqual(refusal)
  })

  test('before the founding', async () => {
    expect(refusalOf(await foldMembership(workspace, [second]))).toEqual({ because: 'membership is not founded' })
  })

  test('a second time, or replayed', async () => {
    const opened = valueOf(await extendMembership(workspace, founded, second))
    expect(refusalOf(await extendMembership(workspace, opened, second))).toEqual({ because: 'entry is already here' })
    const later = valueOf(
      await extendMembership(workspace, opened, await write(opened, await openTeam({ document: 'governance#1' }))),
    )
    const replayed = refusalOf(await extendMembership(workspace, later, second))
    expect(replayed).toEqual({ because: 'entry is before the known beginning', seq: 2 })
  })

  test('by someone who is no admin', async () => {
    const demoted = { ...founded, admins: new Set<string>() }
    const refusal = { because: 'person may not do this', person: 'annaSchmidt1' }
    expect(refusalOf(await extendMembership(workspace, demoted, second))).toEqual(refusal)
  })
})

describe('bytes from outside', () => {
  test('an act with anything changed, missing or added is never the same act, and never an exception', () => {
    const payload = encodeAct(founding)
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        const mutated = cut ? payload.slice(0, at) : payload.map((byte, index) => (index === at ? byte ^ change : byte))
        const act = decodeAct(mutated)
        expect(act.ok && act.value).not.toEqual(founding)
      }),
      { numRuns: 1_000, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
    expect(decodeAct(joinBytes(payload, Uint8Array.of(0))).ok).toBe(false)
  })

  test('a founding with any byte flipped founds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(first.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = first.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))
        expect((await foldMembership(workspace, [flipped])).ok).toBe(false)
      }),
      { numRuns: 500, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
  })
})
