import { isSamePlace, type Onlooker, type Whereabouts } from '../workspace/presence.ts'
import type { DeviceId } from '../workspace/journal-port.ts'
import type { Clock } from './clock-port.ts'
import type { Members } from './members-port.ts'
import type { Message } from './messages.ts'
import type { OwnDevice } from './own-device.ts'
import { openWhereabouts, sealWhereabouts } from './whereabouts.ts'

export type PresenceParts = Readonly<{
  own: Pick<OwnDevice, 'device' | 'actor' | 'keys' | 'membership'>
  members: Pick<Members, 'mayRead'>
  clock: Clock
  linked(): readonly DeviceId[]
  say(device: DeviceId, message: Message): boolean
  /** The workspace does not want it: nothing is said, and what is heard is not looked at. */
  isOff(): boolean
  onChange(others: readonly Onlooker[]): void
}>

/** Milliseconds between two words to all: what changes faster is said a moment later, as it is then. */
const pace = 1_000
/** Who stays where they are says so again. */
const again = 10_000
/** Of whom nothing was heard for so long is not here any more. */
const patience = 30_000
/** A device that says more than this is not listened to: honest ones keep the pace above. */
const leastPause = pace / 2

type Heard = Readonly<{ onlooker: Onlooker | undefined; at: number; heardAt: number; forget: () => void }>

/**
 * Who looks where right now, told from device to device over the links that are there, and to those alone who may read the team. It is kept
 * in memory for half a minute and nowhere else.
 */
export class Presence {
  private readonly parts: PresenceParts
  private readonly heard = new Map<DeviceId, Heard>()
  /** Devices that have been told of a place, and have to hear when it is left. */
  private readonly told = new Set<DeviceId>()
  private place: Whereabouts | undefined
  private saidAt = -Infinity
  private stopSaying: (() => void) | undefined
  private isClosed = false

  constructor(parts: PresenceParts) {
    this.parts = parts
  }

  /** Here the person looks now; undefined: nowhere. */
  look(place: Whereabouts | undefined): void {
    if (isSamePlace(place, this.place)) return
    this.place = place
    this.sayIn(this.untilNext())
  }

  /** Somebody is linked now who was not, or the workspace has decided otherwise. */
  tellAgain(): void {
    if (this.parts.isOff()) this.forgetAll()
    if (this.place || this.told.size > 0) this.sayIn(this.untilNext())
  }

  /** What a linked device has said. */
  async hear(device: DeviceId, sealed: Uint8Array): Promise<void> {
    const { own, clock } = this.parts
    const before = this.heard.get(device)
    if (this.parts.isOff() || (before && clock.steady() - before.heardAt < leastPause)) return
    const { devices, verifyKeys, workspace } = own.membership()
    const [sender, verifyKey] = [devices.get(device), verifyKeys.get(device)]
    if (!sender || sender.isRemoved || !verifyKey) return
    const opened = await openWhereabouts(sealed, own.keys, { id: sender.id, verifyKey }, workspace)
    if (!opened || this.isClosed || opened.at <= (this.heard.get(device)?.at ?? 0)) return
    const { place } = opened
    const isShown = place && sender.person !== own.actor && this.parts.members.mayRead(device, place.document)
    this.note(device, opened.at, isShown ? { ...place, person: sender.person } : undefined)
  }

  close(): void {
    this.isClosed = true
    this.stopSaying?.()
    this.forgetAll()
  }

  private untilNext(): number {
    return Math.max(0, this.saidAt + pace - this.parts.clock.steady())
  }

  private sayIn(wait: number): void {
    if (this.isClosed) return
    this.stopSaying?.()
    this.stopSaying = this.parts.clock.after(wait, () => void this.say())
  }

  private async say(): Promise<void> {
    const { clock, linked, isOff } = this.parts
    this.saidAt = clock.steady()
    const place = isOff() ? undefined : this.place
    if (place) this.sayIn(again)
    const at = clock.now()
    await Promise.all(linked().map(device => this.sayTo(device, at, place)))
  }

  private async sayTo(device: DeviceId, at: number, place: Whereabouts | undefined): Promise<void> {
    const { own, members, say } = this.parts
    const mayKnow = place && members.mayRead(device, place.document)
    if (!mayKnow && !this.told.has(device)) return
    const { devices, workspace } = own.membership()
    const to = devices.get(device)
    const sealed = to && (await sealWhereabouts({ at, place: mayKnow ? place : undefined }, own.keys, to, workspace))
    if (!sealed || this.isClosed || !say(device, { type: 'presence', sealed })) return
    if (mayKnow) this.told.add(device)
    else this.told.delete(device)
  }

  private note(device: DeviceId, at: number, onlooker: Onlooker | undefined): void {
    const { clock } = this.parts
    this.heard.get(device)?.forget()
    const forget = clock.after(patience, () => {
      this.heard.delete(device)
      this.changed()
    })
    this.heard.set(device, { onlooker, at, heardAt: clock.steady(), forget })
    this.changed()
  }

  private forgetAll(): void {
    if (this.heard.size === 0) return
    for (const { forget } of this.heard.values()) forget()
    this.heard.clear()
    this.changed()
  }

  private changed(): void {
    this.parts.onChange([...this.heard.values()].flatMap(({ onlooker }) => onlooker ?? []))
  }
}
