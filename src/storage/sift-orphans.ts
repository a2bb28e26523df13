import type { StorageFinding } from '../workspace/ports.ts'
import { journalledClocks, measureUpdate, type Written } from './clocks.ts'
import type { WorkspaceDatabase } from './database.ts'
import type { Orphan } from './write-ahead.ts'

type Verdict = 'due' | 'journalled' | 'hole' | 'unreadable'

const spansOf = (update: Uint8Array): readonly Written[] | undefined => {
  try {
    return measureUpdate(update).written
  } catch {
    return undefined
  }
}

const judge = (update: Uint8Array, clocks: Map<number, number>): Verdict => {
  const spans = spansOf(update)
  if (!spans) return 'unreadable'
  // Deletions have no clock: a copy that only deletes is due, doing it twice changes nothing.
  if (spans.length > 0 && spans.every(({ client, to }) => to <= (clocks.get(client) ?? 0))) return 'journalled'
  if (spans.some(({ client, from }) => from > (clocks.get(client) ?? 0))) return 'hole'
  for (const { client, to } of spans) clocks.set(client, to)
  return 'due'
}

/**
 * Which copies of dead tabs still have to go into the journal. One that continues something nobody kept (an update too large for a
 * copy) would stay pending in every replica for ever; it is set aside with its bytes.
 */
export const siftOrphans =
  (database: WorkspaceDatabase, now: () => number, onFinding: (finding: StorageFinding) => void) =>
  async (orphans: readonly Orphan[]): Promise<readonly Orphan[]> => {
    const clocks = new Map<string, Map<number, number>>()
    const due: Orphan[] = []
    for (const orphan of orphans) {
      const { document, update, key } = orphan
      const known = clocks.get(document) ?? new Map(journalledClocks(await database.headsOf(document)))
      clocks.set(document, known)
      const verdict = judge(update, known)
      if (verdict === 'due') due.push(orphan)
      if (verdict === 'due' || verdict === 'journalled') continue
      const bytes = new Uint8Array(update)
      await database.quarantine.put({
        document,
        device: key,
        seq: 0,
        reason: `copy of a tab: ${verdict}`,
        at: now(),
        bytes,
      })
      onFinding({ finding: 'entryUnreadable', at: now(), document, detail: `copy of a tab: ${verdict}` })
    }
    return due
  }
