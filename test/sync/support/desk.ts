import { allRecords } from '../../../src/domain/records.ts'
import type { RecordDocument } from '../../../src/document/record-document.ts'
import type { Bytes } from '../../../src/journal/bytes.ts'
import type { EntryCrypto } from '../../../src/sync/entry-crypto.ts'
import { usualHabits, type Habits } from '../../../src/sync/habits.ts'
import type { Checks } from '../../../src/sync/judge.ts'
import type { Limits } from '../../../src/sync/limits.ts'
import type { Members } from '../../../src/sync/members-port.ts'
import { Replicator } from '../../../src/sync/replicator.ts'
import { Workspace } from '../../../src/workspace/workspace.ts'
import { memoryDisk, memoryPorts } from '../../support/memory-ports.ts'
import type { Cryptography, Hand } from './cryptography.ts'
import { MemoryDisk, type Run } from './memory-disk.ts'
import { MemoryJournal, updateOf } from './memory-journal.ts'
import { OfficeMembers } from './office-members.ts'
import type { VirtualTime } from './virtual-time.ts'

export type DeskParts = Readonly<{
  name: string
  person: string
  workspaceId: Bytes
  hand: Hand
  founder: string
  time: VirtualTime
  cryptography: Cryptography
  random: () => number
  /** Milliseconds this device's clock is wrong by. */
  skew?: () => number
  habits?: Habits
  checks?: Checks
  limits?: Limits
  /** Another opinion of the members than the log's. */
  opinion?: (members: Members) => Members
}>

/** One device: its disk outlives it, everything else is made anew each time it starts. */
export class Desk {
  readonly disk = new MemoryDisk()
  readonly parts: DeskParts
  members!: OfficeMembers
  journal!: MemoryJournal
  replicator!: Replicator
  workspace!: Workspace
  /** What is on the screen differs from the journal. */
  onStale: (document: string) => void = () => undefined
  private run: Run = { isDead: true }

  constructor(parts: DeskParts) {
    this.parts = parts
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

  /** Starts the app from what is on the disk. */
  start(): void {
    const { name, person, workspaceId, hand, founder, time, cryptography, random, skew, habits, checks } = this.parts
    const { limits, opinion = one => one } = this.parts
    const run = { isDead: false }
    this.run = run
    const clock = time.clock(random, skew)
    const everybody = cryptography.eyes({ device: () => true, document: () => true })
    this.members = new OfficeMembers({ disk: this.disk, run, hand, crypto: everybody, founder, now: clock.now })
    const members = this.members
    const eyes = cryptography.eyes({
      device: device => members.knowsDevice(device),
      document: document => members.readsHere(document),
    })
    this.journal = new MemoryJournal({
      disk: this.disk,
      run,
      hand,
      workspace: workspaceId,
      now: clock.now,
      frontier: () => members.frontier(),
      clientId: () => Math.floor(random() * 2 ** 32),
      mayVouch: document => members.mayVouch(hand.device, document),
      watch: work => time.watch(work),
      open: ({ plaintext }) => updateOf(plaintext),
    })
    const ports = memoryPorts(memoryDisk(), { tab: name, device: hand.device, clock: movingClock(clock.now) })
    const { tabs } = ports
    const announce: typeof tabs.announce = message => {
      if (message.kind === 'appended' && !run.isDead) void this.replicator.saved(message.document)
    }
    this.workspace = new Workspace(
      { id: 'w', actor: person },
      {
        ...ports,
        storage: this.journal.storage,
        jitter: random,
        randomBytes: count => Uint8Array.from({ length: count }, () => Math.floor(random() * 256)),
        tabs: { ...tabs, announce },
      },
      allRecords,
    )
    const { workspace } = this
    this.journal.opened = document => workspace.opened(document)?.document
    this.replicator = new Replicator({
      own: hand.device,
      workspace: workspaceId,
      members: opinion(members.port),
      journal: this.journal.port,
      crypto: watched(eyes, time),
      clock: { ...clock, after: (wait, work) => clock.after(wait, () => !run.isDead && work()) },
      habits: habits ?? usualHabits,
      ...(checks ? { checks } : {}),
      ...(limits ? { limits } : {}),
      onStale: document => this.onStale(document),
      onTaken: (document, heads) => void workspace.arrived(document, heads),
    })
  }

  /** The process is gone; its disk is not. */
  crash(): void {
    this.run.isDead = true
    this.replicator.close()
  }

  opened(document: string): RecordDocument {
    const open = this.workspace.opened(document)
    if (!open) throw new Error(`${document} is not open at ${this.name}`)
    return open.document
  }
}

const movingClock = (now: () => number) => ({
  get now() {
    return now()
  },
  set now(_: number) {
    throw new Error('time is moved by the test')
  },
})

const watched = (crypto: EntryCrypto, time: VirtualTime): EntryCrypto => ({
  hash: bytes => time.watch(crypto.hash(bytes)),
  isGenuine: parts => time.watch(crypto.isGenuine(parts)),
  open: parts => time.watch(crypto.open(parts)),
})
