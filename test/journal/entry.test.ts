import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinBytes, noHash, sha256, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { decodeEntry, encodeSigned } from '../../src/journal/entry.ts'
import { encodeHeader, isDocumentName, membershipDocument, type EntryHeader } from '../../src/journal/header.ts'
import { openEntry, sealEntry, verifySignature } from '../../src/journal/seal.ts'
import { mutations } from '../support/mutations.ts'
import { fixedDevice, fixedNonce, office, refusalOf, valueOf } from './office.ts'

const { anna, ben, root, epochKey, keyring, draft, chain } = await office()
const keys = { signing: anna.signing.privateKey, epoch: epochKey }
const seen = { device: ben.id, seq: 3, hash: await sha256(textBytes('Bens dritter Eintrag')) }

describe('an entry travels', () => {
  test('Anna writes it, Ben reads exactly what she wrote', async () => {
    const said = draft({
      deps: [seen],
      clients: [7, 4_294_967_295],
      command: { id: 'k3Jd82LmQp0Z', part: 2, parts: 5 },
    })
    const sealed = valueOf(await sealEntry(said, textBytes('Bauantrag prüfen'), keys))
    const opened = valueOf(await openEntry(sealed.bytes, keyring))
    expect(new TextDecoder().decode(opened.plaintext)).toBe('Bauantrag prüfen')
    expect(opened.header).toEqual(sealed.header)
    expect(opened.header).toMatchObject(said)
    expect(opened.hash).toEqual(await sha256(sealed.bytes))
    expect(opened.hash).toEqual(sealed.hash)
  })

  test('it costs less than 320 bytes beyond the update', async () => {
    const [sealed] = await chain(['x'.repeat(100)])
    expect(sealed?.bytes.length).toBeLessThan(100 + 320)
  })

  test('a checkpoint and a membership entry travel too; the latter is signed, not sealed', async () => {
    const checkpoint = draft({ kind: 'checkpoint', clients: [], command: { id: 'c', part: 1, parts: 1 } })
    expect((await openEntry(valueOf(await sealEntry(checkpoint, textBytes('s'), keys)).bytes, keyring)).ok).toBe(true)
    const membership = draft({ kind: 'membership', document: membershipDocument, keyEpoch: 0, clients: [] })
    const noEpoch = { signing: anna.signing.privateKey, epoch: null }
    const sealed = valueOf(await sealEntry(membership, textBytes('gegründet'), noEpoch))
    const stranger = { ...keyring, epochKeys: () => [] }
    expect(new TextDecoder().decode(valueOf(await openEntry(sealed.bytes, stranger)).plaintext)).toBe('gegründet')
  })

  test('two seals of the same words differ: each has its own nonce', async () => {
    const seal = async () => valueOf(await sealEntry(draft(), textBytes('gleich'), keys)).bytes
    expect(await seal()).not.toEqual(await seal())
  })

  test('a window into a larger buffer is read as the window, and later changes to it do not matter', async () => {
    const [sealed] = await chain(['Fenster'])
    const larger = joinBytes(Uint8Array.of(9, 9), sealed!.bytes, Uint8Array.of(9))
    const view = larger.subarray(2, larger.length - 1)
    const opening = openEntry(view, keyring)
    larger.fill(0)
    expect((await opening).ok).toBe(true)
  })
})

