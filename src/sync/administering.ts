import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { fromHex, type Bytes } from '../journal/bytes.ts'
import type { DocumentCut } from '../journal/cut.ts'
import { adminsLacking } from '../journal/admins-lacking.ts'
import { grantRole } from '../journal/grant-role.ts'
import { keysLacking, rotationsDue } from '../journal/keys-due.ts'
import { roleIn } from '../journal/membership-rights.ts'
import { removeDevices } from '../journal/remove-devices.ts'
import { rotateKey } from '../journal/rotate-key.ts'
import type { Maker, WriteRefusal } from '../journal/write-acts.ts'
import type { MemberRefusal, MemberRole } from '../workspace/sync-port.ts'
import { handOutKeys } from './admit.ts'
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
    const { adminActs } = await import('./admin-acts.ts')
    return this.say('admin', adminActs(own, person, clock.now()))
  }

  /** Refused where the person here does not administer the document. */
  async setAccess(person: string, document: DocumentName, role: MemberRole | 'none'): Said<'set'> {
    const { own, clock, cuts } = this.parts
    const { accessActs } = await import('./admin-acts.ts')
    const accepted = await cuts(this.devicesOf(person))
    return this.say('set', accessActs(own, { person, document, role, cuts: accepted }, clock.now()))
  }

  /** The log has grown: what it leaves to do is seen to a little later. */
  membersChanged(): void {
    this.stopTending?.()
    const { clock } = this.parts
    this.stopTending = clock.after(tendAfter + clock.jitter() * tendSpread, () => void this.tend())
  }

  close(): void {
    this.stopTending?.()
  }

  private devicesOf(person: string): readonly string[] {
    return this.parts.own.membership().people.get(person)?.devices ?? []
  }

  private remove(
    leaving: Readonly<{ devices: Bytes[]; people: string[]; cuts: readonly DocumentCut[] }>,
  ): Said<'removed'> {
    const { own, clock } = this.parts
    return this.say('removed', [membership => removeDevices(membership, own.keys, leaving, clock.now())])
  }

  private async say<Word>(word: Word, makers: readonly Maker[]): Said<Word> {
    try {
      const changed = await this.parts.own.change(makers)
      return changed.ok ? ok(word) : refuse({ because: refusalOf(changed.refusal) })
    } catch {
      return refuse({ because: 'notSaved' })
    }
  }

  /** What the log leaves to do for whoever can: a team that an admin does not know yet, keys that lie with somebody who left, and keys that somebody lacks. */
  private async tend(): Promise<void> {
    const { own, clock } = this.parts
    const [membership, now] = [own.membership(), clock.now()]
    if (membership.devices.get(own.device)?.isRemoved !== false) return
    for (const grant of adminsLacking(membership, own.actor, now))
      await this.say('granted', [known => grantRole(known, own.keys, grant, now)])
    const isAdmin = (document: string): boolean => roleIn(membership, own.actor, document, now) === 'admin'
    for (const document of rotationsDue(membership, now).filter(isAdmin))
      await this.say('rotated', [known => rotateKey(known, own.keys, document, now)])
    if (keysLacking(own.membership(), now).length > 0) await this.say('handed', [handOutKeys(own.keys, now)])
  }
}

const refusalOf = ({ because }: WriteRefusal): MemberRefusal['because'] =>
  because === 'nobody would be admin' ? 'nobodyWouldBeAdmin' : 'mayNot'
