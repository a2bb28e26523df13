import { nextStamp } from '../../../src/domain/kernel/stamp.ts'
import { toHex, type Bytes } from '../../../src/journal/bytes.ts'
import { decodeEntry, type EntryParts } from '../../../src/journal/entry.ts'
import { membershipDocument } from '../../../src/journal/header.ts'
import { holdersOf } from '../../../src/journal/key-holders.ts'
import {
  decodeAct,
  encodeAct,
  type ActName,
  type ActOf,
  type MembershipAct,
} from '../../../src/journal/membership-act.ts'
import { membershipDraft } from '../../../src/journal/membership-draft.ts'
import type { LogAct, LogEntry } from '../../../src/journal/membership-entry.ts'
import { countingKeys } from '../../../src/journal/membership-keys.ts'
import { whyMayNot } from '../../../src/journal/membership-standing.ts'
import { foldFounded, type Membership } from '../../../src/journal/membership.ts'
import type { Keyring } from '../../../src/journal/seal.ts'
import type { EntryCrypto } from '../../../src/sync/entry-crypto.ts'
import type { MembershipHere } from '../../../src/sync/members-of.ts'
import type { Chain } from '../../../src/workspace/journal-port.ts'
import type { Hand } from '../../sync/support/cryptography.ts'
import type { MemoryDisk, Run } from '../../sync/support/memory-disk.ts'

type KeeperParts = Readonly<{
  disk: MemoryDisk
  run: Run
  hand: Hand
  workspace: Bytes
  /** Whose signatures can be told at all. */
  crypto: EntryCrypto
  now: () => number
}>

type Waiting = Readonly<{ bytes: Bytes; hash: Bytes; parts: EntryParts; act: MembershipAct }>

const none = new Map<number, number>()
const folded = new Map<string, Membership>()

/** The same set of entries gives the same membership: in a simulator it is folded once for all devices. */
const foldOnce = (workspace: Bytes, entries: ReadonlyMap<string, LogEntry>): Membership => {
  const key = [...entries.keys()].sort().join()
  const known = folded.get(key)
  if (known) return known
  if (folded.size > 500) folded.clear()
  const membership = foldFounded({ workspace, entries: new Map(entries), held: new Map(), verifyKeys: new Map() })
  folded.set(key, membership)
  return membership
}

/** A device is known by the key it signs with; here its id is that key. */
const logActOf = (act: MembershipAct): LogAct => {
  if (act.act !== 'found' && act.act !== 'admit' && act.act !== 'recover') return act
  const { signingPublic, sealingPublic, person } = act.certificate
  const device = { id: signingPublic, key: toHex(signingPublic), signingPublic, sealingPublic, person }
  return { ...(act as ActOf<Extract<ActName, 'found' | 'admit' | 'recover'>>), device } as LogAct
}

/**
 * The membership log of one device on its disk: the real acts, the real fold, signed as all entries are. Certificates and wrapped keys are
 * blank: who holds a key is read from the log.
 */
export class LogKeeper implements MembershipHere {
  private readonly parts: KeeperParts
  private readonly entries = new Map<string, LogEntry>()
  private readonly waiting = new Map<string, Waiting>()
  private readonly listeners = new Set<() => void>()
  private now: Membership | undefined
  private turn: Promise<unknown> = Promise.resolve()

  constructor(parts: KeeperParts) {
    this.parts = parts
    for (const { bytes, hash } of this.rows()) {
      const decoded = decodeEntry(bytes)
      const act = decoded.ok ? decodeAct(decoded.value.ciphertext) : decoded
      if (decoded.ok && act.ok) this.put({ bytes, hash, parts: decoded.value, act: act.value })
    }
  }

  membership(): Membership {
    this.now ??= foldOnce(this.parts.workspace, this.entries)
    return this.now
  }

