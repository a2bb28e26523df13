import { equalBytes } from '../../../src/journal/bytes.ts'
import { guardUpdate } from '../../../src/journal/guard.ts'
import { membershipDocument } from '../../../src/journal/header.ts'
import type { Fork } from '../../../src/sync/sync-status.ts'
import type { Chain } from '../../../src/workspace/journal-port.ts'
import type { Row } from '../../sync/support/memory-disk.ts'
import type { Peer } from './peer.ts'

export const inCausalOrder = (a: Row, b: Row): number =>
  a.header.stamp - b.header.stamp || (a.device < b.device ? -1 : a.device > b.device ? 1 : 0) || a.seq - b.seq

/** Which of these rows count when those that are not among them are taken out: each with all it rests on. */
export const countingAmong = (rows: readonly Row[]): ReadonlySet<Row> => {
  const clocks = new Map<number, number>()
  const counting = new Set<Row>()
  let open: readonly Row[] = rows.toSorted(inCausalOrder)
  for (let before = -1; before !== open.length;) {
    before = open.length
    open = open.filter(row => {
      const guarded = guardUpdate(row.update, { clocks, clients: new Set(row.header.clients) })
      if (!guarded.ok) return true
      for (const [client, clock] of guarded.value.clocksAfter) clocks.set(client, clock)
      counting.add(row)
      return false
    })
  }
  return counting
}

/** The rows of a document that stand up to what members have cut. */
const rowsUpToCuts = ({ disk, members }: Peer, document: string, forks: readonly Fork[]): readonly Row[] =>
  [...disk.of(document).rows.values()].flat().filter(({ device, seq, hash, header: { stamp } }) => {
    const fork = forks.find(one => one.document === document && one.device === device)
    const cut = members.cut(document, device)
    const here = cut && disk.at(document, device, cut.seq)
    // Members have named the other history.
    const isOther = fork && cut && seq >= fork.seq && cut.seq >= fork.seq && !(here && equalBytes(here.hash, cut.hash))
    return !isOther && members.mayWrite({ document, device, seq, hash, stamp }) !== 'beyond the cut'
  })

/**
 * What an app does that hears of a removal after it has taken in more of somebody than counts: that is taken out, the document is folded
 * anew from the rest, and its person goes on with a fresh client. Out: the documents that were rebuilt.
 */
export const rebuild = (peer: Peer, forks: readonly Fork[]): readonly string[] => {
  const { disk } = peer
  const touched = [...disk.documents.keys()].filter(
    document =>
      document !== membershipDocument &&
      isStale([...disk.of(document).rows.values()].flat(), rowsUpToCuts(peer, document, forks)),
  )
  if (touched.length === 0) return touched
  peer.crash()
  for (const document of touched) rebuildOne(peer, document, forks)
  peer.start()
  return touched
}

/** Whether something has to be taken out, or counts now that what it rests on has come. */
const isStale = (here: readonly Row[], kept: readonly Row[]): boolean => {
  if (kept.length < here.length) return true
  if (here.every(({ counts }) => counts)) return false
  const counting = countingAmong(kept)
  return here.some(row => row.counts !== counting.has(row))
}

const rebuildOne = (peer: Peer, document: string, forks: readonly Fork[]): void => {
  const on = peer.disk.of(document)
  const kept = rowsUpToCuts(peer, document, forks)
  const counting = countingAmong(kept)
  const before = new Map(on.chains)
  on.rows.clear()
  on.chains.clear()
  for (const row of kept.toSorted((a, b) => a.order - b.order)) {
    const counts = counting.has(row)
    on.rows.set(row.device, [...(on.rows.get(row.device) ?? []), { ...row, counts }])
    const chain = on.chains.get(row.device)
    on.chains.set(row.device, chainBehind(chain, before.get(row.device), { ...row, counts }))
  }
}

const chainBehind = (chain: Chain | undefined, before: Chain | undefined, row: Row): Chain => {
  const { device, seq, stamp } = row.header
  const isWhole = row.counts && (!chain || chain.written === chain.clocks)
  const written = new Map([...(chain?.written ?? []), ...row.clocks])
  const clocks = isWhole ? written : new Map([...(chain?.clocks ?? []), ...(row.counts ? row.clocks : [])])
  const restsOnCut = (chain?.restsOnCut ?? false) || !row.counts
  return {
    head: { device, seq, hash: row.hash },
    first: 1,
    stamp,
    clocks,
    written,
    seen: before?.seen ?? {},
    restsOnCut,
  }
}
