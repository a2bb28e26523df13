import { canonicalDocument, digestOf, type PlainDocument } from '../document/canonical.ts'
import { RecordDocument } from '../document/record-document.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { sha256, type Bytes } from '../journal/bytes.ts'
import type { Checkpoint } from '../journal/checkpoint.ts'
import { refoldOf } from '../workspace/refold.ts'
import {
  beyondTheCut,
  onWhatWasCut,
  placeKey,
  type AdmittedEntry,
  type Bench,
  type Chain,
  type DeviceId,
  type Journal,
  type Kept,
  type Ledger,
  type Place,
  type SetAside,
  type Settled,
  type Span,
} from '../workspace/journal-port.ts'
import type { Heads } from '../workspace/ports.ts'
import { chainOf, chainsOf, entryRowOfAdmitted, headRowOfChain } from './chain-rows.ts'
import { sealCheckpoint } from './seal-checkpoint.ts'
import { seqsOf, type QuarantineRow, type WorkspaceDatabase } from './database.ts'
import type { Identity } from './identity.ts'
import type { JournalStorage } from './journal-storage.ts'
import { beginningOf, lyingIn, writeRefold } from './refold-rows.ts'
import { saveFailureOf } from './save-failure.ts'

/** What the journal has to be told by whoever syncs with it. */
export type SyncUse = Readonly<{
  /** Whether a checkpoint of this device is believed by others. */
  mayVouch: (document: DocumentName) => boolean
  /** A document as it is open here, with the heads it is true to. */
  opened: (document: DocumentName) => Readonly<{ document: RecordDocument; seen: Heads }> | undefined
}>

type SyncJournalParts = SyncUse &
  Readonly<{
    database: WorkspaceDatabase
    identity: Identity
    storage: Pick<JournalStorage, 'documents' | 'fold'>
    now: () => number
  }>

/** Rows read at once from one span. */
const rowsAtOnce = 64
/** Set aside of one device: more of it tells nothing new, and must not fill the disk. */
const mostAside = 64
/** What somebody did before they heard that their access had ended is worth more: weeks of it find room. */
const mostLate = 1_024
/** Fewer entries than this behind a checkpoint are fetched one by one: sealing a new one would cost more. */
const worthSealing = 256
/** What members may still decide otherwise ends no chain. */
const undecided: ReadonlySet<string> = new Set(['fork', beyondTheCut, onWhatWasCut])

/** The chain has moved since it was read: whoever judged the entries has to look again. */
class ChainMoved extends Error {}

/** The journal of this browser as sync needs it: all devices' entries, appended in strict transactions and read in ranges. */
export class SyncJournal implements Journal {
  private readonly parts: SyncJournalParts
  private readonly sealed = new Map<DocumentName, Readonly<{ heads: Heads; entries: readonly Bytes[] }>>()
  private readonly ended = new Map<DocumentName, Promise<ReadonlyMap<DeviceId, number>>>()

  constructor(parts: SyncJournalParts) {
    this.parts = parts
  }

  documents(): Promise<readonly DocumentName[]> {
    return this.parts.storage.documents()
  }

  async ledger(document: DocumentName): Promise<Ledger> {
    const [heads, ended] = await Promise.all([this.parts.database.headsOf(document), this.endedIn(document)])
    return { chains: chainsOf(heads), ended }
  }

  async hashes(document: DocumentName, places: readonly Place[]): Promise<ReadonlyMap<string, Bytes>> {
    const keys = places.map(({ device, seq }): [string, string, number] => [document, device, seq])
    const rows = await this.parts.database.entries.bulkGet(keys)
    return new Map(rows.flatMap(row => (row ? [[placeKey(row), row.hash]] : [])))
  }

