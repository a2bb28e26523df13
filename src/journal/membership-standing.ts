import { timeOf } from '../domain/kernel/stamp.ts'
import { toHex, type Bytes } from './bytes.ts'
import { whyNot, type AuthorityRefusal, type Speaker } from './membership-authority.ts'
import type { LogAct } from './membership-entry.ts'
import { foldHistory } from './membership-fold.ts'
import { historyOf, isRootAct, knownTo, type Act, type History } from './membership-history.ts'
import { isCounting, root, writerOf, type View } from './membership-view.ts'
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

/** By what its writer knew, and nothing else. */
const whyNotThen = (history: History, act: Act): AuthorityRefusal | undefined => {
  const { device, stamp, ref } = act.entry
  const view = foldHistory(historyOf(knownTo(history, act)))
  const at = timeOf(stamp)
  const speaker = isRootAct(act) ? { device, writer: root, at } : speakerIn(view, device, at)
  return speaker ? whyNot(view, speaker, act.act) : speechless(view, ref.device)
}

/**
 * Why an entry of the log does not count; undefined when it does. In: the entry's hash. `removed beside it`: a removal that its writer did not
 * know has struck it, or what it rests on.
 */
export const whyNotCounting = ({ view }: Membership, hash: Bytes): AuthorityRefusal | undefined => {
  const act = view.history.byHash.get(toHex(hash))
  if (!act) return { because: 'membership entry is not here' }
  if (isCounting(view, act)) return undefined
  return whyNotThen(view.history, act) ?? { because: 'removed beside it' }
}
