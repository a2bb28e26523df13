import type { DocumentName } from '../domain/kernel/record.ts'
import { toHex } from '../journal/bytes.ts'
import type { Candidate } from './candidate.ts'
import { placeKey, type DeviceId, type Place } from '../workspace/journal-port.ts'
import { limits, type Limits } from './limits.ts'
import type { Wait } from './verdict.ts'

type Waiting = Readonly<{ document: DocumentName; candidate: Candidate; wait: Wait }>

const waitKey = (wait: Wait): string =>
  wait.for === 'entry' ? placeKey(wait.place) : wait.for === 'client' ? `client/${wait.client}` : wait.for

const within = (document: DocumentName, key: string): string => `${document}/${key}`

/** What waits for an entry waits for its place, or for what one of its Yjs clients writes. */
export const keysOfEntry = (device: DeviceId, seq: number, clients: Iterable<number>): readonly string[] => [
  placeKey({ device, seq }),
  ...Array.from(clients, client => `client/${client}`),
]

/**
 * Entries that came before what they rest on. In memory only: after a restart they are asked for again. Each bringer has a room of its
 * own, so that nobody can fill the others'; what finds no room is let go and asked for later.
 */
export class Held {
  private readonly limits: Pick<Limits, 'heldBytes' | 'heldEntries'>
  private readonly entries = new Map<string, Waiting>()
  private readonly byWait = new Map<string, Set<string>>()
  private readonly places = new Map<string, number>()
  private readonly rooms = new Map<DeviceId, Readonly<{ bytes: number; count: number }>>()

  constructor(receiver: Pick<Limits, 'heldBytes' | 'heldEntries'> = limits) {
    this.limits = receiver
  }

  /** False where the bringer's room is full. Holding the same entry twice is holding it once. */
  add(document: DocumentName, candidate: Candidate, wait: Wait): boolean {
    const hash = toHex(candidate.hash)
    if (this.entries.has(hash)) return true
    const { bytes, count } = this.rooms.get(candidate.from) ?? { bytes: 0, count: 0 }
    const { heldBytes, heldEntries } = this.limits
    if (bytes + candidate.bytes.length > heldBytes || count >= heldEntries) return false
    const waiting = { document, candidate, wait }
    this.entries.set(hash, waiting)
    this.account(waiting, 1)
    const key = within(document, waitKey(wait))
    this.byWait.set(key, (this.byWait.get(key) ?? new Set()).add(hash))
    return true
  }

  /** Takes out what waits for one of these. */
  wake(document: DocumentName, keys: readonly string[]): readonly Candidate[] {
    return keys.flatMap(key =>
      [...(this.byWait.get(within(document, key)) ?? [])].flatMap(hash => this.remove(hash)?.candidate ?? []),
    )
  }

  /**
   * Takes out whatever the membership log may have decided, in all documents: also what waits for an entry, for members may have taken
   * that one out, and nobody waits for it any more.
   */
  wakeMembers(): ReadonlyMap<DocumentName, readonly Candidate[]> {
    const woken = new Map<DocumentName, Candidate[]>()
    for (const [hash, { document, candidate, wait }] of this.entries) {
      if (wait.for === 'newer app') continue
      this.remove(hash)
      woken.set(document, [...(woken.get(document) ?? []), candidate])
    }
    return woken
  }

  has(document: DocumentName, place: Place): boolean {
    return this.places.has(within(document, placeKey(place)))
  }

  /** Entries that others wait for and which are not held themselves. */
  missing(document: DocumentName): readonly Place[] {
    const places = [...this.entries.values()].flatMap(one =>
      one.document === document && one.wait.for === 'entry' ? [one.wait.place] : [],
    )
    return places.filter(place => !this.has(document, place))
  }

  /** Lets go of what somebody brought. */
  drop(from: DeviceId): void {
    for (const [hash, { candidate }] of this.entries) if (candidate.from === from) this.remove(hash)
  }

  get size(): Readonly<{ entries: number; bytes: number }> {
    return { entries: this.entries.size, bytes: [...this.rooms.values()].reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  private remove(hash: string): Waiting | undefined {
    const waiting = this.entries.get(hash)
    if (!waiting) return undefined
    this.entries.delete(hash)
    this.account(waiting, -1)
    const key = within(waiting.document, waitKey(waiting.wait))
    const others = this.byWait.get(key)
    others?.delete(hash)
    if (others?.size === 0) this.byWait.delete(key)
    return waiting
  }

  /** Keeps count of rooms and places: two branches of a chain may hold the same place. */
  private account({ document, candidate }: Waiting, change: 1 | -1): void {
    const { from, device, bytes, parts } = candidate
    const room = this.rooms.get(from) ?? { bytes: 0, count: 0 }
    this.rooms.set(from, { bytes: room.bytes + change * bytes.length, count: room.count + change })
    const place = within(document, placeKey({ device, seq: parts.header.seq }))
    const count = (this.places.get(place) ?? 0) + change
    if (count > 0) this.places.set(place, count)
    else this.places.delete(place)
  }
}
