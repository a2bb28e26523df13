import { stampAt } from '../../../src/domain/kernel/stamp.ts'
import { sha256, textBytes, type Bytes } from '../../../src/journal/bytes.ts'
import { countingKeys } from '../../../src/journal/membership-keys.ts'
import { membersOf } from '../../../src/sync/members-of.ts'
import type { Members } from '../../../src/sync/members-port.ts'
import { Replicator } from '../../../src/sync/replicator.ts'
import { headsOf } from '../../../src/workspace/journal-port.ts'
import * as Y from 'yjs'
import type { Cryptography, Hand } from '../../sync/support/cryptography.ts'
import { MemoryDisk, type Run } from '../../sync/support/memory-disk.ts'
import { MemoryJournal, updateOf } from '../../sync/support/memory-journal.ts'
import { quickHash } from '../../sync/support/quick-hash.ts'
import type { VirtualTime } from '../../sync/support/virtual-time.ts'
import type { Defences } from './defences.ts'
import { LogKeeper } from './log-keeper.ts'
import { canonicalOf, Notebook } from './notebook.ts'

export type PeerParts = Readonly<{
  name: string
  person: string
  hand: Hand
  workspace: Bytes
  time: VirtualTime
  cryptography: Cryptography
  isQuick: boolean
  random: () => number
  defences: Defences
  onSaved: (peer: Peer, document: string, seq: number) => void
}>

/** What a document says, by its journal: a fold without records. */
export const foldOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/** The digest of documents that are no records; without a thread where nobody asks for one. */
class PeerJournal extends MemoryJournal {
  screen: (document: string) => Y.Doc | undefined = () => undefined
  isQuick = true

  override get port() {
    const { port } = { port: super.port }
    return {
      ...port,
      digest: async (document: string, heads: Readonly<Record<string, number>>, afresh: boolean) => {
        const here = headsOf(await port.ledger(document))
        const isSame = Object.keys(here).length === Object.keys(heads).length
        if (!isSame || !Object.entries(here).every(([device, seq]) => heads[device] === seq)) return undefined
        const text = canonicalOf((afresh ? undefined : this.screen(document)) ?? (await this.foldNow(document)))
        return this.isQuick ? quickHash(textBytes(text)) : this.parts.watch(sha256(textBytes(text)))
      },
    }
  }

  async foldNow(document: string): Promise<Y.Doc> {
    return foldOf((await this.storage.since(document, {})).updates)
  }
}

/** One device: its disk outlives it, everything else is made anew each time it starts. */
export class Peer {
  readonly disk = new MemoryDisk()
  readonly parts: PeerParts
  keeper!: LogKeeper
  members!: Members
  journal!: PeerJournal
  replicator!: Replicator
  notebook!: Notebook
  /** Milliseconds its clock is wrong by. */
  skew = 0
  /** Does whatever it likes; nothing is asked of it. */
  isRogue = false
  /** An app that knows more than the others: it sends what they do not know. */
  isNewer = false
  /** Puts the disk back to an older state. */
  putBack: (() => void) | undefined
  wasPutBack = false
  private run: Run = { isDead: true }

  constructor(parts: PeerParts) {
    this.parts = parts
    this.disk.onDeath = () => this.replicator.close()
    this.start()
  }

  get name(): string {
    return this.parts.name
  }

  get device(): string {
    return this.parts.hand.device
  }

  get isRunning(): boolean {
    return !this.run.isDead
  }

  get clock() {
    return this.parts.time.clock(this.parts.random, () => this.skew)
  }

  start(): void {
    const { hand, workspace, time, cryptography, random, defences, isQuick } = this.parts
    const run = { isDead: false }
    this.run = run
    const { clock, disk } = this
    const anybody = cryptography.eyes({ device: () => true, document: () => true })
    this.keeper = new LogKeeper({ disk, run, hand, workspace, crypto: anybody, now: clock.now })
    const { keeper } = this
    const eyes = cryptography.eyes({
      device: device => keeper.knowsDevice(device),
      document: (document, epoch) => keeper.holds(document, epoch),
    })
    this.members = membersOf(keeper, clock.now)
    this.journal = new PeerJournal({
      disk,
      run,
      hand,
      workspace,
      now: clock.now,
      frontier: () => keeper.membership().frontier,
      clientId: () => Math.floor(random() * 2 ** 32),
      keyEpoch: document => keeper.sealsWith(document) ?? 1,
      mayVouch: document => this.members.mayVouch(hand.device, document),
      watch: work => time.watch(work),
      open: ({ plaintext }) => updateOf(plaintext),
    })
    this.journal.isQuick = isQuick
    this.notebook = new Notebook(this.journal, hand.device, (document, seq) => {
      if (run.isDead) return
      this.parts.onSaved(this, document, seq)
      void this.replicator.saved(document)
    })
    const { notebook } = this
    this.journal.screen = document => notebook.doc(document)
    this.replicator = new Replicator({
      own: hand.device,
      workspace,
      members: this.isRogue ? this.members : defences.members(this.members, hand.device),
      journal: this.journal.port,
      crypto: defences.crypto({
        hash: bytes => time.watch(eyes.hash(bytes)),
        isGenuine: parts => time.watch(eyes.isGenuine(parts)),
        open: parts => time.watch(eyes.open(parts)),
      }),
      clock: { ...clock, after: (wait, work) => clock.after(wait, () => !run.isDead && work()) },
      habits: defences.habits,
      checks: defences.checks,
      limits: defences.limits,
      onTaken: document => void notebook.arrived(document),
    })
  }

  /** The process is gone; its disk is not. */
  crash(): void {
    this.run.isDead = true
    this.replicator.close()
  }

  /** Whether it may write in a document and has a key to do it with. */
  mayWrite(document: string): boolean {
    const { keeper, device } = this
    if (!keeper.isFounded() || !this.members.mayRead(device, document)) return false
    if (keeper.sealsWith(document) === undefined) return false
    const next = (this.disk.ledger(document).chains.get(device)?.head.seq ?? 0) + 1
    const { hand } = this.parts
    const stamp = stampAt(this.clock.now())
    return this.members.mayWrite({ document, device, seq: next, hash: hand.id, stamp }) === 'yes'
  }

  /** The documents whose newest key this device has. */
  keysHeld(document: string) {
    return countingKeys(this.keeper.membership(), document)
  }
}
