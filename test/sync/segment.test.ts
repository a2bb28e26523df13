import { createDecipheriv, createPublicKey, hkdfSync, verify } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinBytes, sha256, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { importVerifyKey } from '../../src/journal/keys.ts'
import { bodyOf, readPlain } from '../../src/sync/store/segment-body.ts'
import { pseudonymOf, segmentCaps, tagOf } from '../../src/sync/store/segment-form.ts'
import {
  isSignedBy,
  openSegment,
  sealSegment,
  segmentMaterial,
  type SegmentOpener,
  type SegmentSeal,
} from '../../src/sync/store/segment.ts'
import {
  fixedDevice,
  fixedRoot,
  fixedSealingPair,
  fixedSecret,
  fromHex,
  refusalOf,
  valueOf,
} from '../journal/office.ts'
import { mutations } from '../support/mutations.ts'

const seed = Number(process.env['SEED'] ?? 20_261_120)

/** Jana lays down, Cem reads; every byte is known beforehand. */
const hall = async () => {
  const [jana, cem, root] = [
    await fixedDevice('Janas Laptop'),
    await fixedDevice('Cems Telefon'),
    await fixedRoot('Amt'),
  ]
  const tag = tagOf(root.workspace)
  const material = await segmentMaterial(await fixedSecret('Team Digitales'))
  const seal: SegmentSeal = { tag, material, recipients: [], device: jana.id, signing: jana.signing.privateKey }
  const opener: SegmentOpener = { tag, materials: [material], sealing: cem.sealing }
  const salt = (await sha256(textBytes('Salz'))).slice(0, 16)
  const chance = { salt, contentKey: await sha256(textBytes('Schlüssel')), ephemeral: await fixedSealingPair('Einmal') }
  return { jana, cem, root, tag, seal, opener, chance }
}

const content = { document: 'team:ab12#1', entries: [textBytes('eins'), textBytes('zwei')] }

/** The sum is right again, so that what lies behind it is looked at. */
const resummed = async (bytes: Bytes): Promise<Bytes> => {
  const before = bytes.slice(0, -32)
  return joinBytes(before, await sha256(before))
}

/** A segment of two entries. */
const goldenBytes = [
  '4c4f5453452d5345470101e37a7a11f0a5bd670e2700000112569ba194b024a434c7ad18a0ad2f610a09c41bf65fd1fc66a6586aa13c274839',
  '5ff485977027e449df9dde187d6288c1841bdad023de95d33a8e680277bdfbc9e0223dc2990a4fb5691875e9b9876bca00000165aa974ee212',
  'df72ed31b2cab97937754b7b3c5922d4a388945980f43a7f5933ebe443cf6043463be98c118e0eda2987579de9eb463bbdb5395fd4a820d19d',
  '4440abdeda1fc7bcb65ea1391fb62248dfb6384aa9d535c5be0546564e5a7c4616030a16e402a9dc067ffe60cb093eac2afb0b6918ecabce6a',
  '11fa70ad2d9aa3cd3aacb27a4ace2ca31fd6c787dc0c82f1172ef57f6a8e31a7ac6d3cfee5dd55c1ce98ee1a9a02',
].join('')

/** AES-256-GCM with a nonce of zeros, by another library than the app's. */
const openGcm = (key: Uint8Array, sealed: Uint8Array, additional: Uint8Array): Bytes => {
  const decipher = createDecipheriv('aes-256-gcm', key, new Uint8Array(12))
  decipher.setAAD(additional)
  decipher.setAuthTag(sealed.slice(-16))
  return joinBytes(decipher.update(sealed.slice(0, -16)), decipher.final())
}

