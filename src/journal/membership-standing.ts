import { timeOf } from '../domain/kernel/stamp.ts'
import { toHex, type Bytes } from './bytes.ts'
import { whyNot, type AuthorityRefusal, type Speaker } from './membership-authority.ts'
import type { LogAct } from './membership-entry.ts'
import { isRootAct, type Act } from './membership-history.ts'
import { root, writerOf, type View } from './membership-view.ts'
import type { Membership } from './membership.ts'

/** Why a removed or unknown device may say nothing. */
const speechless = (view: View, device: Bytes): AuthorityRefusal => ({
  because: view.history.welcomes.ofDevice.has(toHex(device)) ? 'device is removed' : 'device is unknown',
  device,
})

const speakerIn = (view: View, device: string, at: number): Speaker | undefined => {
  const writer = writerOf(view, device)
  return writer && { device, writer, at }
}

/**
 * May this device say this now? In: `now` in milliseconds UTC. Out: undefined, or why not; what a screen asks before it offers something,
 * and a maker before it writes. Removals that are not here yet may strike it all the same.
 */
export const whyMayNot = (
  { view }: Membership,
  device: Bytes,
  act: LogAct,
  now: number,
): AuthorityRefusal | undefined => {
  const speaker = speakerIn(view, toHex(device), now)
  return speaker ? whyNot(view, speaker, act) : speechless(view, device)
}

const whyNotThen = (membership: Membership, act: Act): AuthorityRefusal | undefined => {
  const { entry, past } = act
  const view: View = { ...membership.view, past }
  const at = timeOf(entry.stamp)
  const speaker = isRootAct(act) ? { device: entry.device, writer: root, at } : speakerIn(view, entry.device, at)
  return speaker ? whyNot(view, speaker, act.act) : speechless(view, entry.ref.device)
}

/** Why an entry of the log does not count; undefined when it does. In: the entry's hash. */
export const whyNotCounting = (membership: Membership, hash: Bytes): AuthorityRefusal | undefined => {
  const act = membership.view.history.byHash.get(toHex(hash))
  if (!act) return { because: 'membership entry is not here' }
  if (membership.judged.counts.has(act)) return undefined
  return whyNotThen(membership, act) ?? { because: 'removed beside it' }
}
