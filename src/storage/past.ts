import type { RecordDocument } from '../document/record-document.ts'
import { teamOfDocument, type DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import { joinCheckpoint } from '../journal/checkpoint.ts'
import { openEntry } from '../journal/seal.ts'
import type { Past, WrittenEntry } from '../workspace/past-port.ts'
import type { Heads } from '../workspace/ports.ts'
import { seqsOf, type WorkspaceDatabase } from './database.ts'
import { EntryReader } from './entry-reader.ts'
import type { Identity } from './identity.ts'
import type { JournalStorage } from './journal-storage.ts'

type PastParts = Readonly<{
  database: WorkspaceDatabase
  identity: Identity
  storage: Pick<JournalStorage, 'documents' | 'fold'>
  now: () => number
}>

type Base = Readonly<{ heads: Heads; state: Bytes | undefined }>

const isWithin = (heads: Heads, bounds: Heads): boolean =>
  Object.entries(heads).every(([device, seq]) => seq <= (bounds[device] ?? 0))

/** Reads what came since, and what was before, out of the journal alone. */
export class StoredPast implements Past {
  private readonly parts: PastParts
  private readonly reader: EntryReader

  constructor(parts: PastParts) {
    this.parts = parts
    this.reader = new EntryReader(parts.database, parts.identity, parts.now)
  }

  async teams(): Promise<readonly DocumentName[]> {
    const names = await this.parts.storage.documents()
    return names.filter(name => teamOfDocument(name) !== undefined)
  }

  async heads(document: DocumentName): Promise<Heads> {
    return seqsOf(await this.parts.database.headsOf(document))
  }

  async written(
    document: DocumentName,
    devices: readonly string[],
    from: Heads,
    to: Heads,
  ): Promise<readonly WrittenEntry[]> {
    const { database } = this.parts
    const rows = await Promise.all(devices.map(device => database.entriesOf(document, device, from[device] ?? 0)))
    const counting = rows.flat().filter(({ device, seq, counts }) => counts !== false && seq <= (to[device] ?? 0))
    const { entries } = await this.reader.read(counting)
    return entries.map(({ row: { device, seq }, update }) => ({ device, seq, update }))
  }

  async fold(document: DocumentName, into: RecordDocument, at?: Heads): Promise<void> {
    if (!at) return void (await this.parts.storage.fold(document, into, true))
    const base = await this.baseWithin(document, at)
    if (base.state) into.merge(base.state, 'storage')
    const entries = await this.written(document, Object.keys(at), base.heads, at)
    into.mergeAll(
      entries.map(({ update }) => update),
      'storage',
    )
  }

  /**
   * The newest state that lies here and is not ahead of these heads; of what lies before the one the document began with there are no
   * entries, so nothing older can be told.
   */
  private async baseWithin(document: DocumentName, at: Heads): Promise<Base> {
    const { checkpoints, covered } = this.parts.database
    const [checkpoint, row] = await Promise.all([checkpoints.get(document), covered.get(document)])
    if (checkpoint && isWithin(checkpoint.heads, at)) return checkpoint
    if (!checkpoint || !row?.begins) return { heads: {}, state: undefined }
    const state = await this.beginning(checkpoint.entries ?? [])
    // Without the entries it came in, the state here is still the one it began with.
    return { heads: row.begins, state: state ?? checkpoint.state }
  }

  private async beginning(entries: readonly Bytes[]): Promise<Bytes | undefined> {
    const opened = await Promise.all(entries.map(bytes => openEntry(bytes, this.parts.identity.keyring)))
    const parts = opened.flatMap(one =>
      one.ok && one.value.header.command ? [{ ...one.value.header.command, bytes: one.value.plaintext }] : [],
    )
    const whole = joinCheckpoint(parts)
    return whole.ok ? whole.value.state : undefined
  }
}
