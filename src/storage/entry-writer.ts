import type { DocumentName } from '../domain/kernel/record.ts'
import { nextStamp } from '../domain/kernel/stamp.ts'
import { noHash } from '../journal/bytes.ts'
import type { CommandPart, EntryDraft, EntryRef } from '../journal/header.ts'
import { newlySeen } from '../journal/heads.ts'
import { encodePayload } from '../journal/payload.ts'
import type { JournalRefusal } from '../journal/refusal.ts'
import { sealEntry, type SealedEntry } from '../journal/seal.ts'
import type { Batch, Heads } from '../workspace/ports.ts'
import { seqsOf, type HeadRow, type WorkspaceDatabase } from './database.ts'
import type { Identity, SealingKey } from './identity.ts'
import { packUpdates, type Pack } from './pack.ts'
import { entryRowOf, headRowOf } from './rows.ts'

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
  private readonly database: WorkspaceDatabase
  private readonly identity: Identity
  private readonly now: () => number

  constructor(database: WorkspaceDatabase, identity: Identity, now: () => number) {
    this.database = database
    this.identity = identity
    this.now = now
  }

  /** Only under the append lock. Out: the heads behind the batch. Throws when anything fails; then nothing of the batch is there. */
  async write(batch: Batch): Promise<Readonly<{ heads: Heads; sealed: readonly SealedEntry[] }>> {
    const heads = await this.database.headsOf(batch.document)
    const { sealed, head } = await this.seal(batch, heads)
    const { entries, heads: headRows, activity } = this.database
    await this.database.transaction('rw', entries, headRows, activity, async () => {
      await Promise.all([
        entries.bulkAdd(sealed.map(entryRowOf)),
        headRows.put(head),
        batch.activity.length > 0 && activity.bulkAdd([...batch.activity]),
      ])
    })
    return { heads: seqsOf([...heads.filter(({ device }) => device !== head.device), head]), sealed }
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
      const place = { document, head, deps: causes[index] ?? [], command, newest: newestStamp(heads) }
      const next = await this.sealOne(place, key, pack, commands)
      sealed.push(next)
      head = headRowOf(next, { clocks: { ...head?.clocks, ...pack.clocks }, seen: seqsOf(foreign) })
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
      clients: Object.keys(clocks).map(Number),
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

/** Stamps follow causes: the next entry is later than everything this device has of the document. */
const newestStamp = (heads: readonly HeadRow[]): number => Math.max(0, ...heads.map(({ stamp }) => stamp))

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
