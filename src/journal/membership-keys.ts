import { toHex } from './bytes.ts'
import { holdersOf, type KeyName } from './key-holders.ts'
import { isEntitled, newestEpoch } from './membership-authority.ts'
import { listed, type KeyAct } from './membership-history.ts'
import { counted } from './membership-view.ts'
import type { Membership } from './membership.ts'
import { compareText } from './ordered.ts'

/** A key that a device may have and was not handed yet. Device ids in hexadecimal. */
export type LackingKey = KeyName & Readonly<{ device: string }>

const nameOf = ({ act, entry }: KeyAct): KeyName => ({
  document: act.keys.document,
  epoch: act.keys.epoch,
  key: entry.hash,
})

/** The documents that are open, by name in order. */
export const openDocuments = ({ view }: Membership): readonly string[] =>
  [...view.history.openings.keys()].filter(document => newestEpoch(view, document) > 0).sort()

/** A document's counting keys, the one to seal with first: the highest epoch, and of several made side by side the highest hash. */
export const countingKeys = ({ view }: Membership, document: string): readonly KeyAct[] =>
  counted(view, listed(view.history.keys, document))
    .map(({ act }) => act)
    .sort((a, b) => b.act.keys.epoch - a.act.keys.epoch || compareText(b.entry.hash, a.entry.hash))

/** The key to seal with; undefined where the document is not open. */
export const currentKey = (membership: Membership, document: string): KeyName | undefined => {
  const [current] = countingKeys(membership, document)
  return current && nameOf(current)
}

/**
 * Which keys devices may have and were not handed. `now`: milliseconds UTC. Keys of struck entries are among them: somebody may have sealed
 * with one before the removal was known. Who has such a key shares it.
 */
export const keysLacking = ({ view, devices }: Membership, now: number): readonly LackingKey[] =>
  [...view.history.keys].flatMap(([document, keys]) => {
    const entitled = [...devices.keys()].filter(device => isEntitled(view, device, document, now))
    return keys
      .filter(made => view.writers.has(made))
      .flatMap(made => {
        const holders = holdersOf(view.history, made)
        return entitled.filter(device => !holders.has(device)).map(device => ({ ...nameOf(made), device }))
      })
  })

/**
 * The documents whose newest key lies on a device that may not read them any more: removed, its person's role taken away or ended. However
 * the key got there, it has to be replaced. `now`: milliseconds UTC.
 */
export const rotationsDue = (membership: Membership, now: number): readonly string[] => {
  const { view } = membership
  return openDocuments(membership).filter(document =>
    countingKeys(membership, document)
      .slice(0, 1)
      .some(made => [...holdersOf(view.history, made)].some(device => !isEntitled(view, device, document, now))),
  )
}

/** A device's own wrappings of a key, as they came. */
export const wrappedFor = ({ view }: Membership, made: KeyAct, device: string): readonly Uint8Array<ArrayBuffer>[] => [
  ...made.act.keys.wrapped.filter(wrapped => toHex(wrapped.device) === device).map(({ secret }) => secret),
  ...listed(view.history.shares, made.act.keys.document)
    .flatMap(({ act }) => act.shares)
    .filter(share => toHex(share.key) === made.entry.hash && toHex(share.device) === device)
    .map(({ secret }) => secret),
]
