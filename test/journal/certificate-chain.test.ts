import { describe, expect, test } from 'vitest'
import { issueAdmission } from '../../src/journal/admission.ts'
import { toHex, type Bytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { certifyDevice } from '../../src/journal/certificate.ts'
import {
  chainOf,
  checkChain,
  encodeChain,
  type Acquaintance,
  type CertificateChain,
} from '../../src/journal/certificate-chain.ts'
import type { DeviceKeys } from '../../src/journal/keys.ts'
import { recoverWith } from '../../src/journal/recover-with.ts'
import { removeDevices } from '../../src/journal/remove-devices.ts'
import { fixedDevice, fixedRoot, refusalOf, valueOf } from './office.ts'
import { admit, grant, musterstadt, now, say } from './city.ts'

const { root, jana, cem, emil, stranger, base } = await musterstadt()
const { workspace } = root
const phone = await fixedDevice('Emils Telefon')
const withPhone = await say(base, cem, admit(cem, stranger, 'hilde'), grant(cem, 'hilde', 'writer'))
const whole = await say(withPhone, stranger, admit(stranger, phone, 'hilde'))

/** Knows these devices as members. */
const knowing =
  (...members: DeviceKeys[]): Acquaintance =>
  device =>
    members.some(({ id }) => toHex(id) === device) ? 'member' : undefined
const wrong = { because: 'certificate is wrong' }
const chain = valueOf(chainOf(whole.membership, phone.id))
const bytes = encodeChain(chain)
const check = (chainBytes: Bytes, acquaintance: Acquaintance = () => undefined, of = workspace) =>
  checkChain(chainBytes, of, acquaintance)

describe('Hilde’s telephone shows how it came to belong: from the root over Jana and Cem', () => {
  test('to somebody who knows Cem, to somebody who knows nobody, and to somebody who knows it already', async () => {
    expect(chain.admissions.map(({ person }) => person)).toEqual(['cem', 'hilde', 'hilde'])
    const proven = valueOf(await check(bytes, knowing(jana, cem)))
    expect(proven).toMatchObject({ id: phone.id, person: 'hilde', sealingPublic: phone.sealingPublic })
    expect(proven.vouchedBy).toBe(toHex(cem.id))
    expect(valueOf(await check(bytes)).vouchedBy).toBe('root')
    expect(valueOf(await check(bytes, knowing(phone, jana))).vouchedBy).toBe(toHex(phone.id))
    const signature = await crypto.subtle.sign('Ed25519', phone.signing.privateKey, bytes)
    expect(await crypto.subtle.verify('Ed25519', proven.verifyKey, signature, bytes)).toBe(true)
  })

  test('not when the nearest who is known was removed; but when one behind them is a member', async () => {
    const gone: Acquaintance = device => (device === toHex(cem.id) ? 'removed' : knowing(jana)(device))
    expect(refusalOf(await check(bytes, gone))).toEqual({ because: 'device is removed', device: cem.id })
    const later: Acquaintance = device => (device === toHex(stranger.id) ? 'member' : gone(device))
    expect(valueOf(await check(bytes, later)).vouchedBy).toBe(toHex(stranger.id))
  })

  test('also after Cem has gone: he vouched while he could', async () => {
    const after = await say(whole, jana, membership =>
      removeDevices(membership, jana, { devices: [], people: ['cem'], cuts: [] }, now),
    )
    expect(valueOf(chainOf(after.membership, phone.id))).toEqual(chain)
  })
})

describe('a chain has', () => {
  const later = async (shelf: typeof whole, ...ids: Bytes[]) =>
    say(shelf, jana, membership => removeDevices(membership, jana, { devices: ids, people: [], cuts: [] }, now))

  test('one certificate where the root has spoken itself: the founder’s device, and one it has brought back', async () => {
    const founder = valueOf(chainOf(whole.membership, jana.id))
    expect(founder.admissions).toEqual([])
    expect(valueOf(await check(encodeChain(founder))).id).toEqual(jana.id)
    const recovered = await fixedDevice('Janas neues Telefon')
    const after = await say(whole, recovered, membership => recoverWith(membership, root, recovered, 'jana'))
    const short = valueOf(chainOf(after.membership, recovered.id))
    expect([short.admissions.length, valueOf(await check(encodeChain(short))).person]).toEqual([0, 'jana'])
  })

  test('none for a device that was removed, or that nobody has brought in', async () => {
    const after = await later(whole, phone.id)
    const nobody = await fixedDevice('Niemands Gerät')
    for (const { id } of [phone, nobody])
      expect(refusalOf(chainOf(after.membership, id))).toEqual({ because: 'device is removed', device: id })
  })

  test('an end: who is too far from the root has to be admitted nearer to it', async () => {
    let [shelf, last] = [whole, emil]
    const way = await Promise.all(
      Array.from({ length: caps.certificateChain }, (_, index) => fixedDevice(`Emils Gerät ${index}`)),
    )
    for (const device of way) {
      shelf = await say(shelf, last, admit(last, device, 'emil'))
      last = device
    }
    const [further, furthest] = way.slice(-3)
    const longest = valueOf(chainOf(shelf.membership, further!.id))
    expect(longest.admissions).toHaveLength(caps.certificateChain - 1)
    expect(valueOf(await check(encodeChain(longest))).id).toEqual(further!.id)
    expect(refusalOf(chainOf(shelf.membership, furthest!.id))).toEqual({ because: 'certificate chain is too long' })
    const more = { ...longest, admissions: [...longest.admissions, longest.admissions[0]!] }
    expect(refusalOf(await check(encodeChain(more)))).toEqual(wrong)
  })
})

describe('a chain is wrong', async () => {
  const schilda = await fixedRoot('Schilda')
  const changed = (changes: Partial<CertificateChain>): Bytes => encodeChain({ ...chain, ...changes })
  const [first, second, third] = chain.admissions as [
    CertificateChain['admissions'][number],
    CertificateChain['admissions'][number],
    CertificateChain['admissions'][number],
  ]

  test.each<[string, () => Bytes | Promise<Bytes>]>([
    ['for another workspace', () => changed({ rootKey: schilda.publicKey })],
    [
      'with a first certificate of another root',
      async () => changed({ top: await certifyDevice(schilda, jana, 'jana') }),
    ],
    ['without a link', () => changed({ admissions: [first, third] })],
    ['with links out of order', () => changed({ admissions: [second, first, third] })],
    [
      'with a link signed by another',
      async () => {
        const { signature } = await issueAdmission(emil, workspace, second)
        return changed({ admissions: [first, { ...second, signature }, third] })
      },
    ],
    ['with another person in a link', () => changed({ admissions: [first, { ...second, person: 'cem' }, third] })],
    [
      'with another sealing key in a link',
      () => changed({ admissions: [first, second, { ...third, sealingPublic: emil.sealingPublic }] }),
    ],
    ['with a key that is no key', () => changed({ rootKey: new Uint8Array(32) })],
    ['cut short', () => bytes.slice(0, -1)],
    ['with something behind it', () => Uint8Array.of(...bytes, 0)],
    ['empty', () => new Uint8Array()],
  ])('%s', async (_, made) => {
    expect(refusalOf(await check(await made()))).toEqual(wrong)
  })

  test('to somebody of another workspace', async () => {
    expect(refusalOf(await check(bytes, () => undefined, schilda.workspace))).toEqual(wrong)
  })

  test('with any byte changed', async () => {
    for (let at = 0; at < bytes.length; at += 7) {
      const other = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect(refusalOf(await check(other))).toEqual(wrong)
    }
  })
})
