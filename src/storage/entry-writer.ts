import type { DocumentName } from '../domain/kernel/record.ts'
import { believable, nextStamp } from '../domain/kernel/stamp.ts'
import { noHash } from '../journal/bytes.ts'
import type { CommandPart, EntryDraft, EntryRef } from '../journal/header.ts'
import { newlySeen } from '../journal/heads.ts'
import { encodePayload } from '../journal/payload.ts'
import type { JournalRefusal } from '../journal/refusal.ts'
import { sealEntry, type SealedEntry } from '../journal/seal.ts'
import { beyondTheCut } from '../workspace/journal-port.ts'
import type { Batch, Heads } from '../workspace/ports.ts'
import { addRows } from './add-rows.ts'
import { seqsOf, type HeadRow, type WorkspaceDatabase } from './database.ts'
import type { Identity, SealingKey } from './identity.ts'
import { namesOf, type WorkspaceNames } from './names.ts'
import { packUpdates, type Pack } from './pack.ts'
import { entryRowOf, headRowOf } from './rows.ts'

/** Nobody loses this often; a mistake would otherwise turn without end. */
const mostAttempts = 16

/** An empty Yjs update: no structs, no deletions. Carries causes that found no room in the first entry. */
const nothing: Pack = { update: Uint8Array.of(0, 0), clocks: {} }

type EntryPlace = Readonly<{
  document: DocumentName
  head: HeadRow | undefined
  deps: readonly EntryRef[]
  command: CommandPart | null
  newest: number
}>
type Written = Readonly<{ sealed: readonly SealedEntry[]; head: HeadRow }>

/** Writes this device's own entries: packed, chained, sealed and signed first, then all of them in one transaction. */
export class EntryWriter {
  private readonly names: WorkspaceNames
  private readonly database: WorkspaceDatabase
  private readonly identity: Identity
  private readonly now: () => number
  /** Heads as this tab last wrote them. */
  private readonly known = new Map<DocumentName, readonly HeadRow[]>()
  private readonly causes = new Map<DocumentName, Heads>()

  constructor(database: WorkspaceDatabase, identity: Identity, now: () => number) {
    this.names = namesOf(identity.id)
    this.database = database
    this.identity = identity
    this.now = now
  }

  /**
   * Out: the heads behind the batch. Throws when anything fails; then nothing of the batch is there. Heads this tab wrote last save
   * the lock and a look at the disk: if another tab has gone on from them, the place in the chain is taken, and the lock gives
   * everyone a turn.
   */
  async write(batch: Batch): Promise<Heads> {
    const { document } = batch
    const known = this.known.get(document)
    this.known.delete(document)
    const mayGoOn = known && covers(seqsOf(known), this.causes.get(document) ?? {})
    const written = (mayGoOn && (await this.writeNext(batch, known))) || (await this.writeInTurn(batch))
    this.known.set(document, written)
    return seqsOf(written)
  }

  /** This tab has merged entries up to `heads`: what it writes from now on may rest on them, and has to name them as causes. */
  merged(document: DocumentName, heads: Heads): void {
    this.causes.set(document, heads)
  }

  /** As `tryWrite`, without a look at the heads: nothing has to come back before the disk may finish. */
  private async writeNext(batch: Batch, heads: readonly HeadRow[]): Promise<readonly HeadRow[] | undefined> {
    if (!this.database.isOpen()) return undefined
    const { sealed, head } = await this.seal(batch, heads)
    const rows = { entries: sealed.map(entryRowOf), heads: [head], activity: batch.activity }
    try {
      await addRows(this.database.backendDB(), rows)
    } catch (error) {
      if (isTaken(error) || isClosed(error)) return undefined
      throw error
    }
    return [...heads.filter(({ device }) => device !== head.device), head]
  }

