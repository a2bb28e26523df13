import { createEncoder, toUint8Array } from 'lib0/encoding'
import { ok, refuse } from '../../src/domain/kernel/result.ts'
import { sha256, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { certifyDevice, checkCertificate, readCertificate, writeCertificate } from '../../src/journal/certificate.ts'
import { importVerifyKey, type DeviceKeys, type RootKeys } from '../../src/journal/keys.ts'
import { readWhole } from '../../src/journal/read-whole.ts'
import { doorKeyOf } from '../../src/sync/door-key.ts'
import type { Door } from '../../src/sync/handshake.ts'
import type { CloseReason, Link } from '../../src/sync/link.ts'
import { fixedDevice, fixedRoot, fixedSecret, valueOf } from '../journal/office.ts'
import { virtualClock } from '../support/virtual-clock.ts'
import { fingerprintOf } from './descriptions.ts'

/** A certificate by a root, as a chain of one: what the membership log will do with longer ones is its own matter. */
export const chainOf = async (root: RootKeys, device: DeviceKeys, person: string): Promise<Bytes> => {
  const encoder = createEncoder()
  writeCertificate(encoder, await certifyDevice(root, device, person))
  return toUint8Array(encoder)
}

export const epochKeys = (...epochs: readonly number[]): Promise<readonly CryptoKey[]> =>
  Promise.all(epochs.map(async epoch => doorKeyOf(await fixedSecret(`Epoche ${epoch}`))))

export const nonceOf = (name: string): Promise<Bytes> => sha256(textBytes(`${name}: nonce`))

export const prints = async (): Promise<readonly [jana: Bytes, cem: Bytes]> => [
  await fingerprintOf('Jana'),
  await fingerprintOf('Cem'),
]

/** Until everything that was said has been heard and thought about. */
export const settled = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 30))

/** How links end, from now on. */
export const endsOf = (...links: readonly Link[]): CloseReason[] => {
  const ends: CloseReason[] = []
  for (const link of links) link.onClose(why => ends.push(why))
  return ends
}

/** The town hall: Jana and Cem belong to it, Mallory does not. */
export const townHall = async () => {
  const root = await fixedRoot('Musterstadt')
  const [jana, cem, mallory] = await Promise.all(['Janas Laptop', 'Cems Telefon', 'Mallorys Rechner'].map(fixedDevice))
  if (!jana || !cem || !mallory) throw new Error('nobody is here')
  const rootKey = valueOf(await importVerifyKey(root.publicKey))
  const removed = new Set<string>()
  const clock = virtualClock()

  const whoIs: Door['whoIs'] = async chain => {
    const certificate = readWhole(chain, readCertificate)
    const device = certificate && (await checkCertificate(certificate, rootKey, root.workspace))
    if (!device) return refuse({ because: 'certificate is wrong' })
    if (removed.has(toHex(device.id))) return refuse({ because: 'device is removed' })
    return ok({ ...device, verifyKey: valueOf(await importVerifyKey(device.signingPublic)) })
  }

  const doorOf = async (device: DeviceKeys, person: string, changes: Partial<Door> = {}): Promise<Door> => ({
    device: device.id,
    keys: await epochKeys(1),
    chain: await chainOf(root, device, person),
    sign: async bytes => new Uint8Array(await crypto.subtle.sign('Ed25519', device.signing.privateKey, bytes)),
    whoIs,
    timer: clock.timer,
    ...changes,
  })

  return { root, jana, cem, mallory, removed, clock, whoIs, doorOf }
}

export type TownHall = Awaited<ReturnType<typeof townHall>>
