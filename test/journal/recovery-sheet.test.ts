import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { fromBase32, toBase32 } from '../../src/journal/base32.ts'
import { hashNow, joinBytes, textBytes } from '../../src/journal/bytes.ts'
import { certifyDevice, checkCertificate } from '../../src/journal/certificate.ts'
import { importVerifyKey, makeRootKeys, rootKeysOf } from '../../src/journal/keys.ts'
import { isRecoveryOf, openRecovery, recoveryText, sealRecovery } from '../../src/journal/recovery-sheet.ts'
import { fixedDevice, fixedRoot, refusalOf, valueOf } from './office.ts'

const root = await fixedRoot('Musterstadt')
const passphrase = 'Rathaus Keller 1953'
const salt = Uint8Array.from({ length: 16 }, (_, index) => index)
const sheet = valueOf(await sealRecovery(root, passphrase, salt))
const text = recoveryText(sheet)
/** A sheet whose check is right, whatever stands in it. */
const withCheck = (bytes: Uint8Array): string => toBase32(joinBytes(bytes, hashNow(bytes).slice(0, 4)))
const misread = { because: 'recovery sheet is misread' }

describe('the recovery sheet of Musterstadt', () => {
  test('is short enough to be typed and for a small QR code', () => {
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){24}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(text).toHaveLength(149)
  })

  test('gives back the root, which certifies as before', async () => {
    const opened = valueOf(await openRecovery(text, passphrase))
    expect(opened).toMatchObject({ workspace: root.workspace, publicKey: root.publicKey, privateKey: root.privateKey })
    expect(opened.signing.extractable).toBe(false)
    const device = await fixedDevice('Janas neues Telefon')
    const certificate = await certifyDevice(opened, device, 'jana')
    const key = valueOf(await importVerifyKey(root.publicKey))
    expect((await checkCertificate(certificate, key, root.workspace))?.id).toEqual(device.id)
  })

  test('is read however it was typed: in small letters, with spaces, O for 0 and l for 1', async () => {
    const typed = ` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`
    expect(valueOf(await openRecovery(typed, passphrase)).workspace).toEqual(root.workspace)
  })

  test('says whose it is before the passphrase is typed', async () => {
    expect(isRecoveryOf(text, root.workspace)).toBe(true)
    expect(isRecoveryOf(text, (await fixedRoot('Schilda')).workspace)).toBe(false)
    expect(isRecoveryOf(text.slice(1), root.workspace)).toBe(false)
  })

  test('opens with the passphrase alone, in whatever form its umlauts came', async () => {
    expect(refusalOf(await openRecovery(text, 'Rathaus Keller 1954'))).toEqual({ because: 'passphrase is wrong' })
    const umlauts = valueOf(await sealRecovery(root, 'Bürgermeisterkette'.normalize('NFD')))
    expect((await openRecovery(recoveryText(umlauts), 'Bürgermeisterkette'.normalize('NFC'))).ok).toBe(true)
  })

  test('is another each time', async () => {
    expect(valueOf(await sealRecovery(root, passphrase))).not.toEqual(valueOf(await sealRecovery(root, passphrase)))
  })

  test('wants a passphrase of twelve characters', async () => {
    expect(refusalOf(await sealRecovery(root, 'zu kurz'))).toEqual({ because: 'passphraseIsTooShort', shortest: 12 })
  })

  test.each([
    ['half a key', root.privateKey.slice(0, 40)],
    ['a key of another kind', root.privateKey.map((byte, at) => (at === 11 ? 0x6e : byte))],
  ])('is not made of %s', async (_, privateKey) => {
    expect(refusalOf(await sealRecovery({ ...root, privateKey }, passphrase))).toEqual({ because: 'key is unusable' })
  })

  test.each([
    ['nothing', ''],
    ['a sign too few', text.slice(0, -1)],
    ['a group too many', `${text}-00000`],
    ['a sign that is no digit', text.replace(/.$/, 'U')],
    [
      'a slip of the hand',
      text.replace(/^./, sign => (sign === '0' ? '8' : '0')).replace(/.$/, sign => (sign === 'Z' ? 'Y' : 'Z')),
    ],
    ['version 0', withCheck(Uint8Array.of(0, ...sheet.slice(1, -4)))],
    ['a sign of another algorithm', withCheck(Uint8Array.of(1, 2, ...sheet.slice(2, -4)))],
    ['something between', withCheck(Uint8Array.of(...sheet.slice(0, -4), 0))],
  ])('is misread with %s, whatever the passphrase', async (_, typed) => {
    expect(refusalOf(await openRecovery(typed, passphrase))).toEqual(misread)
  })

  test('of a newer app is refused as such', async () => {
    const newer = withCheck(Uint8Array.of(2, 1, 2, 3))
    expect(refusalOf(await openRecovery(newer, passphrase))).toEqual({ because: 'recovery sheet has a newer format' })
  })

  test('tells every slip of a single sign from a wrong passphrase (by chance, seeded)', () => {
    const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.nat(30), (at, other) => {
        fc.pre(text[at] !== '-')
        const sign = digits[(digits.indexOf(text[at]!) + 1 + other) % digits.length]!
        expect(isRecoveryOf(text.slice(0, at) + sign + text.slice(at + 1), root.workspace)).toBe(false)
      }),
      { numRuns: 300, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
  })
})

describe('a root from its private key alone', () => {
  test('is the root that was made', async () => {
    const made = await makeRootKeys()
    const again = valueOf(await rootKeysOf(made.privateKey))
    expect([again.workspace, again.publicKey, again.privateKey]).toEqual([
      made.workspace,
      made.publicKey,
      made.privateKey,
    ])
  })

  test('is none where the key is none', async () => {
    expect(refusalOf(await rootKeysOf(textBytes('kein Schlüssel')))).toEqual({ because: 'key is unusable' })
  })
})

describe('base 32', () => {
  test('brings back every byte (by chance, seeded)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        expect(fromBase32(toBase32(bytes))).toEqual(Uint8Array.from(bytes))
      }),
      { seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
  })

  test('as others write it', () => {
    expect(toBase32(textBytes('foobar'))).toBe('CSQPYRK1E8')
    expect(recoveryText(new Uint8Array())).toBe('')
    expect(fromBase32('CSQP-YRK1 e8')).toEqual(textBytes('foobar'))
    expect(fromBase32('CSQPU')).toBeUndefined()
  })
})
