import { timeOf } from '../domain/kernel/stamp.ts'
import { decodePayload } from '../journal/payload.ts'
import { openEntry, type Keyring } from '../journal/seal.ts'
import { beyondTheCut } from '../workspace/journal-port.ts'
import type { LateEntry } from '../workspace/late-edits.ts'
import type { QuarantineRow, WorkspaceDatabase } from './database.ts'

/** The entries beyond a cut about which nobody has decided, opened, in the order of their chains. What cannot be opened stays where it lies. */
export const lateEntries = async (database: WorkspaceDatabase, keyring: Keyring): Promise<readonly LateEntry[]> => {
  const rows = await database.quarantine.filter(({ reason, settled }) => reason === beyondTheCut && !settled).toArray()
  const opened = await Promise.all(rows.map(row => openLate(row, keyring)))
  return opened.filter(entry => entry !== undefined)
}

const openLate = async (
  { document, device, seq, bytes }: QuarantineRow,
  keyring: Keyring,
): Promise<LateEntry | undefined> => {
  const opened = await openEntry(bytes, keyring)
  const payload = opened.ok ? decodePayload(opened.value.plaintext) : undefined
  if (!opened.ok || !payload) return undefined
  return { document, device, seq, at: timeOf(opened.value.header.stamp), update: payload.update }
}
