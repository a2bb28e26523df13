import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { issueAdmission } from './admission.ts'
import { toHex } from './bytes.ts'
import { isPersonId, type DeviceClaim } from './certificate.ts'
import { keyIdOf, type DeviceKeys } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import { whyMayNot } from './membership-standing.ts'
import type { Membership } from './membership.ts'
import type { WriteRefusal } from './write-acts.ts'

/**
 * Admits a device for a person, new or known. In: own keys, the device's public keys and the person's id; `now` in milliseconds UTC.
 * What the person may do is granted apart from it (`grantRole`), and keys are handed over apart from it (`shareKeys`).
 */
export const admitDevice = async (
  membership: Membership,
  own: Pick<DeviceKeys, 'id' | 'signing'>,
  claim: DeviceClaim,
  now: number,
): Promise<Result<readonly [ActOf<'admit'>], WriteRefusal>> => {
  if (!isPersonId(claim.person)) return refuse({ because: 'certificate is wrong' })
  const certificate = await issueAdmission(own, membership.workspace, claim)
  const id = await keyIdOf(claim.signingPublic)
  const refusal = whyMayNot(
    membership,
    own.id,
    { act: 'admit', certificate, device: { ...claim, id, key: toHex(id) } },
    now,
  )
  return refusal ? refuse(refusal) : ok([{ act: 'admit', certificate }])
}
