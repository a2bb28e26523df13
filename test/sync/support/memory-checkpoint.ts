import { canonicalDocument, digestOf } from '../../../src/document/canonical.ts'
import type { RecordDocument } from '../../../src/document/record-document.ts'
import { nextStamp } from '../../../src/domain/kernel/stamp.ts'
import { noHash, type Bytes } from '../../../src/journal/bytes.ts'
import { cutCheckpoint } from '../../../src/journal/checkpoint.ts'
import type { SealedEntry } from '../../../src/journal/seal.ts'
import { fromHex, valueOf } from '../../journal/office.ts'
import type { MemoryJournalParts } from './memory-journal.ts'

/** A checkpoint of all that is here, sealed by this device if its word counts; otherwise the one it began with itself. */
export const memoryCheckpoint = async (
  document: string,
  folded: RecordDocument,
  { disk, hand, workspace, now, frontier, mayVouch }: MemoryJournalParts,
): Promise<readonly Bytes[] | undefined> => {
  const { chains, beginning, arrived } = disk.of(document)
  if (!mayVouch(document)) return beginning?.entries
  const heads = [...chains.values()].map(({ head, clocks }) => ({
    ...head,
    clients: [...clocks.keys()].sort((a, b) => a - b),
  }))
  const digest = fromHex(await digestOf(canonicalDocument(folded)))
  const parts = valueOf(cutCheckpoint({ heads, digest, state: new Uint8Array(folded.encode()) }))
  const entries: SealedEntry[] = []
  for (const [index, bytes] of parts.entries())
    entries.push(
      await hand.seal(
        {
          kind: 'checkpoint',
          workspace,
          document,
          device: hand.id,
          seq: index + 1,
          prev: entries.at(-1)?.hash ?? noHash(),
          deps: [],
          stamp: nextStamp(0, now()),
          membership: frontier(),
          keyEpoch: 1,
          clients: [],
          command: { id: `checkpoint${arrived}`, part: index + 1, parts: parts.length },
        },
        bytes,
      ),
    )
  return entries.map(({ bytes }) => bytes)
}
