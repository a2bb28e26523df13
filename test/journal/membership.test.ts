import { afterEach, describe, expect, test, vi } from 'vitest'
import * as fc from 'fast-check'
import { joinBytes, noHash, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { certifyDevice } from '../../src/journal/certificate.ts'
import { wrapEpoch } from '../../src/journal/epoch-keys.ts'
import { foundWorkspace } from '../../src/journal/found-workspace.ts'
import type { EntryDraft } from '../../src/journal/header.ts'
import { keyringOf } from '../../src/journal/keyring.ts'
import type { DeviceKeys } from '../../src/journal/keys.ts'
import { decodeAct, encodeAct } from '../../src/journal/membership-act.ts'
import { membershipDraft } from '../../src/journal/membership-draft.ts'
import { emptyLog, extendLog } from '../../src/journal/membership-log.ts'
import { whyNotCounting } from '../../src/journal/membership-standing.ts'
import { foldLog, foldMembership, type Membership } from '../../src/journal/membership.ts'
import { openEntry, sealEntry } from '../../src/journal/seal.ts'
import { fixedRoot, fixedSecret, office, refusalOf, valueOf } from './office.ts'

const { anna, ben, root, draft } = await office()
const [workspaceSecret, teamSecret] = [await fixedSecret('Musterstadt'), await fixedSecret('Team Digitales')]
const { workspace } = root
const founding = valueOf(await foundWorkspace(root, anna, 'annaSchmidt1', workspaceSecret))

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
const opened = valueOf(await foldMembership(workspace, [first, second]))

describe('Anna founds Musterstadt and opens a team', () => {
  test('she is its only person and admin, with one device', () => {
    expect(founded.workspace).toEqual(workspace)
    const anyone = { id: 'annaSchmidt1', role: 'admin', end: 0, isRemoved: false, devices: [toHex(anna.id)] }
    expect([...founded.people.values()]).toEqual([anyone])
    expect(founded.devices.get(toHex(anna.id))).toMatchObject({ id: anna.id, person: 'annaSchmidt1', isRemoved: false })
    expect([...founded.view.history.openings.keys()]).toEqual(['workspace#1'])
  })

  test('the same log gives the same membership, in any order and piece by piece', async () => {
    expect(valueOf(await foldMembership(workspace, [second, first]))).toEqual(opened)
    const held = await extendLog(emptyLog(workspace), [second])
    expect([held.log.held.size, held.taken.length]).toEqual([1, 0])
    const { log, taken } = await extendLog(held.log, [first, second])
    expect([log.held.size, taken.length]).toEqual([0, 2])
    expect(valueOf(foldLog(log))).toEqual(opened)
    expect(opened.heads.get(toHex(anna.id))?.seq).toBe(2)
  })

  test('her keyring opens what she seals in both documents, and nothing elsewhere', async () => {
    const keyring = await keyringOf(opened, anna)
    for (const document of ['workspace#1', 'team:ab12#1']) {
      const epoch = keyring.sealingKey(document)?.key ?? null
      const said = draft({ document, membership: opened.frontier })
      const sealed = valueOf(await sealEntry(said, textBytes('Hallo'), { signing: anna.signing.privateKey, epoch }))
      expect(new TextDecoder().decode(valueOf(await openEntry(sealed.bytes, keyring)).plaintext)).toBe('Hallo')
    }
    expect(keyring.epochKeys('governance#1', 1)).toEqual([])
    expect(keyring.epochKeys('workspace#1', 2)).toEqual([])
    expect(keyring.sealingKey('governance#1')).toBeUndefined()
    expect(keyring.verifyKey(ben.id)).toBeUndefined()
  })

  test('Ben, for whom nothing was wrapped, holds no key and knows that there is one', async () => {
    const keyring = await keyringOf(founded, ben)
    expect(keyring.epochKeys('workspace#1', 1)).toEqual([])
    expect(keyring.sealingKey('workspace#1')).toBeUndefined()
    expect([keyring.lacksKey('workspace#1', 1), keyring.lacksKey('workspace#1', 2)]).toEqual([true, false])
    expect(keyring.verifyKey(anna.id)).toBeDefined()
  })

  test('a wrapped secret that is no key is left out', async () => {
    const broken = valueOf(await wrapEpoch({ workspace, document: 'workspace#1', epoch: 1 }, new Uint8Array(7), [anna]))
    const log = [await write(undefined, encodeAct({ ...founding, keys: broken }))]
    const keyring = await keyringOf(valueOf(await foldMembership(workspace, log)), anna)
    expect(keyring.epochKeys('workspace#1', 1)).toEqual([])
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
  const act = (changes: Partial<typeof founding>): Promise<Bytes> =>
    write(undefined, encodeAct({ ...founding, ...changes }))
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
      because('membership is founded already'),
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
      'keys for a stranger',
      async () => act({ keys: await keysFor({}, [ben]) }),
      because('wrapped for the wrong devices'),
    ],
    [
      'keys for a stranger too',
      async () => act({ keys: await keysFor({}, [anna, ben]) }),
      because('wrapped for the wrong devices'),
    ],
    ['keys twice', () => act({ keys: twice }), because('membership is malformed')],
    [
      'a broken signature',
      async () => first.map((byte, at) => (at === first.length - 1 ? byte ^ 1 : byte)),
      { because: 'signature is wrong' },
    ],
    ['a change', async () => (await sealedChange()).bytes, because('membership is malformed')],
    [
      'something else before the founding',
      async () => write(undefined, await openTeam()),
      because('membership is not founded'),
    ],
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
    const epoch = (await keyringOf(founded, anna)).sealingKey('workspace#1')?.key ?? null
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

describe('what has no place in the log', () => {
  const offer = async (log: readonly Bytes[], bytes: Bytes) =>
    extendLog((await extendLog(emptyLog(workspace), log)).log, [bytes])

  test.each<[string, () => Promise<Bytes>, object]>([
    [
      'another frontier',
      async () => write(founded, await openTeam(), { membership: workspace }),
      because('membership head is another'),
    ],
    [
      'a wrong place in the chain',
      async () => write(founded, await openTeam(), { seq: 3 }),
      because('membership is malformed'),
    ],
    [
      'a second founding behind the first',
      () => write(founded, encodeAct(founding)),
      because('membership is founded already'),
    ],
    [
      'a name that is no document',
      async () => write(founded, await openTeam({ document: 'Team 1' })),
      because('membership is malformed'),
    ],
    [
      'a key of the membership log',
      async () => write(founded, await openTeam({ document: 'membership#1' })),
      because('membership is malformed'),
    ],
  ])('%s is refused', async (_, bytes, refusal) => {
    const { refused, taken, log } = await offer([first], await bytes())
    expect(refused.map(one => one.refusal)).toEqual([refusal])
    expect([taken.length, log.held.size, log.entries.size]).toEqual([0, 0, 1])
  })

  test('what is here already is passed over', async () => {
    const { refused, taken, log } = await offer([first, second], second)
    expect([refused.length, taken.length, log.held.size, log.entries.size]).toEqual([0, 0, 0, 2])
  })

  test('what a device says that nobody has brought in is held', async () => {
    const bens = await write(founded, await openTeam(), {}, ben)
    const { log, refused } = await offer([first], bens)
    expect([log.held.size, refused.length]).toEqual([1, 0])
  })

  test('what is said without authority has its place and does not count', async () => {
    const again = await write(founded, await openTeam({ document: 'workspace#1' }))
    const { log, taken } = await offer([first], again)
    const membership = valueOf(foldLog(log))
    const [{ hash }] = taken as [(typeof taken)[number]]
    expect(whyNotCounting(membership, hash)).toEqual({ because: 'document is open already', document: 'workspace#1' })
    expect(whyNotCounting(membership, workspace)).toEqual(because('membership entry is not here'))
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