describe('the writer refuses what no reader would accept', () => {
  const hash = noHash().fill(1)
  const dep = (device: Bytes, seq = 1) => ({ device, seq, hash })
  const many = (count: number) => Array.from({ length: count }, (_, index) => index)
  const device = (byte: number) => noHash().fill(byte)
  test.each<[string, Partial<Parameters<typeof draft>[0] & object>]>([
    ['a workspace id of 31 bytes', { workspace: new Uint8Array(31) }],
    ['a document without edition', { document: 'team:ab12' }],
    ['a document that is a path', { document: '../team#1' }],
    ['a document name over its cap', { document: `team:${'a'.repeat(60)}#1` }],
    ['a sequence from zero', { seq: 0 }],
    ['a broken sequence', { seq: 1.5 }],
    ['a first entry with a predecessor', { seq: 1, prev: hash }],
    ['a later entry without predecessor', { seq: 2, prev: noHash() }],
    ['a stamp before time', { stamp: -1 }],
    ['a stamp that is no number', { stamp: Number.NaN }],
    ['a dependency on itself', { deps: [dep(anna.id)] }],
    ['dependencies out of order', { deps: [dep(device(2)), dep(device(1))] }],
    ['a dependency twice', { deps: [dep(device(2)), dep(device(2))] }],
    ['a dependency on entry zero', { deps: [dep(device(2), 0)] }],
    ['a dependency with a short device', { deps: [dep(new Uint8Array(31))] }],
    ['a dependency with a short hash', { deps: [{ ...dep(device(2)), hash: new Uint8Array(31) }] }],
    ['65 dependencies', { deps: many(65).map(byte => dep(device(byte))) }],
    ['a sealed membership entry', { kind: 'membership', document: membershipDocument, clients: [] }],
    ['a membership entry in a team', { kind: 'membership', keyEpoch: 0, clients: [] }],
    ['a change in the membership log', { document: membershipDocument }],
    ['an unsealed change', { keyEpoch: 0 }],
    ['17 clients', { clients: many(17) }],
    ['clients out of order', { clients: [2, 1] }],
    ['a client over 32 bits', { clients: [4_294_967_296] }],
    ['a negative client', { clients: [-1] }],
    ['half a client', { clients: [0.5] }],
    ['a checkpoint with clients', { kind: 'checkpoint' }],
    ['part 0', { command: { id: 'k', part: 0, parts: 1 } }],
    ['part 3 of 2', { command: { id: 'k', part: 3, parts: 2 } }],
    ['half a part', { command: { id: 'k', part: 1, parts: 1.5 } }],
    ['too many parts', { command: { id: 'k', part: 1, parts: caps.commandParts + 1 } }],
    ['a command without id', { command: { id: '', part: 1, parts: 1 } }],
    ['a command id over its cap', { command: { id: 'k'.repeat(65), part: 1, parts: 1 } }],
  ])('%s', async (_, changes) => {
    expect(refusalOf(await sealEntry(draft(changes), textBytes('x'), keys))).toEqual({ because: 'entry is malformed' })
  })

  test('a short nonce', async () => {
    const sealed = await sealEntry(draft(), textBytes('x'), keys, new Uint8Array(11))
    expect(refusalOf(sealed)).toEqual({ because: 'entry is malformed' })
  })

  test('more than 64 KiB', async () => {
    const sealed = await sealEntry(draft(), new Uint8Array(caps.updateBytes + 1), keys)
    expect(refusalOf(sealed)).toEqual({ because: 'entry is too large', bytes: 65_537, cap: 65_536 })
  })

  test('a change without the key of its epoch', async () => {
    const sealed = await sealEntry(draft(), textBytes('x'), { ...keys, epoch: null })
    expect(refusalOf(sealed)).toEqual({ because: 'key is missing', document: 'team:ab12#1', epoch: 1 })
  })

  test('the largest entry there can be stays under the cap', async () => {
    const deps = many(64).map(byte => ({ device: device(byte), seq: Number.MAX_SAFE_INTEGER, hash }))
    const clients = many(16).map(index => 4_294_967_280 + index)
    const largest = draft({
      document: `team:${'a'.repeat(57)}#1`,
      seq: Number.MAX_SAFE_INTEGER,
      prev: hash,
      deps,
      stamp: Number.MAX_SAFE_INTEGER,
      clients,
      command: { id: 'k'.repeat(64), part: 4096, parts: 4096 },
    })
    const sealed = valueOf(await sealEntry(largest, new Uint8Array(caps.updateBytes), keys))
    expect(sealed.bytes.length).toBeLessThanOrEqual(caps.entryBytes)
    expect((await openEntry(sealed.bytes, { ...keyring, epochKeys: () => [epochKey] })).ok).toBe(true)
  })
})

describe('document names', () => {
  test.each(['workspace#1', 'team:ab12#1', 'governance#12', 'team:a_B-9#3'])('%s is one', name => {
    expect(isDocumentName(name)).toBe(true)
  })
  test.each(['', '#1', 'team#0', 'team#01', 'Team#1', 'team:#1', 'team:a/b#1', 'team:ä#1', 'team#1 '])(
    '"%s" is none',
    name => {
      expect(isDocumentName(name)).toBe(false)
    },
  )
})

