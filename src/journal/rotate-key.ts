import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex } from './bytes.ts'
import { caps } from './caps.ts'
import { wrapEpoch } from './epoch-keys.ts'
import { makeEpochSecret, type DeviceKeys } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import { isEntitled, newestEpoch } from './membership-authority.ts'
import { whyMayNot } from './membership-standing.ts'
import type { Membership } from './membership.ts'
import type { WriteRefusal } from './write-acts.ts'

/**
 * Makes the next key of a document for every device that may read it, without those that are to go. `now`: milliseconds UTC. `going`: device ids
 * in hexadecimal. One entry holds 512 devices; others are handed the key afterwards (`keysLacking`).
 */
export const rotateKey = async (
  membership: Membership,
  own: Pick<DeviceKeys, 'id'>,
  document: string,
  now: number,
  going: ReadonlySet<string> = new Set(),
): Promise<Result<readonly [ActOf<'next epoch'>], WriteRefusal>> => {
  const { workspace, view, devices } = membership
  const self = toHex(own.id)
  const staying = [...devices].filter(([key]) => !going.has(key) && isEntitled(view, key, document, now))
  // Oneself first: who makes a key has to hold it.
  const holders = staying.sort(([one], [other]) => Number(other === self) - Number(one === self))
  const place = { workspace, document, epoch: newestEpoch(view, document) + 1 }
  const wrapped = holders.slice(0, caps.wrappedKeys).map(([, device]) => device)
  const keys = await wrapEpoch(place, makeEpochSecret(), wrapped)
  if (!keys.ok) return keys
  const act = { act: 'next epoch', keys: keys.value } as const
  const refusal = whyMayNot(membership, own.id, act, now)
  return refusal ? refuse(refusal) : ok([act])
}
