import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, toHex, type Bytes } from './bytes.ts'
import { certifyDevice, isPersonId } from './certificate.ts'
import type { DevicePublic } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import { isDeviceKnown } from './membership-view.ts'
import type { Membership } from './membership.ts'
import type { WriteRefusal } from './write-acts.ts'

/**
 * Brings in a new device by the root's word: it becomes admin of every document. In: the root's signing key (from the recovery sheet), the new
 * device, its person (known or new). The keys of the documents are handed to it by whoever has them, or replaced.
 */
export const recoverWith = async (
  membership: Membership,
  root: Readonly<{ workspace: Bytes; signing: CryptoKey }>,
  device: DevicePublic,
  person: string,
): Promise<Result<readonly [ActOf<'recover'>], WriteRefusal>> => {
  if (!equalBytes(root.workspace, membership.workspace))
    return refuse({ because: 'root key does not match the workspace' })
  if (!isPersonId(person)) return refuse({ because: 'certificate is wrong' })
  if (isDeviceKnown(membership.view, toHex(device.id)))
    return refuse({ because: 'device is here already', device: device.id })
  return ok([{ act: 'recover', certificate: await certifyDevice(root, device, person) }])
}