  keyring(): Keyring {
    throw new Error('keys are not asked for here')
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** All entries, for somebody who joins. */
  log(): readonly Bytes[] {
    return this.rows().map(({ bytes }) => bytes)
  }

  isFounded(): boolean {
    return this.entries.size > 0
  }

  knowsDevice(device: string): boolean {
    return this.membership().view.history.welcomes.ofDevice.has(device)
  }

  /** Whether this device was ever handed a key of this epoch. */
  holds(document: string, epoch: number): boolean {
    const { history } = this.membership().view
    const made = history.keys.get(document)?.filter(({ act }) => act.keys.epoch === epoch) ?? []
    return made.some(key => holdersOf(history, key).has(this.parts.hand.device))
  }

  /** The epoch this device seals with; undefined where it holds no key. */
  sealsWith(document: string): number | undefined {
    const membership = this.membership()
    const { device } = this.parts.hand
    return countingKeys(membership, document).find(made => holdersOf(membership.view.history, made).has(device))?.act
      .keys.epoch
  }

  /** Says something, unless it would not count. Out: whether it was said. */
  say(act: MembershipAct, isForced = false): Promise<boolean> {
    return this.inTurn(() => this.sayNow(act, isForced))
  }

  take(offered: readonly Bytes[]): Promise<{ refused: number }> {
    return this.inTurn(() => this.takeNow(offered))
  }

  /** One word after the other, as under a lock: two at once would take one place. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.turn.catch(() => undefined).then(work)
    this.turn = turn
    return turn
  }

  private async sayNow(act: MembershipAct, isForced: boolean): Promise<boolean> {
    const { disk, run, hand, workspace, now } = this.parts
    const membership = this.isFounded() ? this.membership() : undefined
    const refusal = membership && whyMayNot(membership, hand.id, logActOf(act), now())
    if (refusal && !isForced) return false
    const newest = Math.max(0, ...[...this.entries.values()].map(({ stamp }) => stamp))
    const draft = membershipDraft(workspace, membership, hand.id, nextStamp(newest, now()))
    const sealed = await hand.seal(draft, encodeAct(act))
    const decoded = decodeEntry(sealed.bytes)
    if (!decoded.ok) throw new Error('nobody could read this act')
    await disk.commit(run, () => this.store({ ...sealed, parts: decoded.value, act }))
    this.changed()
    return true
  }

  private async takeNow(offered: readonly Bytes[]): Promise<{ refused: number }> {
    const { disk, run } = this.parts
    let refused = 0
    for (const bytes of offered) {
      const looked = await this.look(bytes)
      if (!looked) refused++
      else if (!this.entries.has(toHex(looked.hash))) this.waiting.set(toHex(looked.hash), looked)
    }
    if (this.ripe().length === 0) return { refused }
    await disk.commit(run, () => {
      for (let ripe = this.ripe(); ripe.length > 0; ripe = this.ripe()) for (const one of ripe) this.store(one)
    })
    this.changed()
    return { refused }
  }

  private async look(bytes: Bytes): Promise<Waiting | undefined> {
    const decoded = decodeEntry(bytes)
    if (!decoded.ok || decoded.value.header.kind !== 'membership') return undefined
    const act = decodeAct(decoded.value.ciphertext)
    if (!act.ok || !(await this.parts.crypto.isGenuine(decoded.value))) return undefined
    return { bytes, hash: await this.parts.crypto.hash(bytes), parts: decoded.value, act: act.value }
  }

  /** What can take its place now. Of two words of one device for one place the first that came stays. */
  private ripe(): readonly Waiting[] {
    const seqs = this.parts.disk.of(membershipDocument).chains
    return [...this.waiting].flatMap(([key, one]) => {
      const { device, seq } = one.parts.header
      const next = (seqs.get(toHex(device))?.head.seq ?? 0) + 1
      if (seq < next) this.waiting.delete(key)
      return seq === next && parentsOf(one.parts).every(hash => this.entries.has(hash)) ? [one] : []
    })
  }

  private store(one: Waiting): void {
    this.waiting.delete(toHex(one.hash))
    this.put(one)
    const { header } = one.parts
    const device = toHex(header.device)
    const head = { device: header.device, seq: header.seq, hash: one.hash }
    const { stamp, seq } = header
    const chain: Chain = { head, first: 1, stamp, clocks: none, written: none, seen: {}, restsOnCut: false }
    const row = {
      device,
      seq,
      hash: one.hash,
      bytes: one.bytes,
      header,
      counts: false,
      update: one.bytes,
      clocks: none,
    }
    this.parts.disk.add(membershipDocument, [row], new Map([[device, chain]]))
  }

  private put({ hash, parts, act }: Waiting): void {
    const { header } = parts
    const parents = parentsOf(parts)
    this.now = undefined
    this.entries.set(toHex(hash), {
      hash: toHex(hash),
      ref: { device: header.device, seq: header.seq, hash },
      device: toHex(header.device),
      stamp: header.stamp,
      parents,
      behind: toHex(header.membership),
      depth: Math.max(0, ...parents.map(parent => this.entries.get(parent)?.depth ?? 0)) + 1,
      act: logActOf(act),
    })
  }

  private rows() {
    const rows = [...this.parts.disk.of(membershipDocument).rows.values()].flat()
    return rows.sort((a, b) => a.order - b.order)
  }

  private changed(): void {
    for (const listener of this.listeners) listener()
  }
}

const parentsOf = ({ header: { seq, prev, deps } }: EntryParts): readonly string[] => [
  ...(seq === 1 ? [] : [toHex(prev)]),
  ...deps.map(({ hash }) => toHex(hash)),
]
