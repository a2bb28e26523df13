import { compareBytes, fromHex, type Bytes } from '../journal/bytes.ts'
import { cutOf, knowsFrontier, mayRead, mayWrite, roleIn } from '../journal/membership-rights.ts'
import type { Membership } from '../journal/membership.ts'
import type { Keyring } from '../journal/seal.ts'
import type { Members } from './members-port.ts'

/** The membership log as it lies on this device. */
export type MembershipHere = Readonly<{
  membership(): Membership
  keyring(): Keyring
  take(entries: readonly Bytes[]): Promise<Readonly<{ refused: number }>>
  onChange(listener: () => void): () => void
}>

/** What sync asks, answered from the folded log. `now`: milliseconds UTC; ends of guests are seen by this device's clock. */
export const membersOf = (here: MembershipHere, now: () => number): Members => ({
  standing: device => {
    const known = here.membership().devices.get(device)
    if (!known) return 'unknown'
    return known.isRemoved ? 'removed' : 'member'
  },
  mayWrite: ({ device, ...place }) => mayWrite(here.membership(), { ...place, device: fromHex(device) }),
  mayRead: (device, document) => mayRead(here.membership(), fromHex(device), document, now()),
  mayVouch: (device, document) => {
    const person = here.membership().devices.get(device)?.person
    return person !== undefined && roleIn(here.membership(), person, document, now()) === 'admin'
  },
  cut: (document, device) => cutOf(here.membership(), document, fromHex(device)),
  knows: frontier => knowsFrontier(here.membership(), frontier),
  keyring: () => here.keyring(),
  heads: () => [...here.membership().heads.values()].sort((a, b) => compareBytes(a.device, b.device)),
  take: entries => here.take(entries),
  onChange: listener => here.onChange(listener),
})