describe('version 1', () => {
  test('names in a folder', async () => {
    const { root, jana } = await hall()
    expect(toHex(tagOf(root.workspace))).toBe('e37a7a11f0a5bd670e27')
    expect(pseudonymOf(root.workspace, jana.id)).toBe('096cebd50738c07e608a57a46d28e598')
  })

  test('the same words of the same device under the same chance are these bytes', async () => {
    const { seal, chance } = await hall()
    const hex = toHex(valueOf(await sealSegment(content, seal, chance)))
    expect(hex).toBe(goldenBytes)
  })

  test('somebody who has only read the description opens them', async () => {
    const { jana, tag } = await hall()
    const bytes = fromHex(goldenBytes)
    const salt = bytes.slice(25, 41)
    const derived = new Uint8Array(hkdfSync('sha256', await fixedSecret('Team Digitales'), salt, 'lotse/segment/1', 48))
    expect(toHex(derived.slice(32))).toBe(toHex(bytes.slice(41, 57)))
    const contentKey = openGcm(derived.slice(0, 32), bytes.slice(57, 105), bytes.slice(0, 57))
    const body = openGcm(contentKey, bytes.slice(107, -32), bytes.slice(0, 107))
    const name = textBytes('team:ab12#1')
    const lists = joinBytes(Uint8Array.of(2, 4), textBytes('eins'), Uint8Array.of(4), textBytes('zwei'))
    const expected = joinBytes(jana.id, Uint8Array.of(name.length), name, lists)
    expect(toHex(body.slice(0, -64))).toBe(toHex(expected))
    const raw = Buffer.from(jana.signingPublic).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' })
    const signed = joinBytes(textBytes('lotse/segment/1\0'), tag, salt, expected)
    expect(verify(null, signed, key, body.slice(-64))).toBe(true)
  })

  test('a key for a device lies besides the one for those who have the secret', async () => {
    const { seal, chance, cem } = await hall()
    const bytes = valueOf(await sealSegment(content, { ...seal, recipients: [cem.sealingPublic] }, chance))
    expect(bytes).toHaveLength(goldenBytes.length / 2 + 81)
    expect(toHex(bytes.slice(105, 140))).toBe('0001013596201e82e647fd84d9cc2d11e62209996d95b188587cf591e49e804122a27a')
    expect(toHex(await sha256(bytes))).toBe('41c4b3defe14d121a9634dfb414bd11183b8185cc46e8cc871f0cf8a831c9448')
  })
})

describe('whoever has one of the keys', () => {
  test.each([
    ['the secret of the document', true, false],
    ['a key that was wrapped for them', false, true],
  ])('%s opens it, and sees who has laid it down', async (_which, hasSecret, hasSlot) => {
    const { jana, cem, seal, opener } = await hall()
    const recipients = hasSlot ? [(await fixedDevice('Dörte')).sealingPublic, cem.sealingPublic] : []
    const bytes = valueOf(await sealSegment(content, { ...seal, recipients }))
    const opened = valueOf(await openSegment(bytes, hasSecret ? opener : { ...opener, materials: [] }))
    expect(opened).toMatchObject({ ...content, device: jana.id })
    expect(await isSignedBy(opened, valueOf(await importVerifyKey(jana.signingPublic)))).toBe(true)
    expect(await isSignedBy(opened, valueOf(await importVerifyKey(cem.signingPublic)))).toBe(false)
  })

  test('nobody else: neither with another secret nor with another device’s key', async () => {
    const { seal, opener, cem } = await hall()
    const bytes = valueOf(await sealSegment(content, { ...seal, recipients: [cem.sealingPublic] }))
    const doerte = await fixedDevice('Dörte')
    const materials = [await segmentMaterial(await fixedSecret('Anderes Team'))]
    expect(refusalOf(await openSegment(bytes, { ...opener, materials, sealing: doerte.sealing }))).toEqual({
      because: 'key is missing',
    })
  })

  test('the same words are never the same bytes twice', async () => {
    const { seal } = await hall()
    const [one, other] = [valueOf(await sealSegment(content, seal)), valueOf(await sealSegment(content, seal))]
    expect(toHex(one.slice(25))).not.toContain(toHex(other.slice(107, 139)))
  })
})

