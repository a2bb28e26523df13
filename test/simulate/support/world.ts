import { toHex, type Bytes } from '../../../src/journal/bytes.ts'
import { chance } from '../../support/memory-office.ts'
import { keyedCryptography, type Cryptography, type Hand } from '../../sync/support/cryptography.ts'
import { wire, type Fate, type Wire } from '../../sync/support/memory-links.ts'
import { quickHash } from '../../sync/support/quick-hash.ts'
import { VirtualTime } from '../../sync/support/virtual-time.ts'
import type { Defences } from './defences.ts'
import { Peer } from './peer.ts'

/** What must never be, and was seen all the same. */
export type Violation = Readonly<{ law: string; detail: string }>

/** An edit that was called saved. */
export type Saved = Readonly<{ by: Peer; document: string; seq: number; hash: string }>

/** Something of a card that was called saved. */
export type Kept = Readonly<{ by: Peer; document: string; card: string; cell: string }>

type Line = Readonly<{ wire: Wire; pair: readonly [Peer, Peer] }>

export type WorldParts = Readonly<{
  seed: number
  defences: Defences
  cryptography?: Cryptography
  /** Whether hashes need no thread. */
  isQuick?: boolean
}>

export const workspaceId = quickHash(new Uint8Array(), 'workspace')
export const names = 'Anna Ben Cem Dora Emil Fatma Gül Hanno Ida Jan Kai Lena'.split(' ')
export const personOf = (name: string): string => name.toLowerCase().replace('ü', 'ue')

/** Devices in one workspace with everything between them: lines, time, disks, and somebody who sees all of it. */
export class World {
  readonly time = new VirtualTime()
  readonly peers: Peer[] = []
  readonly violations: Violation[] = []
  readonly log: string[] = []
  readonly saved: Saved[] = []
  /** Cards that were called saved, and cells that only newer apps know. */
  readonly kept: Kept[] = []
  /** Persons and documents: whose word was taken away at some time. */
  readonly left = new Set<string>()
  /** Who has ever put their name under which entry, by its hash. */
  readonly written = new Map<string, string>()
  /** Sees everything that is sent. */
  onSent: (from: Peer, to: Peer, message: Bytes) => void = () => undefined
  /** Sees every line that ends. */
  onEnd: (one: Peer, other: Peer, why: string) => void = () => undefined
  /** How the lines behave at the moment. */
  isPerfect = false
  readonly random: () => number
  private readonly parts: WorldParts
  private readonly begun = this.time.now
  private waits = 0
  private readonly cryptography: Cryptography
  private readonly lines = new Map<string, Line>()

  constructor(parts: WorldParts) {
    this.parts = parts
    this.random = chance(parts.seed)
    this.cryptography = parts.cryptography ?? keyedCryptography()
  }

  violate(law: string, detail: string): void {
    this.violations.push({ law, detail })
  }

  async join(name: string, person = personOf(name)): Promise<Peer> {
    const { defences, isQuick = true } = this.parts
    const made = await this.cryptography.makeHand(name)
    const hand: Hand = {
      ...made,
      seal: async (draft, plaintext) => {
        const sealed = await this.time.watch(made.seal(draft, plaintext))
        this.written.set(toHex(sealed.hash), made.device)
        return sealed
      },
    }
    const peer = new Peer({
      name,
      person,
      hand,
      workspace: workspaceId,
      time: this.time,
      cryptography: this.cryptography,
      isQuick,
      random: this.random,
      defences,
      onSaved: (by, document, seq) => this.noteSaved(by, document, seq),
    })
    this.peers.push(peer)
    return peer
  }

  private noteSaved(by: Peer, document: string, seq: number): void {
    const row = by.disk.at(document, by.device, seq)
    if (row) this.saved.push({ by, document, seq, hash: toHex(row.hash) })
  }

  /** Lets so much time pass at the end of this step. */
  wait(milliseconds: number): void {
    this.waits += milliseconds
  }

  takeWait(): number {
    const waits = this.waits
    this.waits = 0
    return waits
  }

  /** Begins something that may never end, because a process dies in the middle of it. What it says when it is done goes into the log. */
  async begin(work: () => Promise<string | undefined>): Promise<void> {
    const at = this.time.now
    work().then(
      done => void (done && this.log.push(`${((at - this.begun) / 1_000).toFixed(2)} ${done}`)),
      () => undefined,
    )
    await this.time.settle()
  }

  /** Waits for something while time goes on. Undefined where it never ends. */
  async finish<Value>(work: Promise<Value>): Promise<Value | undefined> {
    const state: { isOver: boolean; value?: Value } = { isOver: false }
    work.then(
      value => Object.assign(state, { isOver: true, value }),
      () => Object.assign(state, { isOver: true }),
    )
    await this.time.settle()
    for (let step = 0; step < 50 && !state.isOver; step++) await this.time.pass(20)
    return state.value
  }

  peerOf(device: string): Peer | undefined {
    return this.peers.find(peer => peer.device === device)
  }

  isLinked(one: Peer, other: Peer): boolean {
    return this.lines.get(pairOf(one, other))?.wire.isOpen ?? false
  }

  /** Two devices that know of each other find each other. */
  link(one: Peer, other: Peer): boolean {
    if (one === other || !one.isRunning || !other.isRunning || this.isLinked(one, other)) return false
    if (!one.keeper.isFounded() || !other.keeper.isFounded()) return false
    this.part(one, other)
    const line = wire(
      this.time,
      this.fate,
      (end, message) => this.onSent(end === 0 ? one : other, end === 0 ? other : one, message),
      () => (this.isPerfect || this.random() > 0.05 ? 0 : Math.floor(this.random() * 300)),
    )
    this.lines.set(pairOf(one, other), { wire: line, pair: [one, other] })
    line.ends[0].onClose(why => this.onEnd(one, other, why))
    one.replicator.attach({ link: line.ends[0], peer: { device: other.device, person: other.parts.person } })
    other.replicator.attach({ link: line.ends[1], peer: { device: one.device, person: one.parts.person } })
    return true
  }

  part(one: Peer, other: Peer): void {
    this.lines.get(pairOf(one, other))?.wire.cut()
  }

  partAll(): void {
    for (const { wire: line } of this.lines.values()) line.cut()
  }

  /** The lines one device has, with who is at their other ends. */
  linesOf(peer: Peer): readonly (readonly [Peer, Wire['ends'][number]])[] {
    return [...this.lines.values()]
      .filter(({ wire: line, pair }) => line.isOpen && pair.includes(peer))
      .map(({ wire: { ends }, pair }) => (pair[0] === peer ? [pair[1], ends[0]] : [pair[0], ends[1]]))
  }

  /** Lost, late, twice, out of order. */
  private readonly fate: Fate = () => {
    if (this.isPerfect) return [5]
    const luck = this.random()
    const late = 2 + Math.floor(this.random() * 40)
    if (luck < 0.02) return []
    if (luck < 0.04) return [late, late + Math.floor(this.random() * 2_000)]
    return luck < 0.08 ? [late + Math.floor(this.random() * 900)] : [late]
  }
}

const pairOf = (one: Peer, other: Peer): string => [one.name, other.name].sort().join('–')
