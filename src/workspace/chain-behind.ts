import { toHex } from '../journal/bytes.ts'
import type { EntryHeader } from '../journal/header.ts'
import type { AdmittedEntry, Chain } from './journal-port.ts'

const noClocks: ReadonlyMap<number, number> = new Map()

/** Own clocks as they are, everybody else's without an end: what an update says about itself is then all that counts. */
class Boundless extends Map<number, number> {
  override get(client: number): number | undefined {
    return super.get(client) ?? Number.MAX_SAFE_INTEGER
  }
}

/** A device's own clocks for an update that is looked at by itself, with everything of others taken to be here. */
export const freely = (
  written: ReadonlyMap<number, number> | undefined,
  clients: readonly number[],
): ReadonlyMap<number, number> => new Boundless(clients.map(client => [client, written?.get(client) ?? 0]))

/** A chain behind its next entry. Where some of its entries do not count, what counts and what was written part. */
export const chainBehind = (
  chain: Chain | undefined,
  { header, hash, counts, restsOnCut, clocks: after }: Omit<AdmittedEntry, 'bytes' | 'plaintext'>,
): Chain => {
  const isWhole = counts && (chain === undefined || chain.written === chain.clocks)
  const written = new Map([...(chain?.written ?? noClocks), ...after])
  const clocks = isWhole ? written : new Map([...(chain?.clocks ?? noClocks), ...(counts ? after : noClocks)])
  return {
    head: { device: header.device, seq: header.seq, hash },
    first: chain?.first ?? header.seq,
    stamp: header.stamp,
    clocks,
    written,
    seen: seenBehind(chain, header),
    restsOnCut,
  }
}

const seenBehind = (chain: Chain | undefined, { deps }: EntryHeader): Chain['seen'] => {
  const seen = { ...chain?.seen }
  for (const { device, seq } of deps) {
    const id = toHex(device)
    seen[id] = Math.max(seq, seen[id] ?? 0)
  }
  return seen
}
