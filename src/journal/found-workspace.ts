import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import { certifyDevice } from './certificate.ts'
import { firstEpoch, wrapEpoch } from './epoch-keys.ts'
import type { DevicePublic, RootKeys } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import type { KeyRefusal } from './refusal.ts'

/** The first act of a workspace: its root key, the founder's device, and the first key of the document every member reads. */
export const foundWorkspace = async (
  root: RootKeys,
  device: DevicePublic,
  person: string,
  secret: Uint8Array,
): Promise<Result<ActOf<'found'>, KeyRefusal>> => {
  const place = { workspace: root.workspace, document: workspaceDocument, epoch: firstEpoch }
  const keys = await wrapEpoch(place, secret, [device])
  if (!keys.ok) return keys
  const certificate = await certifyDevice(root, device, person)
  return ok({ act: 'found', rootKey: root.publicKey, certificate, keys: keys.value })
}
