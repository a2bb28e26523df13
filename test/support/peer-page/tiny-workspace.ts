import { createEncoder, toUint8Array } from 'lib0/encoding'
import { ok, refuse } from '../../../src/domain/kernel/result.ts'
import type { Bytes } from '../../../src/journal/bytes.ts'
import { certifyDevice, checkCertificate, readCertificate, writeCertificate } from '../../../src/journal/certificate.ts'
import {
  importVerifyKey,
  makeDeviceKeys,
  makeEpochSecret,
  makeRootKeys,
  type DeviceKeys,
  type DevicePublic,
  type RootKeys,
} from '../../../src/journal/keys.ts'
import { readWhole } from '../../../src/journal/read-whole.ts'
import { doorKeyOf } from '../../../src/sync/door-key.ts'
import type { Door } from '../../../src/sync/handshake.ts'
import type { Admission } from '../../../src/sync/pairing-messages.ts'
import type { PairingDevice } from '../../../src/sync/pairing-proof.ts'
import { browserTimer } from '../../../src/sync/timer.ts'

/** As much of a workspace as a door needs: a root that certifies devices, and the key of one epoch. */
export type TinyWorkspace = Readonly<{ device: DeviceKeys; root: RootKeys; epochSecret: Bytes }>

export const foundTiny = async (): Promise<TinyWorkspace> => ({
  device: await makeDeviceKeys(),
  root: await makeRootKeys(),
  epochSecret: makeEpochSecret(),
})

const chainFor = async (root: RootKeys, device: DevicePublic, person: string): Promise<Bytes> => {
  const encoder = createEncoder()
  writeCertificate(encoder, await certifyDevice(root, device, person))
  return toUint8Array(encoder)
}

const doorWith = async (
  device: DeviceKeys,
  [rootKey, secret, chain]: readonly [Bytes, Bytes, Bytes],
  workspace: Bytes,
) => {
  const whoIs: Door['whoIs'] = async shown => {
    const [certificate, key] = [readWhole(shown, readCertificate), await importVerifyKey(rootKey)]
    const known = certificate && key.ok ? await checkCertificate(certificate, key.value, workspace) : undefined
    const verifyKey = known && (await importVerifyKey(known.signingPublic))
    return known && verifyKey?.ok
      ? ok({ ...known, verifyKey: verifyKey.value })
      : refuse({ because: 'certificate is wrong' })
  }
  const sign = shownAs(device, '').sign
  return { device: device.id, keys: [await doorKeyOf(secret)], chain, sign, whoIs, timer: browserTimer } satisfies Door
}

export const shownAs = ({ signingPublic, sealingPublic, signing }: DeviceKeys, label: string): PairingDevice => ({
  signingPublic,
  sealingPublic,
  label,
  sign: async bytes => new Uint8Array(await crypto.subtle.sign('Ed25519', signing.privateKey, bytes)),
})

export const doorOfFounder = async ({ device, root, epochSecret }: TinyWorkspace): Promise<Door> => {
  const chain = await chainFor(root, device, 'jana')
  return doorWith(device, [root.publicKey, epochSecret, chain], root.workspace)
}

/** Everything a new device is told. */
export const admitTiny = async ({ root, epochSecret }: TinyWorkspace, device: DevicePublic): Promise<Admission> => ({
  workspace: root.workspace,
  entries: [root.publicKey, epochSecret, await chainFor(root, device, 'doerte')],
})

export const doorOfJoiner = async (
  device: DeviceKeys,
  { workspace, entries }: Admission,
): Promise<Door | undefined> => {
  const [rootKey, secret, chain] = entries
  return rootKey && secret && chain && doorWith(device, [rootKey, secret, chain], workspace)
}
