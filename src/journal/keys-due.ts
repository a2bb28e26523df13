import { holdersOf, type KeyName } from './key-holders.ts'
import { isEntitled, newestEpoch } from './membership-authority.ts'
import { countingKeys, keyNameOf } from './membership-keys.ts'
import type { Membership } from './membership.ts'

/** A key that a device may have and was not handed yet. Device ids in hexadecimal. */
export type LackingKey = KeyName & Readonly<{ device: string }>

/** The documents that are open, by name in order. */
export const openDocuments = ({ view }: Membership): readonly string[] =>
  [...view.history.openings.keys()].filter(document => newestEpoch(view, document) > 0).sort()

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
        return entitled.filter(device => !holders.has(device)).map(device => ({ ...keyNameOf(made), device }))
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
