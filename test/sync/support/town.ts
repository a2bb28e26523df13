import { chance } from '../../support/memory-office.ts'
import { quickHash } from './quick-hash.ts'
import { keyedCryptography, type Cryptography } from './cryptography.ts'
import { Desk, type DeskParts } from './desk.ts'
import { wire, type Fate, type Wire } from './memory-links.ts'
import { VirtualTime } from './virtual-time.ts'

type Newcomer = Partial<Pick<DeskParts, 'person' | 'skew' | 'habits' | 'checks' | 'limits' | 'opinion'>> &
  Readonly<{ admin?: boolean; reads?: readonly string[]; writes?: readonly string[] }>

/** What has gone over a line: which desk sent it. */
export type Sent = Readonly<{ from: string; to: string; message: Uint8Array }>

const everything = ['*']

/** People with a device each, in one workspace. The first of them founds it and admits the others. */
export class Town {
  readonly time = new VirtualTime()
  readonly desks: Desk[] = []
  readonly sent: Sent[] = []
  /** Milliseconds a message takes. */
  delay = 5
  private readonly cryptography: Cryptography
  private readonly random: () => number
  private readonly wires = new Map<string, Wire>()

  constructor(cryptography: Cryptography = keyedCryptography(), seed = 1) {
    this.cryptography = cryptography
    this.random = chance(seed)
  }

  /** Somebody joins, with a device of their own. */
  async join(name: string, newcomer: Newcomer = {}): Promise<Desk> {
    const { admin = this.desks.length === 0, reads = everything, writes = reads, ...rest } = newcomer
    const hand = await this.cryptography.makeHand(name)
    const [founder] = this.desks
    const desk = new Desk({
      name,
      person: name.toLowerCase(),
      workspaceId: quickHash(new Uint8Array(), 'town'),
      hand,
      founder: founder?.device ?? hand.device,
      time: this.time,
      cryptography: this.cryptography,
      random: this.random,
      ...rest,
    })
    this.desks.push(desk)
    await (founder ?? desk).members.write({ act: 'admit', device: desk.device, person: name, admin, reads, writes })
    const log = [...(founder ?? desk).disk.of('membership#1').rows.values()].flat()
    if (founder) await desk.members.port.take(log.map(({ bytes }) => bytes))
    return desk
  }

  /** How many messages somebody was sent so far. */
  sentTo({ name }: Desk): number {
    return this.sent.filter(({ to }) => to === name).length
  }

  /** Two devices find each other. */
  link(one: Desk, other: Desk, fate: Fate = () => [this.delay]): Wire {
    this.part(one, other)
    const line = wire(this.time, fate, (end, message) =>
      this.sent.push({ from: (end === 0 ? one : other).name, to: (end === 0 ? other : one).name, message }),
    )
    this.wires.set(pair(one, other), line)
    const [left, right] = line.ends
    one.replicator.attach({ link: left, peer: { device: other.device, person: other.parts.person } })
    other.replicator.attach({ link: right, peer: { device: one.device, person: one.parts.person } })
    return line
  }

  /** The line between them is cut. */
  part(one: Desk, other: Desk): void {
    this.wires.get(pair(one, other))?.cut()
    this.wires.delete(pair(one, other))
  }

  /** Everybody is linked with everybody. */
  linkAll(desks: readonly Desk[] = this.desks): void {
    for (const [index, one] of desks.entries()) for (const other of desks.slice(index + 1)) this.link(one, other)
  }

  pass(milliseconds: number): Promise<void> {
    return this.time.pass(milliseconds)
  }
}

const pair = (one: Desk, other: Desk): string => [one.name, other.name].sort().join(' – ')
