import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex } from './bytes.ts'
import { firstEpoch, wrapEpoch } from './epoch-keys.ts'
import { makeEpochSecret, type DeviceKeys } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import { whyMayNot } from './membership-standing.ts'
import { personOf } from './membership-view.ts'
import type { Membership } from './membership.ts'
import type { WriteRefusal } from './write-acts.ts'

/**
 * Opens a document: its first key, for the devices of the person who opens it and for nobody else. They are its admin and grant it to others.
 * `now`: milliseconds UTC.
 */
export const openDocument = async (
  membership: Membership,
  own: Pick<DeviceKeys, 'id'>,
  document: string,
  now: number,
): Promise<Result<readonly [ActOf<'open document'>], WriteRefusal>> => {
  const { workspace, view, devices } = membership
  const person = personOf(view, toHex(own.id))
  const ownDevices = [...devices].filter(([key]) => personOf(view, key) === person).map(([, device]) => device)
  const keys = await wrapEpoch({ workspace, document, epoch: firstEpoch }, makeEpochSecret(), ownDevices)
  if (!keys.ok) return keys
  const act = { act: 'open document', keys: keys.value } as const
  const refusal = whyMayNot(membership, own.id, act, now)
  return refusal ? refuse(refusal) : ok([act])
}
