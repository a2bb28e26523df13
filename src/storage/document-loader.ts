import * as Y from 'yjs'
import type { RecordDocument } from '../document/record-document.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { equalBytes, sha256, toHex, type Bytes } from '../journal/bytes.ts'
import type { Appended, Batch, Heads, LoadReport, StorageFinding } from '../workspace/ports.ts'
import { isAhead, journalledClocks } from './clocks.ts'
import { seqsOf, type HeadRow, type WorkspaceDatabase } from './database.ts'
import type { DocumentCopies } from './document-copies.ts'
import type { EntryReader, ReadEntry } from './entry-reader.ts'

export type LoaderParts = Readonly<{
  database: WorkspaceDatabase
  copies: DocumentCopies
  reader: EntryReader
  append: (batch: Batch) => Promise<Appended>
  now: () => number
  /** This device's id, in hexadecimal. */
  device: string
}>

type Base = Readonly<{ heads: Heads; folds: number; findings: readonly StorageFinding[] }>

/** Brings a document up from disk: its copy, or else the last local checkpoint, and then the entries behind it. */
export class DocumentLoader {
  private readonly parts: LoaderParts

  constructor(parts: LoaderParts) {
    this.parts = parts
  }

  async load(document: DocumentName, into: RecordDocument): Promise<LoadReport> {
    const base = await this.base(document, into)
    const { entries, heads, findings } = await this.entriesBehind(document, base.heads)
    const unmerged = await this.merge(entries, into)
    const recovered = await this.recover(document, into, base.folds)
    const read = entries.map(({ row: { device, seq }, update }) => ({ device, seq, update }))
    return {
      heads: recovered?.heads ?? heads,
      // Of before the entries were read: had they been folded otherwise meanwhile, it is all read anew.
      folds: base.folds,
      ...(recovered ? {} : { behind: { from: base.heads, entries: read } }),
      findings: [...base.findings, ...findings, ...unmerged, ...(recovered?.findings ?? [])],
    }
  }

  /** One look at the journal: the heads, and the entries up to them that count, opened and in order. */
  async entriesBehind(document: DocumentName, seen: Heads) {
    const { database, reader } = this.parts
    const tables = [database.heads, database.entries, database.covered]
    const { rows, heads, folds } = await database.transaction('r', tables, async () => {
      const heads = seqsOf(await database.headsOf(document))
      const behind = Object.entries(heads).filter(([device, seq]) => seq > (seen[device] ?? 0))
      const rows = await Promise.all(behind.map(([device]) => database.entriesOf(document, device, seen[device] ?? 0)))
      const folds = (await database.covered.get(document))?.folds ?? 0
      return { rows: rows.flat().filter(({ counts }) => counts !== false), heads, folds }
    })
    return { heads, folds, ...(await reader.read(rows)) }
  }

  /** How often the document was folded otherwise. */
  async foldsOf(document: DocumentName): Promise<number> {
    return (await this.parts.database.covered.get(document))?.folds ?? 0
  }

  /** The state a document began with, for whoever has seen less than it covers; undefined where there is no such thing to see. */
  async beginningBehind(document: DocumentName, seen: Heads): Promise<Bytes | undefined> {
    const { covered, checkpoints } = this.parts.database
    const begins = (await covered.get(document))?.begins ?? {}
    const isBehind = Object.entries(begins).some(([device, seq]) => seq > (seen[device] ?? 0))
    return isBehind ? (await checkpoints.get(document))?.state : undefined
  }

  /** The document as the journal alone gives it; with its copy, as it will be shown. Nothing is mended. */
  async fold(document: DocumentName, into: RecordDocument, withCopy: boolean): Promise<Heads> {
    const copy = withCopy ? await this.parts.copies.peek(document, await this.foldsOf(document)) : undefined
    const isWhole = copy !== undefined && succeeds(() => into.merge(copy.update, 'storage'))
    const beginning = isWhole ? undefined : await this.beginningBehind(document, {})
    if (beginning) into.merge(beginning, 'storage')
    const seen = isWhole
      ? copy.heads
      : beginning
        ? ((await this.parts.database.covered.get(document))?.begins ?? {})
        : {}
    const { entries, heads } = await this.entriesBehind(document, seen)
    into.mergeAll(
      entries.map(({ update }) => update),
      'storage',
    )
    return heads
  }

  private async base(document: DocumentName, into: RecordDocument): Promise<Base> {
    const { copies, database, now } = this.parts
    const folds = await this.foldsOf(document)
    const copy = await copies.load(document, into, folds)
    if (copy.state === 'whole') return { heads: copy.heads, folds, findings: [] }
    const covered = await database.covered.get(document)
    const isMissing = copy.state === 'absent' && Object.keys(covered?.copy ?? {}).length > 0
    if (covered) await database.covered.update(document, { copy: {} })
    const heads = await this.checkpoint(document, into)
    const finding: StorageFinding = { finding: 'copyRebuilt', at: now(), document, detail: copy.state }
    const isMended = isMissing || copy.state === 'broken' || copy.state === 'slow'
    return { heads, folds, findings: isMended ? [finding] : [] }
  }

  private async checkpoint(document: DocumentName, into: RecordDocument): Promise<Heads> {
    const checkpoint = await this.parts.database.checkpoints.get(document)
    if (!checkpoint || !equalBytes(await sha256(checkpoint.state), checkpoint.hash)) return {}
    return succeeds(() => into.merge(checkpoint.state, 'storage')) ? checkpoint.heads : {}
  }

  /** All at once; only when Yjs throws, one by one, to set aside the one it throws at. */
  private async merge(entries: readonly ReadEntry[], into: RecordDocument): Promise<readonly StorageFinding[]> {
    const updates = entries.map(({ update }) => update)
    if (updates.length === 0 || succeeds(() => into.mergeAll(updates, 'storage'))) return []
    const broken = entries.filter(({ update }) => !succeeds(() => into.merge(update, 'storage')))
    return Promise.all(broken.map(({ row }) => this.parts.reader.setAside(row, 'update is undecodable')))
  }

  /** What the copy holds without an entry goes into the journal before anything else does; the journal has lost it. */
  private async recover(
    document: DocumentName,
    into: RecordDocument,
    folds: number,
  ): Promise<Omit<Base, 'folds'> | undefined> {
    const { database, append, now, device } = this.parts
    const rows = await database.headsOf(document)
    if (!isAhead(into.clocks(), rows)) return undefined
    // What was taken out a moment ago is no loss.
    if ((await this.foldsOf(document)) !== folds) return undefined
    const update = missingFrom(into, rows, device)
    const id = `recovery-${toHex(crypto.getRandomValues(new Uint8Array(6)))}`
    const appended = await append({ document, updates: [update], commands: [{ id, name: 'recovery' }], activity: [] })
    const detail = appended.ok ? `${update.length} bytes` : appended.failure.detail
    const heads = appended.ok ? appended.heads : seqsOf(rows)
    return { heads, findings: [{ finding: 'recovered', at: now(), document, detail }] }
  }
}

/** What no entry has written. Clients of other devices are left out: their entries are theirs to send again. */
const missingFrom = (into: RecordDocument, rows: readonly HeadRow[], device: string): Uint8Array => {
  const here = into.clocks()
  const foreign = journalledClocks(rows.filter(row => row.device !== device))
  const known = new Map(journalledClocks(rows))
  for (const client of foreign.keys()) known.set(client, here.get(client) ?? 0)
  return Y.encodeStateAsUpdate(into.ydoc, Y.encodeStateVector(known))
}

const succeeds = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}
