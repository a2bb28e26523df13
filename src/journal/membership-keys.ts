import { toHex } from './bytes.ts'
import type { KeyName } from './key-holders.ts'
import { listed, type KeyAct } from './membership-history.ts'
import { counted } from './membership-view.ts'
import type { Membership } from './membership.ts'
import { compareText } from './ordered.ts'

export const keyNameOf = ({ act, entry }: KeyAct): KeyName => ({
  document: act.keys.document,
  epoch: act.keys.epoch,
  key: entry.hash,
})

/** A document's counting keys, the one to seal with first: the highest epoch, and of several made side by side the highest hash. */
export const countingKeys = ({ view }: Membership, document: string): readonly KeyAct[] =>
  counted(view, listed(view.history.keys, document))
    .map(({ act }) => act)
    .sort((a, b) => b.act.keys.epoch - a.act.keys.epoch || compareText(b.entry.hash, a.entry.hash))

/** The key to seal with; undefined where the document is not open. */
export const currentKey = (membership: Membership, document: string): KeyName | undefined => {
  const [current] = countingKeys(membership, document)
  return current && keyNameOf(current)
}

/** A device's own wrappings of a key, as they came. */
export const wrappedFor = ({ view }: Membership, made: KeyAct, device: string): readonly Uint8Array<ArrayBuffer>[] => [
  ...made.act.keys.wrapped.filter(wrapped => toHex(wrapped.device) === device).map(({ secret }) => secret),
  ...listed(view.history.shares, made.act.keys.document)
    .flatMap(({ act }) => act.shares)
    .filter(share => toHex(share.key) === made.entry.hash && toHex(share.device) === device)
    .map(({ secret }) => secret),
]