  async entries(spans: readonly Span[], bytes: number): Promise<readonly Bytes[]> {
    const lots = await Promise.all(spans.map(span => this.lot(span)))
    // Beyond where a span was read, an older entry of it may still come: nothing younger than that goes out before it.
    const readTo = Math.min(...lots.map(({ rows, isAll }) => (isAll ? Infinity : (rows.at(-1)?.stamp ?? Infinity))))
    const rows = lots.flatMap(lot => lot.rows).filter(({ stamp }) => stamp <= readTo)
    rows.sort((a, b) => a.stamp - b.stamp || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq))
    let sum = 0
    const end = rows.findIndex(row => (sum += row.bytes.length) > bytes)
    return (end < 0 ? rows : rows.slice(0, Math.max(1, end))).map(row => row.bytes)
  }

  async append(
    document: DocumentName,
    admitted: readonly AdmittedEntry[],
    chains: ReadonlyMap<DeviceId, Chain>,
    isStill: () => boolean,
  ): Promise<Kept> {
    const { database } = this.parts
    const rows = admitted.map(entryRowOfAdmitted)
    const firstOf = new Map(rows.toReversed().map(({ device, seq }) => [device, seq]))
    return this.kept(() =>
      database.transaction('rw', database.entries, database.heads, async () => {
        const known = seqsOf(await database.headsOf(document))
        for (const [device, seq] of firstOf) if ((known[device] ?? 0) !== seq - 1) throw new ChainMoved()
        if (!isStill()) throw new ChainMoved()
        await database.entries.bulkAdd(rows)
        await database.heads.bulkPut([...chains].map(([device, chain]) => headRowOfChain(document, device, chain)))
      }),
    )
  }

  async setAside(refused: readonly SetAside[]): Promise<void> {
    const { database, now } = this.parts
    const at = now()
    await database.transaction('rw', database.quarantine, async () => {
      for (const row of refused) {
        const { document, device, seq } = row
        if (await database.quarantine.get([document, device, seq])) continue
        const count = await this.asideIn(document, device, device).count()
        if (count < (row.reason === beyondTheCut ? mostLate : mostAside)) await database.quarantine.add({ ...row, at })
      }
    })
    for (const { document } of refused) this.ended.delete(document)
  }

  async refold(bench: Bench): Promise<Kept & Readonly<{ isChanged?: boolean }>> {
    const { database, identity, now } = this.parts
    const { document } = bench
    const ledger = await this.ledger(document)
    const beginning = await beginningOf(database, identity.keyring, document)
    const lying = await lyingIn(database, identity.keyring, document, beginning)
    const refold = lying && refoldOf(lying, ledger, bench)
    if (!refold) return { ok: true, isChanged: false }
    const by = { device: identity.device, at: now(), beginning }
    const kept = await this.kept(async () => {
      if (!(await writeRefold(database, document, refold, by))) throw new ChainMoved()
      this.sealed.delete(document)
    })
    return kept.ok ? { ok: true, isChanged: true } : kept
  }

  /** What this browser found damaged itself is told in storage health; of the log it keeps aside what forks it. */
  async aside(document?: DocumentName): Promise<readonly SetAside[]> {
    const { quarantine } = this.parts.database
    const rows = await (document === undefined ? quarantine.toArray() : this.asideIn(document).toArray())
    return rows.flatMap(row => (row.from !== undefined || row.reason === 'fork' ? [setAsideOf(row)] : []))
  }

  async settle(document: DocumentName, places: readonly Place[], how: Settled | undefined): Promise<void> {
    const { database } = this.parts
    await database.transaction('rw', database.quarantine, async () => {
      for (const { device, seq } of places) {
        const row = await database.quarantine.get([document, device, seq])
        if (!row) continue
        const { settled, ...open } = row
        if (settled !== how) await database.quarantine.put(how ? { ...open, settled: how } : open)
      }
    })
  }

  async letGo(document: DocumentName, places: readonly Place[]): Promise<void> {
    const { quarantine } = this.parts.database
    await quarantine.bulkDelete(places.map(({ device, seq }) => [document, device, seq]))
  }

  async digest(document: DocumentName, heads: Heads, afresh: boolean): Promise<Bytes | undefined> {
    const opened = afresh ? undefined : this.parts.opened(document)
    if (opened && sameSeqs(opened.seen, heads)) return digestBytes(canonicalDocument(opened.document))
    const folded = new RecordDocument(document, [], this.parts.now)
    const reached = await this.parts.storage.fold(document, folded, !afresh)
    return sameSeqs(reached, heads) ? digestBytes(canonicalDocument(folded)) : undefined
  }

  async checkpoint(document: DocumentName): Promise<readonly Bytes[] | undefined> {
    const { database, identity, storage, now, mayVouch } = this.parts
    if (!mayVouch(document)) return (await database.checkpoints.get(document))?.entries
    const known = this.sealed.get(document)
    const rows = await database.headsOf(document)
    if (known && entriesBetween(known.heads, seqsOf(rows)) < worthSealing) return known.entries
    const folded = new RecordDocument(document, [], now)
    const heads = await storage.fold(document, folded, true)
    // The heads may have moved while it was folded; then it is true to none that are known here.
    if (!sameSeqs(heads, seqsOf(rows))) return known?.entries
    const digest = await digestBytes(canonicalDocument(folded))
    const state = new Uint8Array(folded.encode())
    const entries = await sealCheckpoint(document, { state, digest, rows }, { identity, now: now() })
    if (entries) this.sealed.set(document, { heads, entries })
    return entries
  }

  async begin(document: DocumentName, checkpoint: Checkpoint, entries: readonly Bytes[]): Promise<Kept> {
    const { database, now } = this.parts
    const { state, digest } = checkpoint
    const folded = new RecordDocument(document, [], now)
    const failure = { because: 'storageFailed' as const, detail: 'the checkpoint does not give what it says' }
    try {
      folded.merge(state, 'storage')
    } catch {
      return { ok: false, failure }
    }
    const chains = chainOf(checkpoint)
    const isTrue = chains && sameBytes(await digestBytes(canonicalDocument(folded)), digest)
    if (!isTrue) return { ok: false, failure }
    const heads = Object.fromEntries([...chains].map(([device, { head }]) => [device, head.seq]))
    const hash = await sha256(state)
    const { heads: headRows, checkpoints, covered } = database
    return this.kept(() =>
      database.transaction('rw', headRows, checkpoints, covered, async () => {
        if ((await database.headsOf(document)).length > 0) throw new ChainMoved()
        await headRows.bulkAdd([...chains].map(([device, chain]) => headRowOfChain(document, device, chain)))
        await checkpoints.put({ document, heads, state, hash, entries })
        await covered.put({ document, copy: {}, checkpoint: heads, begins: heads })
      }),
    )
  }

  /** Read once: what is set aside is seldom looked at, and weighs. */
  private endedIn(document: DocumentName): Promise<ReadonlyMap<DeviceId, number>> {
    const known = this.ended.get(document) ?? this.readEnded(document)
    this.ended.set(document, known)
    return known
  }

  private async readEnded(document: DocumentName): Promise<ReadonlyMap<DeviceId, number>> {
    const ended = new Map<DeviceId, number>()
    await this.asideIn(document).each(({ device, seq, reason, from }) => {
      if (from === undefined || undecided.has(reason)) return
      ended.set(device, Math.min(seq, ended.get(device) ?? Infinity))
    })
    return ended
  }

  private asideIn(document: DocumentName, from = '', to = '\uffff') {
    const { quarantine } = this.parts.database
    return quarantine.where('[document+device+seq]').between([document, from, 0], [document, to, Infinity])
  }

  private async lot({ document, device, from, to }: Span) {
    const { entries } = this.parts.database
    const rows = await entries
      .where('[document+device+seq]')
      .between([document, device, from], [document, device, to], true, true)
      .limit(rowsAtOnce)
      .toArray()
    return { rows, isAll: rows.length < rowsAtOnce }
  }

  private async kept(write: () => PromiseLike<unknown>): Promise<Kept> {
    try {
      await write()
      return { ok: true }
    } catch (error) {
      return { ok: false, failure: saveFailureOf(error, this.parts.database.fenced) }
    }
  }
}

const setAsideOf = ({ document, device, seq, reason, bytes, from = '', settled }: QuarantineRow): SetAside => ({
  document,
  device,
  seq,
  reason,
  bytes,
  from,
  ...(settled && { settled }),
})

const entriesBetween = (from: Heads, to: Heads): number =>
  Object.entries(to).reduce((sum, [device, seq]) => sum + seq - (from[device] ?? 0), 0)

const sameSeqs = (one: Heads, other: Heads): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([device, seq]) => other[device] === seq)

const sameBytes = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])

const digestBytes = async (plain: PlainDocument): Promise<Bytes> =>
  Uint8Array.from((await digestOf(plain)).match(/../g) ?? [], pair => Number.parseInt(pair, 16))
