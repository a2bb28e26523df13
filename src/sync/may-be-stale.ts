import { equalBytes } from '../journal/bytes.ts'
import type { Bench, Ledger } from '../workspace/journal-port.ts'

/** Whether it may be that something of a document has to stand otherwise: seen from its chains, so that nobody reads all of it for nothing. */
export const mayBeStale = ({ chains }: Ledger, { document, cut: cutOf, forkOf }: Bench): boolean =>
  [...chains].some(([device, { head, written, clocks }]) => {
    if (written !== clocks) return true
    const [cut, fork] = [cutOf(document, device), forkOf(device)]
    if (!cut) return false
    if (head.seq >= cut.seq) return head.seq > cut.seq || !equalBytes(head.hash, cut.hash)
    // Of two histories the one that is here may be the other one.
    return fork !== undefined && head.seq >= fork
  })
