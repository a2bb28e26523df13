import type { EntryDraft } from '../../../src/journal/header.ts'
import { encodePayload } from '../../../src/journal/payload.ts'
import { noHash, toHex } from '../../../src/journal/bytes.ts'
import type { SealedEntry } from '../../../src/journal/seal.ts'
import type { Chain } from '../../../src/workspace/journal-port.ts'
import type { Desk } from './desk.ts'

/** Seals an update for the next place of a desk's chain, in whatever way its owner likes. */
export const forge = async (
  desk: Desk,
  document: string,
  update: Uint8Array,
  changes: Partial<EntryDraft> = {},
): Promise<SealedEntry> => {
  const chain = desk.disk.of(document).chains.get(desk.device)
  const draft: EntryDraft = {
    kind: 'change',
    workspace: desk.parts.workspaceId,
    document,
    device: desk.parts.hand.id,
    seq: (chain?.head.seq ?? 0) + 1,
    prev: chain?.head.hash ?? noHash(),
    deps: [],
    stamp: (chain?.stamp ?? 5_000_000_000_000) + 1,
    membership: desk.members.frontier(),
    keyEpoch: 1,
    clients: [],
    command: null,
    ...changes,
  }
  return desk.parts.hand.seal(draft, encodePayload({ commands: [{ id: 'mallory', name: 'renameItem' }], update }))
}

/** Puts a forged entry on the desk's own disk, past every check of its own app, and goes on from it. */
export const slipIn = (desk: Desk, document: string, entry: SealedEntry): void => {
  const { chains } = desk.disk.of(document)
  const before = chains.get(desk.device)
  const none = new Map<number, number>()
  const chain: Chain = {
    head: { device: entry.header.device, seq: entry.header.seq, hash: entry.hash },
    first: before?.first ?? 1,
    stamp: entry.header.stamp,
    clocks: before?.clocks ?? none,
    written: before?.clocks ?? none,
    seen: before?.seen ?? {},
    restsOnCut: false,
  }
  const row = { ...entry, device: toHex(entry.header.device), seq: entry.header.seq, counts: false, clocks: none }
  desk.disk.add(document, [{ ...row, update: Uint8Array.of(0, 0) }], new Map([[desk.device, chain]]))
}
