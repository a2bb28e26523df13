import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { fromHex } from '../journal/bytes.ts'
import type { DocumentCut } from '../journal/cut.ts'
import type { Leaving } from '../journal/remove-devices.ts'
import type { Maker, WriteRefusal } from '../journal/write-acts.ts'
import type { MemberRefusal, MemberRole } from '../workspace/sync-port.ts'
import type { Clock } from './clock-port.ts'
import type { OwnDevice } from './own-device.ts'

type Parts = Readonly<{
  own: OwnDevice
  clock: Clock
  /** How far devices' entries are accepted here, in every document: what a removal says. Ids in hexadecimal. */
  cuts(devices: readonly string[]): Promise<readonly DocumentCut[]>
}>

/** Whoever can hand out a key waits a little, give or take: not all who can shall do it at once. Milliseconds. */
const tendAfter = 1_000
const tendSpread = 4_000

/** Seldom needed: fetched when somebody decides, or something is due. */
const acts = () => import('./admin-acts.ts')

type Said<Word> = Promise<Result<Word, MemberRefusal>>

/** What the person here decides about members, and what follows from it for keys. Each is a word in the membership log, or a refusal. */
export class Administering {
  private readonly parts: Parts
  private stopTending: (() => void) | undefined

  constructor(parts: Parts) {
    this.parts = parts
  }

  async removeDevices(devices: readonly string[]): Said<'removed'> {
    const cuts = await this.parts.cuts(devices)
    return this.remove({ devices: devices.map(fromHex), people: [], cuts })
  }

  async removePerson(person: string): Said<'removed'> {
    return this.remove({ devices: [], people: [person], cuts: await this.parts.cuts(this.devicesOf(person)) })
  }

  /** Lets a member administer all that the person here administers. Refused where that is nothing. */
  async makeAdmin(person: string): Said<'admin'> {
    const { own, clock } = this.parts
    const { adminActs } = await acts()
    return this.say('admin', adminActs(own, person, clock.now()))
  }

  /** Refused where the person here does not administer the document. */
  async setAccess(person: string, document: DocumentName, role: MemberRole | 'none'): Said<'set'> {
    const { own, clock, cuts } = this.parts
    const { accessActs } = await acts()
    const accepted = await cuts(this.devicesOf(person))
    return this.say('set', accessActs(own, { person, document, role, cuts: accepted }, clock.now()))
  }

  /** The log has grown: what it leaves to do is seen to a little later. */
  membersChanged(): void {
    this.stopTending?.()
    const { clock } = this.parts
    this.stopTending = clock.after(tendAfter + clock.jitter() * tendSpread, () => {
      // What could not be fetched or said now is due again with the next word of the log.
      this.tend().catch(() => undefined)
    })
  }

  close(): void {
    this.stopTending?.()
  }

  private devicesOf(person: string): readonly string[] {
    return this.parts.own.membership().people.get(person)?.devices ?? []
  }

  private async remove(leaving: Leaving): Said<'removed'> {
    const { own, clock } = this.parts
    const { removalActs } = await acts()
    return this.say('removed', removalActs(own, leaving, clock.now()))
  }

  private async say<Word>(word: Word, makers: readonly Maker[]): Said<Word> {
    try {
      const changed = await this.parts.own.change(makers)
      return changed.ok ? ok(word) : refuse({ because: refusalOf(changed.refusal) })
    } catch {
      return refuse({ because: 'notSaved' })
    }
  }

  private async tend(): Promise<void> {
    const { own, clock } = this.parts
    if (own.membership().devices.get(own.device)?.isRemoved !== false) return
    const { dueActs } = await acts()
    for (const act of dueActs(own, clock.now())) await this.say('done', [act])
  }
}

const refusalOf = ({ because }: WriteRefusal): MemberRefusal['because'] =>
  because === 'nobody would be admin' ? 'nobodyWouldBeAdmin' : 'mayNot'