  private writeInTurn(batch: Batch): Promise<readonly HeadRow[]> {
    return navigator.locks.request(this.names.appendLock, async () => {
      if (await this.isCut(batch.document)) throw new RightEnded()
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const written = await this.tryWrite(batch, await this.database.headsOf(batch.document))
        if (written) return written
      }
      throw new Error('other tabs write without end')
    })
  }

  /** Own entries lie beside that do not count. Members may still let them count; nothing else may take their places until then. */
  private async isCut(document: DocumentName): Promise<boolean> {
    const { device } = this.identity
    const aside = this.database.quarantine.where('[document+device+seq]')
    const own = aside.between([document, device, 0], [document, device, Infinity])
    return (await own.filter(({ reason }) => reason === beyondTheCut).count()) > 0
  }

  /** All rows in one transaction. Undefined when the heads have moved since they were read: then nothing was written. */
  private async tryWrite(batch: Batch, heads: readonly HeadRow[]): Promise<readonly HeadRow[] | undefined> {
    const { sealed, head } = await this.seal(batch, heads)
    const { entries, heads: headRows, activity } = this.database
    try {
      await this.database.transaction('rw', entries, headRows, activity, async () => {
        const [found] = await Promise.all([
          this.database.headsOf(batch.document),
          entries.bulkAdd(sealed.map(entryRowOf)),
          headRows.put(head),
          batch.activity.length > 0 && activity.bulkAdd([...batch.activity]),
        ])
        if (!sameHeads(heads, found)) throw new HeadsMoved()
      })
    } catch (error) {
      if (error instanceof HeadsMoved || isTaken(error)) return undefined
      throw error
    }
    return [...heads.filter(({ device }) => device !== head.device), head]
  }

  private async seal({ document, updates, commands }: Batch, heads: readonly HeadRow[]): Promise<Written> {
    const key = await this.identity.sealingKey(document, this.now())
    const own = heads.find(({ device }) => device === this.identity.device)
    const foreign = heads.filter(({ device }) => device !== this.identity.device)
    const causes = newlySeen(refsSeen(own, foreign), refs(foreign), this.identity.keys.id)
    const packed = packUpdates(updates, commands, heads, this.identity.keys.id)
    if (!packed.ok) throw new RefusedEntry(packed.refusal)
    const packs = [...causes.slice(1).map(() => nothing), ...packed.value]
    const series = packs.length > 1 && commands.length === 1 ? commands[0] : undefined
    const sealed: SealedEntry[] = []
    let head = own
    for (const [index, pack] of packs.entries()) {
      const command = series ? { id: series.id, part: index + 1, parts: packs.length } : null
      const place = { document, head, deps: causes[index] ?? [], command, newest: newestStamp(heads, this.now()) }
      const next = await this.sealOne(place, key, pack, commands)
      sealed.push(next)
      head = headBehind(head, next, pack, seqsOf(foreign))
    }
    if (!head) throw new Error('a batch without updates')
    return { sealed, head }
  }

  private async sealOne(
    { document, head, deps, command, newest }: EntryPlace,
    { epoch, key, membership }: SealingKey,
    { update, clocks }: Pack,
    commands: Batch['commands'],
  ): Promise<SealedEntry> {
    const { id: device, signing } = this.identity.keys
    const draft: EntryDraft = {
      kind: 'change',
      workspace: this.identity.membership.workspace,
      document,
      device,
      seq: (head?.ref.seq ?? 0) + 1,
      prev: head?.ref.hash ?? noHash(),
      deps,
      stamp: nextStamp(Math.max(newest, head?.stamp ?? 0), this.now()),
      membership,
      keyEpoch: epoch,
      clients: Object.keys(clocks)
        .map(Number)
        .sort((a, b) => a - b),
      command,
    }
    const sealed = await sealEntry(draft, encodePayload({ commands, update }), {
      signing: signing.privateKey,
      epoch: key,
    })
    if (!sealed.ok) throw new RefusedEntry(sealed.refusal)
    return sealed.value
  }
}

/** No reader would take it. It is a mistake in this app, not of the person: their edit stays in memory and is not called saved. */
class RefusedEntry extends Error {
  constructor(refusal: JournalRefusal) {
    super(JSON.stringify(refusal, (_, value: unknown) => (value instanceof Uint8Array ? value.length : value)))
  }
}

/** Members have taken this device's right to write. */
class RightEnded extends Error {}

/** Thrown to roll the transaction back. */
class HeadsMoved extends Error {}

/** The place in the chain is taken: another tab was faster. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ConstraintError' || error.message.includes('ConstraintError'))

/** The browser has closed the connection; Dexie opens it again, or says why not. */
const isClosed = (error: unknown): boolean => error instanceof Error && error.name === 'InvalidStateError'

const covers = (known: Heads, causes: Heads): boolean =>
  Object.entries(causes).every(([device, seq]) => (known[device] ?? 0) >= seq)

const sameHeads = (one: readonly HeadRow[], other: readonly HeadRow[]): boolean =>
  one.length === other.length &&
  one.every(({ device, ref }) => other.some(head => head.device === device && head.ref.seq === ref.seq))

/**
 * Stamps follow causes: the next entry is later than everything this device has of the document. A clock that runs far ahead is not
 * followed, or one device could push the stamps of all others out of what a header holds.
 */
const newestStamp = (heads: readonly HeadRow[], now: number): number =>
  Math.max(0, ...heads.map(({ stamp }) => believable(stamp, now)))

const headBehind = (head: HeadRow | undefined, next: SealedEntry, { clocks }: Pack, seen: Heads): HeadRow =>
  headRowOf(next, { clocks: { ...head?.clocks, ...clocks }, seen }, head && withWritten(head, clocks))

const withWritten = (head: HeadRow, clocks: Pack['clocks']): HeadRow =>
  head.written ? { ...head, written: { ...head.written, ...clocks } } : head

const refs = (heads: readonly HeadRow[]): ReadonlyMap<string, EntryRef> =>
  new Map(heads.map(({ device, ref }) => [device, ref]))

/** Which heads this device's entries have named already. */
const refsSeen = (own: HeadRow | undefined, heads: readonly HeadRow[]): ReadonlyMap<string, EntryRef> =>
  new Map(
    heads.flatMap(({ device, ref }) => {
      const seq = own?.seen[device]
      return seq === undefined ? [] : [[device, { ...ref, seq }] as const]
    }),
  )
