import * as Y from 'yjs'
import { canonicalDocument, digestOf } from '../../../src/document/canonical.ts'
import { RecordDocument } from '../../../src/document/record-document.ts'
import { nextStamp } from '../../../src/domain/kernel/stamp.ts'
import { allRecords } from '../../../src/domain/records.ts'
import { noHash, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import type { Checkpoint } from '../../../src/journal/checkpoint.ts'
import type { EntryDraft } from '../../../src/journal/header.ts'
import { newlySeen } from '../../../src/journal/heads.ts'
import { decodePayload, encodePayload } from '../../../src/journal/payload.ts'
import type { HeadRow } from '../../../src/storage/database.ts'
import { packUpdates, type Pack } from '../../../src/storage/pack.ts'
import {
  headsOf,
  placeKey,
  type AdmittedEntry,
  type Chain,
  type DeviceId,
  type Journal,
  type Kept,
} from '../../../src/workspace/journal-port.ts'
import type { Batch, DocumentStorage, Heads, SaveFailure } from '../../../src/workspace/ports.ts'
import { fromHex } from '../../journal/office.ts'
import type { Hand } from './cryptography.ts'
import { memoryCheckpoint } from './memory-checkpoint.ts'
import { chainBehind, foreignRefs, refsSeen } from './memory-chain.ts'
import { asidePort, ownIsCut } from './memory-aside.ts'
import type { MemoryDisk, Row, Run } from './memory-disk.ts'

export type MemoryJournalParts = Readonly<{
  disk: MemoryDisk
  run: Run
  hand: Hand
  workspace: Bytes
  now: () => number
  /** What the next entry says of the membership log. */
  frontier: () => Bytes
  /** Yjs client id of the next document that is opened. */
  clientId: () => number
  /** The key the next entry of a document is sealed with; the first when nothing is said. */
  keyEpoch?: (document: string) => number
  /** Whether a checkpoint of this device would be believed. */
  mayVouch: (document: string) => boolean
  /** Waits for work of a real thread: hashes of larger things. */
  watch: <Value>(work: Promise<Value>) => Promise<Value>
  /** Opens what was admitted. */
  open: (entry: AdmittedEntry) => Uint8Array
}>

const failure: SaveFailure = { because: 'storageFull', detail: 'The disk is full' }
const nothing: Pack = { update: Uint8Array.of(0, 0), clocks: {} }

/** A journal in memory: entries are sealed and chained as on a real disk, and what is not committed dies with the run. */
export class MemoryJournal {
  protected readonly parts: MemoryJournalParts
  private turn: Promise<unknown> = Promise.resolve()
  /** Documents as the screen has them, for the digest. */
  opened: (document: string) => RecordDocument | undefined = () => undefined

  constructor(parts: MemoryJournalParts) {
    this.parts = parts
  }

  /** For the replicator. */
  get port(): Journal {
    const { disk } = this.parts
    return {
      documents: async () => disk.read(() => this.names()),
      ledger: async document => disk.read(() => disk.ledger(document)),
      hashes: async (document, places) =>
        new Map(
          places.flatMap(place => {
            const row = disk.read(() => disk.at(document, place.device, place.seq))
            return row ? [[placeKey(place), row.hash]] : []
          }),
        ),
      entries: async (spans, bytes) => {
        const rows = spans.flatMap(({ document, device, from, to }) =>
          disk.read(() => disk.behind(document, device, from - 1)).slice(0, to - from + 1),
        )
        return withinBytes(rows.sort(byStamp), bytes)
      },
      append: (document, entries, chains, isStill) => this.admit(document, entries, chains, isStill),
      ...asidePort(this.parts, work => this.inTurn(work)),
      digest: async (document, heads, afresh) => {
        const here = disk.read(() => disk.ledger(document))
        if (JSON.stringify(sorted(headsOf(here))) !== JSON.stringify(sorted(heads))) return undefined
        const open = afresh ? undefined : this.opened(document)
        return fromHex(await this.parts.watch(digestOf(canonicalDocument(open ?? this.fold(document)))))
      },
      checkpoint: document => this.parts.watch(memoryCheckpoint(document, this.fold(document), this.parts)),
      begin: (document, checkpoint, entries) => this.begin(document, checkpoint, entries),
    }
  }

  /** For the workspace. */
  get storage(): DocumentStorage {
    const { disk, clientId } = this.parts
    return {
      load: async (document, into) => {
        into.ydoc.clientID = clientId()
        into.mergeAll(this.updates(document, {}), 'storage')
        return { heads: headsOf(disk.ledger(document)), findings: [], folds: disk.of(document).folds }
      },
      append: batch => this.inTurn(() => this.write(batch)),
      since: async (document, seen) => ({
        updates: this.updates(document, seen),
        heads: headsOf(disk.ledger(document)),
        folds: disk.of(document).folds,
      }),
      picture: async () => undefined,
      storeCopy: async () => undefined,
      documents: async () => this.names(),
      activity: async () => [],
      wroteHere: async (document, client) =>
        disk.of(document).chains.get(this.parts.hand.device)?.written.has(client) ?? false,
      close: async () => undefined,
    }
  }

  /** The document as the journal alone gives it. */
  fold(document: string): RecordDocument {
    const folded = new RecordDocument(document, allRecords, this.parts.now)
    folded.mergeAll(this.updates(document, {}), 'storage')
    return folded
  }

  private names(): readonly string[] {
    return [...this.parts.disk.documents].flatMap(([name, { chains }]) =>
      chains.size > 0 && name !== 'membership#1' ? [name] : [],
    )
  }

  private updates(document: string, seen: Heads): readonly Uint8Array[] {
    const { chains, beginning } = this.parts.disk.of(document)
    const isBehind = Object.entries(beginning?.seqs ?? {}).some(([device, seq]) => seq > (seen[device] ?? 0))
    const rows = [...chains.keys()].flatMap(device => this.parts.disk.behind(document, device, seen[device] ?? 0))
    const updates = rows.filter(({ counts }) => counts).sort((a, b) => a.order - b.order)
    return [...(beginning && isBehind ? [beginning.state] : []), ...updates.map(({ update }) => update)]
  }

  /** Own writing and the entries of others take turns, as they do under one transaction. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.turn.catch(() => undefined).then(work)
    this.turn = turn
    return turn
  }

  private async kept(write: () => void): Promise<Kept> {
    const { disk, run } = this.parts
    try {
      await disk.commit(run, write)
      return { ok: true }
    } catch {
      return { ok: false, failure }
    }
  }

  private admit(
    document: string,
    entries: readonly AdmittedEntry[],
    chains: ReadonlyMap<DeviceId, Chain>,
    isStill: () => boolean,
  ) {
    return this.inTurn(async () => {
      const { disk, open } = this.parts
      const rows = entries.map(entry => ({
        ...entry,
        device: toHex(entry.header.device),
        seq: entry.header.seq,
        update: open(entry),
      }))
      return this.kept(() => {
        if (!isStill()) throw new Error('members have spoken')
        disk.add(document, rows, chains)
      })
    })
  }

  private async write(batch: Batch) {
    const { disk, run, hand } = this.parts
    const { chains } = disk.of(batch.document)
    const own = chains.get(hand.device)
    const isCut = ownIsCut(disk, batch.document, hand.device)
    if (isCut) return { ok: false as const, failure }
    const heads = [...chains].map(([device, chain]) => headRowOf(batch.document, device, chain))
    const packed = packUpdates(batch.updates, batch.commands, heads, hand.id)
    // Made on what was taken out a moment before: it is made anew when the document has been read.
    const isBehind =
      disk.of(batch.document).folds > 0 && !packed.ok && packed.refusal.because === 'dependency is missing'
    if (isBehind) return { ok: false as const, failure }
    if (!packed.ok) throw new Error(`own edit refused: ${JSON.stringify(packed.refusal)}`)
    const causes = newlySeen(refsSeen(own, chains), foreignRefs(chains, hand.device), hand.id)
    const packs = [...causes.slice(1).map(() => nothing), ...packed.value]
    const series = packs.length > 1 && batch.commands.length === 1 ? batch.commands[0] : undefined
    const rows: Omit<Row, 'order'>[] = []
    let chain = own
    for (const [index, pack] of packs.entries()) {
      const command = series ? { id: series.id, part: index + 1, parts: packs.length } : null
      const draft = { ...this.draft(batch.document, chain, chains, pack), deps: causes[index] ?? [], command }
      const sealed = await hand.seal(draft, encodePayload({ commands: batch.commands, update: pack.update }))
      chain = chainBehind(chain, sealed, pack, chains, hand.device)
      const clocks = new Map(Object.entries(pack.clocks).map(([client, clock]) => [Number(client), clock]))
      rows.push({ ...sealed, device: hand.device, seq: sealed.header.seq, counts: true, update: pack.update, clocks })
    }
    const moved = chain ? new Map([[hand.device, chain]]) : new Map<DeviceId, Chain>()
    try {
      await disk.commit(run, () => disk.add(batch.document, rows, moved))
    } catch {
      return { ok: false as const, failure }
    }
    return { ok: true as const, heads: headsOf(disk.ledger(batch.document)) }
  }

  private draft(
    document: string,
    chain: Chain | undefined,
    chains: ReadonlyMap<DeviceId, Chain>,
    { clocks }: Pack,
  ): EntryDraft {
    const { hand, workspace, now, frontier } = this.parts
    const newest = Math.max(0, ...[...chains.values()].map(({ stamp }) => stamp), chain?.stamp ?? 0)
    return {
      kind: 'change',
      workspace,
      document,
      device: hand.id,
      seq: (chain?.head.seq ?? 0) + 1,
      prev: chain?.head.hash ?? noHash(),
      deps: [],
      stamp: nextStamp(newest, now()),
      membership: frontier(),
      keyEpoch: this.parts.keyEpoch?.(document) ?? 1,
      clients: Object.keys(clocks)
        .map(Number)
        .sort((a, b) => a - b),
      command: null,
    }
  }

  private async begin(document: string, { heads, state }: Checkpoint, entries: readonly Bytes[]) {
    const { disk, run } = this.parts
    const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
    const chains = heads.map(({ clients, ...head }): [DeviceId, Chain] => {
      const own = new Map(clients.map(client => [client, clocks.get(client) ?? 0]))
      const device = toHex(head.device)
      return [device, { head, first: head.seq + 1, stamp: 0, clocks: own, written: own, seen: {}, restsOnCut: false }]
    })
    const seqs = Object.fromEntries(heads.map(({ device, seq }) => [toHex(device), seq]))
    await disk.commit(run, () => {
      const on = disk.of(document)
      on.beginning = { state, entries, seqs, chains: new Map(chains) }
      for (const [device, chain] of chains) on.chains.set(device, chain)
    })
    return { ok: true as const }
  }
}

const sorted = (heads: Heads) => Object.entries(heads).sort(([a], [b]) => (a < b ? -1 : 1))
const byStamp = (a: Row, b: Row): number =>
  a.header.stamp - b.header.stamp || (a.device < b.device ? -1 : 1) || a.seq - b.seq

const withinBytes = (rows: readonly Row[], bytes: number): readonly Bytes[] => {
  let sum = 0
  const end = rows.findIndex(row => (sum += row.bytes.length) > bytes)
  return rows.slice(0, end < 0 ? rows.length : Math.max(1, end)).map(row => row.bytes)
}

const headRowOf = (document: string, device: DeviceId, { head, stamp, clocks, seen }: Chain): HeadRow => ({
  document,
  device,
  ref: head,
  stamp,
  clocks: Object.fromEntries(clocks),
  seen,
})

/** What the workspace merges of an entry. */
export const updateOf = (plaintext: Uint8Array): Uint8Array => decodePayload(plaintext)?.update ?? Uint8Array.of(0, 0)
