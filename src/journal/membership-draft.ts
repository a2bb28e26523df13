import { compareBytes, equalBytes, noHash, toHex, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { frontierOf } from './frontier.ts'
import { membershipDocument, type EntryDraft, type EntryRef } from './header.ts'
import { isBefore } from './membership-history.ts'
import type { Membership } from './membership.ts'

/**
 * What the next entry of a device goes on from beside its own previous one: the tips, in the order of a header. Of two entries of one
 * device side by side only one can be named, and no more than the cap; the rest stays for the entry after.
 */
const depsOf = ({ tips }: Membership, device: Bytes): readonly EntryRef[] => {
  const foreign = tips.filter(tip => !equalBytes(tip.device, device))
  const byDevice = new Map(foreign.map(tip => [toHex(tip.device), tip]))
  return [...byDevice.values()].sort((a, b) => compareBytes(a.device, b.device)).slice(0, caps.deps)
}

const tipsAmong = ({ view }: Membership, refs: readonly EntryRef[]): readonly Bytes[] => {
  const acts = refs.map(({ hash }) => view.history.byHash.get(toHex(hash))).filter(act => act !== undefined)
  return acts.filter(act => !acts.some(other => isBefore(act, other))).map(({ entry }) => entry.ref.hash)
}

/**
 * The header of this device's next membership entry. In: the workspace, what is known of it (undefined before the founding), the device's
 * id, and a hybrid logical clock later than every entry that is here.
 */
export const membershipDraft = (
  workspace: Bytes,
  membership: Membership | undefined,
  device: Bytes,
  stamp: number,
): EntryDraft => {
  const own = membership?.heads.get(toHex(device))
  const deps = membership ? depsOf(membership, device) : []
  return {
    kind: 'membership',
    workspace,
    document: membershipDocument,
    device,
    seq: (own?.seq ?? 0) + 1,
    prev: own?.hash ?? noHash(),
    deps,
    stamp,
    membership: membership ? frontierOf(tipsAmong(membership, own ? [own, ...deps] : deps)) : noHash(),
    keyEpoch: 0,
    clients: [],
    command: null,
  }
}