describe('the reader refuses', async () => {
  const [sealed] = await chain(['Bauantrag prüfen'])
  const bytes = sealed!.bytes

  /** A well-signed entry whose header says what an honest writer never would. */
  const signedAs = async (headerBytes: Bytes, ciphertext: Bytes = new Uint8Array(16)): Promise<Bytes> => {
    const signed = encodeSigned(headerBytes, ciphertext)
    return joinBytes(signed, new Uint8Array(await crypto.subtle.sign('Ed25519', anna.signing.privateKey, signed)))
  }
  const header: EntryHeader = { ...draft(), format: 1, alg: 1, nonce: fixedNonce(0) }
  const honest = encodeHeader(header)

  test.each<[string, Bytes, object]>([
    ['nothing at all', new Uint8Array(0), { because: 'entry is malformed' }],
    ['format 0', Uint8Array.of(0, 1), { because: 'entry is malformed' }],
    ['an unfinished format', Uint8Array.of(0x81), { because: 'entry is malformed' }],
    ['format 2, whatever follows', Uint8Array.of(2, 200), { because: 'entry has a newer format', format: 2 }],
    ['algorithm 0', Uint8Array.of(1, 0), { because: 'entry is malformed' }],
    ['algorithm 3', Uint8Array.of(1, 3), { because: 'entry has a newer algorithm', alg: 3 }],
    ['nothing after the form', Uint8Array.of(1, 1), { because: 'entry is malformed' }],
    ['100 kB', new Uint8Array(100_000), { because: 'entry is too large', bytes: 100_000, cap: caps.entryBytes }],
    ['one byte too many', joinBytes(bytes, Uint8Array.of(0)), { because: 'entry is malformed' }],
    ['one byte too few', bytes.slice(0, -1), { because: 'entry is malformed' }],
  ])('%s', (_, bad, refusal) => {
    expect(refusalOf(decodeEntry(bad))).toEqual(refusal)
  })

  const patched = (at: number, ...replacement: readonly number[]): Bytes =>
    joinBytes(honest.slice(0, at), Uint8Array.from(replacement), honest.slice(at + 1))
  const depsAt = honest.length - 12 - 1 - 5 - 1 - 1 - 32 - 7 - 1
  test.each<[string, Bytes]>([
    ['a kind nobody knows', patched(2, 9)],
    ['a padded varint', patched(0, 0x81, 0)],
    ['more dependencies than bytes', patched(depsAt, 64)],
    ['more dependencies than the cap', patched(depsAt, 65)],
    ['a header against its own rules', encodeHeader({ ...header, clients: [3, 2] })],
  ])('%s, though well signed', async (_, headerBytes) => {
    expect(refusalOf(decodeEntry(await signedAs(headerBytes)))).toEqual({ because: 'entry is malformed' })
  })

  test('a seal shorter than its tag, and more than 64 KiB under it', async () => {
    for (const length of [15, caps.updateBytes + 17]) {
      const entry = await signedAs(honest, new Uint8Array(length))
      expect(refusalOf(decodeEntry(entry))).toEqual({ because: 'entry is malformed' })
    }
  })

  test('a padded length before the seal', async () => {
    const signed = joinBytes(honest, Uint8Array.of(0x90, 0), new Uint8Array(16))
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', anna.signing.privateKey, signed))
    expect(refusalOf(decodeEntry(joinBytes(signed, signature)))).toEqual({ because: 'entry is malformed' })
  })

  test('a device nobody certified', async () => {
    const mallory = await fixedDevice('Mallory')
    const [entry] = await chain(['x'], mallory)
    expect(refusalOf(await openEntry(entry!.bytes, keyring))).toEqual({
      because: 'device is unknown',
      device: mallory.id,
    })
  })

  test("Ben's words under Anna's name", async () => {
    const forged = valueOf(
      await sealEntry(draft(), textBytes('genehmigt'), { ...keys, signing: ben.signing.privateKey }),
    )
    expect(refusalOf(await openEntry(forged.bytes, keyring))).toEqual({ because: 'signature is wrong' })
    expect(await verifySignature(valueOf(decodeEntry(forged.bytes)), ben.signing.publicKey)).toBe(true)
  })

  test('an epoch whose key has not come yet', async () => {
    const later = valueOf(await sealEntry(draft({ keyEpoch: 2 }), textBytes('x'), keys))
    const refusal = { because: 'key is missing', document: 'team:ab12#1', epoch: 2 }
    expect(refusalOf(await openEntry(later.bytes, keyring))).toEqual(refusal)
  })

  test('a well-signed entry sealed with another key', async () => {
    expect(refusalOf(await openEntry(await signedAs(honest), keyring))).toEqual({ because: 'seal is broken' })
  })

  test('every flipped, missing or added byte anywhere (by chance, seeded)', async () => {
    const mutation = fc.oneof(
      fc.record({ kind: fc.constant('flip' as const), at: fc.nat(bytes.length - 1), bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('truncate' as const), at: fc.nat(bytes.length - 1), bit: fc.constant(0) }),
      fc.record({ kind: fc.constant('extend' as const), at: fc.nat(255), bit: fc.constant(0) }),
      fc.record({ kind: fc.constant('drop' as const), at: fc.nat(bytes.length - 1), bit: fc.constant(0) }),
      fc.record({ kind: fc.constant('insert' as const), at: fc.nat(bytes.length - 1), bit: fc.nat(255) }),
    )
    const mutate = ({ kind, at, bit }: { kind: string; at: number; bit: number }): Bytes => {
      if (kind === 'truncate') return bytes.slice(0, at)
      if (kind === 'extend') return joinBytes(bytes, Uint8Array.of(at))
      if (kind === 'drop') return joinBytes(bytes.slice(0, at), bytes.slice(at + 1))
      if (kind === 'insert') return joinBytes(bytes.slice(0, at), Uint8Array.of(bit), bytes.slice(at))
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))
    }
    await fc.assert(
      fc.asyncProperty(mutation, async change => {
        expect((await openEntry(mutate(change), keyring)).ok).toBe(false)
      }),
      {
        numRuns: mutations,
        seed: Number(process.env['SEED'] ?? 20_261_120),
        verbose: 1,
      },
    )
  })

  test('random bytes behind an honest beginning', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(honest.length), fc.uint8Array({ maxLength: 400 }), async (kept, noise) => {
        expect((await openEntry(joinBytes(honest.slice(0, kept), noise), keyring)).ok).toBe(false)
      }),
      { numRuns: 1_000, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
  })

  test('an entry of another workspace is for the chain to refuse: it opens only with that workspace’s keys', () => {
    expect(valueOf(decodeEntry(bytes)).header.workspace).toEqual(root.workspace)
  })
})
