import type { DocumentName } from '../domain/kernel/record.ts'
import { equalBytes } from '../journal/bytes.ts'
import { placeKey, type DeviceId, type Journal, type Ledger, type Place } from '../workspace/journal-port.ts'
import type { KnownHead } from './peer-knowledge.ts'

/**
 * Places for which somebody else claims another entry than stands here: the device that wrote there has two histories. In: what the
 * other side has said of a document. Heads beyond what is here cannot be compared yet, nor those behind a checkpoint.
 */
export const findBranches = async (
  journal: Pick<Journal, 'hashes'>,
  document: DocumentName,
  { chains }: Ledger,
  claimed: ReadonlyMap<DeviceId, KnownHead>,
): Promise<readonly Place[]> => {
  const comparable = [...claimed].flatMap(([device, { seq, hash }]) => {
    const chain = chains.get(device)
    return chain && seq <= chain.head.seq && seq >= chain.first ? [{ device, seq, hash, head: chain.head }] : []
  })
  const older = comparable.filter(({ seq, head }) => seq < head.seq)
  const hashes = older.length > 0 ? await journal.hashes(document, older) : new Map<string, never>()
  return comparable
    .filter(({ device, seq, hash, head }) => {
      const here = seq === head.seq ? head.hash : hashes.get(placeKey({ device, seq }))
      return here !== undefined && !equalBytes(here, hash)
    })
    .map(({ device, seq }) => ({ device, seq }))
}