describe('what is refused', () => {
  const at = (bytes: Bytes, index: number, value: number): Bytes =>
    bytes.map((byte, at) => (at === index ? value : byte))

  test.each<[string, (bytes: Bytes) => Bytes | Promise<Bytes>, string]>([
    ['something else', () => textBytes('Sehr geehrte Damen und Herren, '.repeat(9)), 'not a segment'],
    ['nothing', () => new Uint8Array(), 'segment is cut short'],
    ['zeros', bytes => new Uint8Array(bytes.length), 'segment is cut short'],
    ['its beginning', bytes => bytes.slice(0, 40), 'segment is cut short'],
    ['all but its last byte', bytes => bytes.slice(0, -1), 'segment is cut short'],
    ['one byte more', bytes => joinBytes(bytes, Uint8Array.of(0)), 'segment is damaged'],
    ['a changed byte', bytes => at(bytes, 200, Number(bytes[200]) ^ 1), 'segment is damaged'],
    ['a newer version', bytes => at(bytes, 9, 2), 'segment is of a newer version'],
    ['a newer algorithm', bytes => at(bytes, 10, 2), 'segment is of a newer version'],
    ['version 0', bytes => at(bytes, 9, 0), 'segment is malformed'],
    ['another workspace’s', bytes => at(bytes, 11, 0), 'segment is of another workspace'],
    ['one that claims four gigabytes', bytes => at(bytes, 21, 255), 'segment is too large'],
    [
      'a changed byte under a right sum',
      bytes => resummed(at(bytes, 150, Number(bytes[150]) ^ 1)),
      'segment is malformed',
    ],
    ['more slots than there is room', bytes => resummed(at(bytes, 105, 1)), 'segment is malformed'],
    ['another key in its place', bytes => resummed(at(bytes, 60, Number(bytes[60]) ^ 1)), 'key is missing'],
  ])('%s', async (_what, change, because) => {
    const { seal, opener } = await hall()
    const bytes = valueOf(await sealSegment(content, seal))
    expect(refusalOf(await openSegment(await change(bytes), opener))).toMatchObject({ because })
  })

  test('more than fits one, by its writer and by its reader', async () => {
    const { seal, opener } = await hall()
    const most = new Uint8Array(segmentCaps.bytes)
    expect(refusalOf(await sealSegment({ ...content, entries: [most] }, seal))).toEqual({
      because: 'segment is too large',
    })
    const many = Array.from({ length: segmentCaps.entries + 1 }, () => textBytes('x'))
    expect(refusalOf(await sealSegment({ ...content, entries: many }, seal))).toEqual({
      because: 'segment is too large',
    })
    expect(refusalOf(await openSegment(new Uint8Array(segmentCaps.bytes + 1), opener))).toEqual({
      because: 'segment is too large',
    })
  })

  test.each([
    ['no document', { ...content, document: '../../etc' }],
    ['an entry over its cap', { ...content, entries: [new Uint8Array(72 * 1024 + 1)] }],
  ])('a member’s own with %s', async (_what, bad) => {
    const { seal, opener } = await hall()
    const bytes = valueOf(await sealSegment(bad, seal))
    expect(refusalOf(await openSegment(bytes, opener))).toEqual({ because: 'segment is malformed' })
  })

  test('any bytes anywhere changed, with a right sum or a wrong one: a reason, never an exception, and never its content', async () => {
    const { seal, opener, cem } = await hall()
    const bytes = valueOf(await sealSegment(content, { ...seal, recipients: [cem.sealingPublic] }))
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }))
    const cut = fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length))
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        cut,
        fc.boolean(),
        async (changes, end, isSummed) => {
          const changed = bytes.slice(0, end)
          for (const [index, by] of changes) if (index < end) changed[index] = Number(changed[index]) ^ by
          const given = isSummed && end > 32 ? await resummed(changed) : changed
          fc.pre(toHex(given) !== toHex(bytes))
          expect((await openSegment(given, opener)).ok).toBe(false)
        },
      ),
      { numRuns: mutations, seed, verbose: 1 },
    )
  })

  test('a member may seal any body: it is read to its last byte and has one form, or it is none', async () => {
    const { jana } = await hall()
    const body = joinBytes(bodyOf(jana.id, content), new Uint8Array(64))
    const change = fc.tuple(fc.nat(body.length - 1), fc.nat(255))
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        fc.nat(body.length),
        fc.uint8Array({ maxLength: 4 }),
        (changes, end, more) => {
          const changed = body.slice(0, end)
          for (const [index, byte] of changes) if (index < end) changed[index] = byte
          const given = joinBytes(changed, more)
          const read = readPlain(given)
          if (read) expect(toHex(joinBytes(bodyOf(read.device, read), read.signature))).toBe(toHex(given))
        },
      ),
      { numRuns: mutations, seed, verbose: 1 },
    )
  })
})
