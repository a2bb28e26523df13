import { equalBytes, isNoHash, noHash, textBytes, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import { decodeEntry } from '../../../src/journal/entry.ts'
import { membershipDocument, type EntryDraft, type EntryHeader } from '../../../src/journal/header.ts'
import { nextStamp } from '../../../src/domain/kernel/stamp.ts'
import type { EntryCrypto } from '../../../src/sync/entry-crypto.ts'
import type { Chain, DeviceId } from '../../../src/workspace/journal-port.ts'
import type { Members } from '../../../src/sync/members-port.ts'
import { fromHex } from '../../journal/office.ts'
import type { Hand } from './cryptography.ts'
import type { MemoryDisk, Row, Run } from './memory-disk.ts'

export type Act =
  | Readonly<{
      act: 'admit'
      device: DeviceId
      person: string
      admin?: boolean
      reads: readonly string[]
      writes: readonly string[]
    }>
  | Readonly<{ act: 'remove'; device: DeviceId; cuts: Readonly<Record<string, { seq: number; hash: string }>> }>

type Granted = Readonly<{ admin: boolean; reads: readonly string[]; writes: readonly string[] }>
type Cut = Readonly<{ seq: number; hash: Bytes }>

const includes = (names: readonly string[], document: string): boolean =>
  names.includes('*') || names.includes(document.replace(/#\d+$/, ''))

type Parts = Readonly<{
  disk: MemoryDisk
  run: Run
  hand: Hand
  crypto: EntryCrypto
  founder: DeviceId
  now: () => number
}>

/**
 * A small stand-in for the membership log: signed entries, one chain per device, and a fold in which admissions add and removals take
 * away whatever the order. Enough for sync to have somebody to ask.
 */
export class OfficeMembers {
  private readonly parts: Parts
  private readonly listeners = new Set<() => void>()
  private readonly granted = new Map<DeviceId, Granted>()
  private readonly removed = new Map<DeviceId, Map<string, Cut>>()
  private readonly hashes = new Set<string>()
  private readonly early = new Map<string, Bytes>()
  private newest: Row | undefined

  constructor(parts: Parts) {
    this.parts = parts
    this.fold()
  }

  get port(): Members {
    return {
      standing: device => (this.removed.has(device) ? 'removed' : this.granted.has(device) ? 'member' : 'unknown'),
      mayWrite: ({ document, device, seq, hash }) => {
        const granted = this.granted.get(device)
        if (!granted) return 'unknown device'
        if (!includes(granted.writes, document)) return 'no grant'
        const cut = this.cutOf(document, device)
        if (!cut || seq < cut.seq) return 'yes'
        return seq === cut.seq && equalBytes(hash, cut.hash) ? 'yes' : 'beyond the cut'
      },
      mayRead: (device, document) =>
        !this.removed.has(device) && includes(this.granted.get(device)?.reads ?? [], document),
      mayVouch: (device, document) => this.mayVouch(device, document),
      cut: (document, device) => this.cutOf(document, device),
      knows: frontier => isNoHash(frontier) || this.hashes.has(toHex(frontier)),
      keyring: () => {
        throw new Error('keys are not asked for here')
      },
      heads: () => [...this.parts.disk.of(membershipDocument).chains.values()].map(({ head }) => head).sort(byDevice),
      take: entries => this.take(entries),
      onChange: listener => {
        this.listeners.add(listener)
        return () => this.listeners.delete(listener)
      },
    }
  }

  knowsDevice(device: DeviceId): boolean {
    return this.granted.has(device)
  }

  mayVouch(device: DeviceId, document: string): boolean {
    const granted = this.granted.get(device)
    return granted !== undefined && granted.admin && includes(granted.reads, document) && !this.removed.has(device)
  }

  readsHere(document: string): boolean {
    return includes(this.granted.get(this.parts.hand.device)?.reads ?? [], document)
  }

  frontier(): Bytes {
    return this.newest?.hash ?? noHash()
  }

  /** This device writes into the log. */
  async write(act: Act): Promise<void> {
    const { disk, run, hand, now } = this.parts
    const head = disk.of(membershipDocument).chains.get(hand.device)
    const draft: EntryDraft = {
      kind: 'membership',
      workspace: new Uint8Array(32),
      document: membershipDocument,
      device: hand.id,
      seq: (head?.head.seq ?? 0) + 1,
      prev: head?.head.hash ?? noHash(),
      deps: [],
      stamp: nextStamp(this.newest?.header.stamp ?? 0, now()),
      membership: this.frontier(),
      keyEpoch: 0,
      clients: [],
      command: null,
    }
    const sealed = await hand.seal(draft, textBytes(JSON.stringify(act)))
    await disk.commit(run, () => this.add(sealed.bytes, sealed.header, sealed.hash))
    this.changed()
  }

  private async take(entries: readonly Bytes[]): Promise<{ refused: number }> {
    const { disk, run, crypto } = this.parts
    let refused = 0
    for (const bytes of entries) {
      const decoded = decodeEntry(bytes)
      const isGood = decoded.ok && decoded.value.header.kind === 'membership' && (await crypto.isGenuine(decoded.value))
      if (decoded.ok && isGood) this.early.set(toHex(await crypto.hash(bytes)), bytes)
      else refused++
    }
    const next = this.nextOf()
    if (next.length === 0) return { refused }
    await disk.commit(run, () => {
      for (let more = this.nextOf(); more.length > 0; more = this.nextOf())
        for (const [hash, bytes, header] of more) {
          this.early.delete(hash)
          this.add(bytes, header, fromHex(hash))
        }
    })
    this.changed()
    return { refused }
  }

  /** Entries that continue a chain; what is here already is let go. */
  private nextOf(): readonly (readonly [string, Bytes, EntryHeader])[] {
    const { chains } = this.parts.disk.of(membershipDocument)
    return [...this.early].flatMap(([hash, bytes]) => {
      const decoded = decodeEntry(bytes)
      if (!decoded.ok) return []
      const { header } = decoded.value
      const here = chains.get(toHex(header.device))?.head.seq ?? 0
      if (header.seq <= here) this.early.delete(hash)
      return header.seq === here + 1 ? [[hash, bytes, header] as const] : []
    })
  }

  private add(bytes: Bytes, header: EntryHeader, hash: Bytes): void {
    const device = toHex(header.device)
    const head = { device: header.device, seq: header.seq, hash }
    const none = new Map<number, number>()
    const chain: Chain = {
      head,
      first: 1,
      stamp: header.stamp,
      clocks: none,
      written: none,
      seen: {},
      restsOnCut: false,
    }
    const row = { device, seq: header.seq, hash, bytes, header, counts: false, update: bytes, clocks: none }
    this.parts.disk.add(membershipDocument, [row], new Map([[device, chain]]))
  }

  private changed(): void {
    this.fold()
    for (const listener of this.listeners) listener()
  }

  private fold(): void {
    const rows = [...this.parts.disk.of(membershipDocument).rows.values()].flat()
    rows.sort((a, b) => a.header.stamp - b.header.stamp || (toHex(a.hash) < toHex(b.hash) ? -1 : 1))
    this.newest = rows.at(-1)
    this.granted.clear()
    this.removed.clear()
    this.hashes.clear()
    for (const row of rows) {
      this.hashes.add(toHex(row.hash))
      if (row.device === this.parts.founder || this.granted.get(row.device)?.admin) this.apply(actOf(row))
    }
  }

  private apply(act: Act): void {
    if (act.act === 'admit') {
      this.granted.set(act.device, { admin: act.admin ?? false, reads: act.reads, writes: act.writes })
      return
    }
    const cuts = this.removed.get(act.device) ?? new Map<string, Cut>()
    this.removed.set(act.device, cuts)
    for (const [document, { seq, hash }] of Object.entries(act.cuts))
      if (seq > (cuts.get(document)?.seq ?? 0)) cuts.set(document, { seq, hash: fromHex(hash) })
  }

  /** A removed device without a cut in a document has written nothing that counts there. */
  private cutOf(document: string, device: DeviceId): Cut | undefined {
    const cuts = this.removed.get(device)
    return cuts && (cuts.get(document) ?? { seq: 0, hash: noHash() })
  }
}

const byDevice = (a: { device: Bytes }, b: { device: Bytes }): number => (toHex(a.device) < toHex(b.device) ? -1 : 1)

const actOf = ({ bytes }: Row): Act => {
  const decoded = decodeEntry(bytes)
  if (!decoded.ok) throw new Error('not an entry')
  return JSON.parse(new TextDecoder().decode(decoded.value.ciphertext)) as Act
}
