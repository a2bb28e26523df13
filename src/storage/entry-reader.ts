import { openEntry } from '../journal/seal.ts'
import { decodePayload } from '../journal/payload.ts'
import type { StorageFinding } from '../workspace/ports.ts'
import type { EntryRow, WorkspaceDatabase } from './database.ts'
import type { Identity } from './identity.ts'

/** An entry of the journal, opened. */
export type ReadEntry = Readonly<{ row: EntryRow; update: Uint8Array }>

/** How many seals are opened side by side: enough to keep Web Crypto busy, little enough to keep memory small. */
const atOnce = 256

/** May be cured by a membership entry or a newer app; such entries stay where they lie. */
const curable: ReadonlySet<string> = new Set([
  'device is unknown',
  'key is missing',
  'entry has a newer format',
  'entry has a newer algorithm',
])
/** May be cured by what another tab has written into the membership log just now. */
const missing: ReadonlySet<string> = new Set(['device is unknown', 'key is missing'])

/** Causes first: stamps follow them, and within a device the chain does. */
const inOrder = (a: EntryRow, b: EntryRow): number =>
  a.stamp - b.stamp || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq)

/** Opens entries row by row. What cannot be read is set aside with its reason and counted; it never blocks the rest. */
export class EntryReader {
  private readonly database: WorkspaceDatabase
  private readonly identity: Identity
  private readonly now: () => number

  constructor(database: WorkspaceDatabase, identity: Identity, now: () => number) {
    this.database = database
    this.identity = identity
    this.now = now
  }

  async read(
    rows: readonly EntryRow[],
  ): Promise<Readonly<{ entries: readonly ReadEntry[]; findings: readonly StorageFinding[] }>> {
    const ordered = rows.toSorted(inOrder)
    const entries: ReadEntry[] = []
    const findings: StorageFinding[] = []
    for (let at = 0; at < ordered.length; at += atOnce) {
      for (const read of await Promise.all(ordered.slice(at, at + atOnce).map(row => this.open(row)))) {
        if ('update' in read) entries.push(read)
        else findings.push(await this.setAside(read.row, read.reason))
      }
    }
    return { entries, findings }
  }

  /** Takes an entry out of the journal's way, its bytes and the reason are kept. A colleague's device may still bring it whole. */
  async setAside(row: EntryRow, reason: string): Promise<StorageFinding> {
    const { document, device, seq, bytes } = row
    const at = this.now()
    if (!curable.has(reason)) {
      const { entries, quarantine } = this.database
      await this.database.transaction('rw', entries, quarantine, async () => {
        await quarantine.put({ document, device, seq, reason, at, bytes })
        await entries.delete([document, device, seq])
      })
    }
    return { finding: 'entryUnreadable', at, document, detail: `${device}/${seq}: ${reason}` }
  }

  private async open(row: EntryRow): Promise<ReadEntry | Readonly<{ row: EntryRow; reason: string }>> {
    let opened = await openEntry(row.bytes, this.identity.keyring)
    if (!opened.ok && missing.has(opened.refusal.because)) {
      await this.identity.refresh()
      opened = await openEntry(row.bytes, this.identity.keyring)
    }
    if (!opened.ok) return { row, reason: opened.refusal.because }
    const payload = decodePayload(opened.value.plaintext)
    return payload ? { row, update: payload.update } : { row, reason: 'payload is malformed' }
  }
}
