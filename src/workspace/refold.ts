import { equalBytes, toHex, type Bytes } from '../journal/bytes.ts'
import { guardUpdate } from '../journal/guard.ts'
import {
  placeKey,
  type Bench,
  type Chain,
  type DeviceId,
  type Ledger,
  type Lying,
  type LyingEntry,
  type Place,
  type Refold,
} from './journal-port.ts'
import { chainBehind, freely } from './chain-behind.ts'

type Entries = readonly LyingEntry[]
type Chains = ReadonlyMap<DeviceId, Chain>

/**
 * What has to stand otherwise in a document, now that members have said how far somebody's entries count: what lies beyond is taken out, and
 * with it counts no longer what rests on it; what rests on something that counts again counts again. It depends on the entries alone, not on
 * the order in which they came, so that all devices end with the same. Pure. Out: undefined where everything stands as it has to.
 */
export const refoldOf = ({ entries, begins }: Lying, { chains }: Ledger, bench: Bench): Refold | undefined => {
  const stands = standsIn(entries, bench)
  const kept = entries.filter(stands)
  const out = entries.filter(entry => !stands(entry)).map(({ device, seq }) => ({ device, seq }))
  const counting = countingAmong(kept, begins)
  const counts = kept.flatMap(entry => {
    const { device, seq } = entry
    return entry.counts === counting.has(entry) ? [] : [{ device, seq, counts: counting.has(entry) }]
  })
  if (out.length === 0 && counts.length === 0) return undefined
  return { from: chains, out, counts, chains: chainsOf(kept, begins, counting, bench) }
}

/** Up to the cut, and of the history that the cut names. */
const standsIn = (
  entries: Entries,
  { document, mayWrite, cut: cutOf, forkOf }: Bench,
): ((entry: LyingEntry) => boolean) => {
  const hashes = hashesOf(entries)
  return ({ device, seq, hash, header: { stamp } }) => {
    const [cut, fork] = [cutOf(document, device), forkOf(device)]
    const isOther =
      cut !== undefined &&
      fork !== undefined &&
      seq >= fork &&
      cut.seq >= fork &&
      !isSame(hashes.get(placeKey({ device, seq: cut.seq })), cut.hash)
    return !isOther && mayWrite({ document, device, seq, hash, stamp }) !== 'beyond the cut'
  }
}

const hashesOf = (entries: Entries): ReadonlyMap<string, Bytes> =>
  new Map(entries.map(({ device, seq, hash }) => [placeKey({ device, seq }), hash]))

const isSame = (one: Bytes | undefined, other: Bytes): boolean => one !== undefined && equalBytes(one, other)

/** Causes first: stamps follow them, and within a device the chain does. */
const inOrder = (a: LyingEntry, b: LyingEntry): number =>
  a.header.stamp - b.header.stamp || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq)

/** The entries whose update finds here everything it rests on. */
const countingAmong = (entries: Entries, begins: Chains): ReadonlySet<LyingEntry> => {
  const clocks = new Map([...begins.values()].flatMap(chain => [...chain.clocks]))
  const counting = new Set<LyingEntry>()
  let open = entries.toSorted(inOrder)
  for (let before = -1; before !== open.length;) {
    before = open.length
    open = open.filter(entry => {
      const guarded = guardUpdate(entry.update, { clocks, clients: new Set(entry.header.clients) })
      if (!guarded.ok) return true
      for (const [client, clock] of guarded.value.clocksAfter) clocks.set(client, clock)
      counting.add(entry)
      return false
    })
  }
  return counting
}

const chainsOf = (kept: Entries, begins: Chains, counting: ReadonlySet<LyingEntry>, bench: Bench): Chains => {
  const hashes = hashesOf(kept)
  const chains = new Map(begins)
  for (const entry of kept.toSorted((a, b) => a.seq - b.seq)) {
    const { device, header, hash, update } = entry
    const chain = chains.get(device)
    const alone = guardUpdate(update, {
      clocks: freely(chain?.written, header.clients),
      clients: new Set(header.clients),
    })
    const counts = counting.has(entry)
    const restsOnCut =
      (chain?.restsOnCut ?? false) ||
      !counts ||
      header.deps.some(dep => isTakenOut(refOf(dep), dep.hash, hashes, bench))
    const clocks = alone.ok ? alone.value.clocksAfter : new Map<number, number>()
    chains.set(device, chainBehind(chain, { header, hash, counts, restsOnCut, clocks }))
  }
  return chains
}

const refOf = ({ device, seq }: Readonly<{ device: Bytes; seq: number }>): Place => ({ device: toHex(device), seq })

const isTakenOut = (
  place: Place,
  hash: Bytes,
  hashes: ReadonlyMap<string, Bytes>,
  { document, cut: cutOf }: Bench,
): boolean => {
  const cut = cutOf(document, place.device)
  if (!cut) return false
  const here = hashes.get(placeKey(place))
  return place.seq > cut.seq || (here !== undefined && !equalBytes(here, hash))
}
