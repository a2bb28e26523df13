import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { fromHex } from './bytes.ts'
import { caps } from './caps.ts'
import { keyAct } from './key-holders.ts'
import { compareShares, type KeyShare } from './key-share.ts'
import { openOwnKey } from './keyring.ts'
import type { DeviceKeys } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import type { LackingKey } from './keys-due.ts'
import { whyMayNot } from './membership-standing.ts'
import type { Membership } from './membership.ts'
import { epochPlace, wrapSecret } from './wrap.ts'
import type { WriteRefusal } from './write-acts.ts'

type OwnKeys = Pick<DeviceKeys, 'id' | 'sealing'>

/** One key for those who lack it; nothing where this device has no such key, or a device no key that can be agreed with. */
const sharesOf = async (
  membership: Membership,
  own: OwnKeys,
  lacking: readonly LackingKey[],
): Promise<readonly KeyShare[]> => {
  const shares: KeyShare[] = []
  for (const { document, epoch, key, device } of lacking) {
    const made = keyAct(membership.view.history, { document, epoch, key })
    const opened = made && (await openOwnKey(membership, made, own))
    const to = membership.devices.get(device)
    if (!opened || !to) continue
    const place = epochPlace(membership.workspace, document, epoch)
    const secret = await wrapSecret(opened.secret, to.sealingPublic, place)
    if (secret.ok) shares.push({ epoch, key: fromHex(key), device: to.id, secret: secret.value })
  }
  return shares.sort(compareShares)
}

const lotsOf = (shares: readonly KeyShare[]): readonly (readonly KeyShare[])[] =>
  Array.from({ length: Math.ceil(shares.length / caps.sharedKeys) }, (_, lot) =>
    shares.slice(lot * caps.sharedKeys, (lot + 1) * caps.sharedKeys),
  )

/**
 * Hands out keys that devices may have and lack (`keysLacking`), as far as this device has them. `now`: milliseconds UTC. Out: one act per document,
 * several where they do not fit; none where there is nothing to hand out.
 */
export const shareKeys = async (
  membership: Membership,
  own: OwnKeys,
  lacking: readonly LackingKey[],
  now: number,
): Promise<Result<readonly ActOf<'share keys'>[], WriteRefusal>> => {
  const acts: ActOf<'share keys'>[] = []
  for (const document of new Set(lacking.map(one => one.document))) {
    const shares = await sharesOf(
      membership,
      own,
      lacking.filter(one => one.document === document),
    )
    acts.push(...lotsOf(shares).map(lot => ({ act: 'share keys', document, shares: lot }) as const))
  }
  const refusal = acts.map(act => whyMayNot(membership, own.id, act, now)).find(one => one !== undefined)
  return refusal ? refuse(refusal) : ok(acts)
}
