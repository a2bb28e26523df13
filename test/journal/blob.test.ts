import { createDecipheriv, createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { paddedLength, openBlob, sealBlob } from '../../src/journal/blob.ts'
import { joinBytes, ownBytes, sha256, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { photoHash, sealedPhoto } from './golden-blob.ts'
import { fixedNonce, fromHex, office, refusalOf, valueOf } from './office.ts'

const { root, epochKey } = await office()
const document = 'team:digital#1'
const place = { workspace: root.workspace, document, keyEpoch: 1 }
const keys = (name: string, epoch: number) => (name === document && epoch === 1 ? [epochKey] : [])
const photo = textBytes('Ein Schlagloch in der Hauptstraße, kaum zu glauben')
const asked = { workspace: root.workspace, document, hash: await sha256(photo) }
const seal = async (bytes: Uint8Array = photo, nonce?: Bytes) => valueOf(await sealBlob(bytes, place, epochKey, nonce))

describe('a photo is sealed', () => {
  test('in format 1, byte by byte', async () => {
    const { hash, sealed } = await seal(photo, fixedNonce(1))
    expect(toHex(hash)).toBe(photoHash)
    expect(toHex(sealed)).toBe(sealedPhoto)
  })

  test('another implementation opens it by the description alone', async () => {
    const bytes = Buffer.from(sealedPhoto, 'hex')
    const head = bytes.subarray(0, 2 + 32 + 1 + document.length + 1 + 12)
    const secret = createHash('sha256').update('Team Digitales secret').digest()
    const opened = createDecipheriv('aes-256-gcm', secret, head.subarray(-12))
    opened.setAAD(Buffer.concat([head, Buffer.from(photoHash, 'hex')]))
    opened.setAuthTag(bytes.subarray(-16))
    const plain = Buffer.concat([opened.update(bytes.subarray(head.length, -16)), opened.final()])
    expect(plain.subarray(1, 1 + plain[0]!).toString()).toBe(new TextDecoder().decode(photo))
    expect(plain.subarray(1 + plain[0]!).every(byte => byte === 0)).toBe(true)
  })

  test('the same photo twice looks like two, and no trace of its hash is seen', async () => {
    const [one, other] = [await seal(), await seal()]
    expect(toHex(one.hash)).toBe(toHex(other.hash))
    expect(toHex(one.sealed)).not.toBe(toHex(other.sealed))
    expect(toHex(one.sealed)).not.toContain(photoHash)
  })

  test.each([0, 1, 2, 127, 128, 300, 70_000])('of %i bytes, and comes back', async length => {
    const bytes = new Uint8Array(length).fill(7)
    const { hash, sealed } = await seal(bytes)
    expect(valueOf(await openBlob(sealed, { ...asked, hash }, keys))).toEqual(bytes)
  })

  test('over 10 MB it is refused, at 10 MB it comes back', async () => {
    const tooLarge = new Uint8Array(caps.blobBytes + 1)
    expect(refusalOf(await sealBlob(tooLarge, place, epochKey))).toMatchObject({ because: 'blob is too large' })
    const { hash, sealed } = await seal(tooLarge.subarray(1))
    expect(valueOf(await openBlob(sealed, { ...asked, hash }, keys)).length).toBe(caps.blobBytes)
  })
})

describe('outsiders see a rounded size', () => {
  test.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [9, 10],
    [100, 104],
    [183_442, 184_320],
    [10_000_000, 10_223_616],
  ])('%i bytes show as %i', (length, shown) => expect(paddedLength(length)).toBe(shown))

  test('never smaller, never 12 % larger', () => {
    for (let length = 1; length < 5000; length++) {
      expect(paddedLength(length)).toBeGreaterThanOrEqual(length)
      expect(paddedLength(length)).toBeLessThanOrEqual(length * 1.12)
    }
  })
})

describe('what is not the photo that was asked for is refused', () => {
  test('a changed byte anywhere', async () => {
    const { sealed } = await seal()
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect((await openBlob(changed, asked, keys)).ok).toBe(false)
    }
  })

  test.each<[string, (sealed: Bytes) => Bytes, string]>([
    ['nothing at all', () => new Uint8Array(), 'blob is malformed'],
    ['cut off in its head', sealed => sealed.slice(0, 30), 'blob is malformed'],
    ['of a newer format', sealed => joinBytes(Uint8Array.of(2), sealed.subarray(1)), 'blob has a newer format'],
    ['of a newer algorithm', sealed => joinBytes(Uint8Array.of(1, 2), sealed.subarray(2)), 'blob has a newer format'],
    ['cut off in the middle', sealed => sealed.slice(0, -20), 'seal is broken'],
    ['swollen', sealed => joinBytes(sealed, new Uint8Array(11_000_000)), 'blob is malformed'],
  ])('%s', async (_case, change, because) => {
    const { sealed } = await seal()
    expect(refusalOf(await openBlob(change(sealed), asked, keys)).because).toBe(because)
  })

  test('another document’s, another workspace’s, one of an unknown epoch', async () => {
    const { sealed } = await seal()
    const elsewhere = { ...asked, document: 'team:bau#1' }
    expect(refusalOf(await openBlob(sealed, elsewhere, keys))).toEqual({ because: 'blob is another' })
    const strange = { ...asked, workspace: await sha256(textBytes('Neustadt')) }
    expect(refusalOf(await openBlob(sealed, strange, keys))).toEqual({ because: 'blob is another' })
    const later = valueOf(await sealBlob(photo, { ...place, keyEpoch: 2 }, epochKey))
    expect(refusalOf(await openBlob(later.sealed, asked, keys))).toMatchObject({ because: 'key is missing', epoch: 2 })
  })

  test('a whole one under another name', async () => {
    const { sealed } = await seal(textBytes('Ein anderes Bild'))
    expect(refusalOf(await openBlob(sealed, asked, keys))).toEqual({ because: 'seal is broken' })
  })

  test.each([
    ['something else sealed under its name', Uint8Array.of(3, 1, 2, 3)],
    ['a length that is not there', Uint8Array.of(200, 1)],
  ])('a member who holds the key: %s', async (_case, content) => {
    const { sealed } = await seal()
    const head = sealed.subarray(0, 2 + 32 + 1 + document.length + 1 + 12)
    const parameters = {
      name: 'AES-GCM',
      iv: ownBytes(head.subarray(-12)),
      additionalData: joinBytes(head, asked.hash),
    }
    const forged = new Uint8Array(await crypto.subtle.encrypt(parameters, epochKey, content))
    expect(refusalOf(await openBlob(joinBytes(head, forged), asked, keys))).toEqual({ because: 'blob is another' })
  })

  test('a photo of the day before still opens', async () =>
    expect(valueOf(await openBlob(fromHex(sealedPhoto), asked, keys))).toEqual(photo))
})
