import { hashNow, noHash, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import type { DocumentCut } from '../../src/journal/cut.ts'
import type { EntryRef } from '../../src/journal/header.ts'
import type { AdmittedDevice, LogAct, LogEntry } from '../../src/journal/membership-entry.ts'
import { foldFounded, type Membership } from '../../src/journal/membership.ts'
import type { Role } from '../../src/journal/role.ts'
import { stampAt } from '../../src/domain/kernel/stamp.ts'

/**
 * A town whose membership log needs no keys: entries as they stand in the graph once everything about them was checked. Who knows what is said
 * entry by entry, so that people can be apart.
 */

export type Device = AdmittedDevice & Readonly<{ name: string }>

const hashOf = (text: string): Bytes => hashNow(textBytes(text))

export const deviceOf = (person: string, name = `${person}s Laptop`): Device => {
  const id = hashOf(name)
  return { name, person, id, key: toHex(id), signingPublic: id, sealingPublic: id }
}

/** Noon of a day in December 2026, in milliseconds UTC. */
export const noonOf = (day: number): number => Date.UTC(2026, 11, day, 12)

const certificateOf = ({ signingPublic, sealingPublic, person }: Device) => ({
  signingPublic,
  sealingPublic,
  person,
  signature: noHash(),
})

const wrappedFor = (devices: readonly Device[]) => devices.map(({ id }) => ({ device: id, secret: Uint8Array.of(1) }))

export const found = (device: Device): LogAct => ({
  act: 'found',
  rootKey: noHash(),
  certificate: certificateOf(device),
  device,
  keys: { document: 'workspace#1', epoch: 1, wrapped: wrappedFor([device]) },
})

export const recover = (device: Device): LogAct => ({ act: 'recover', certificate: certificateOf(device), device })

export const admit = (device: Device, issuer: Bytes = noHash()): LogAct => ({
  act: 'admit',
  certificate: { ...certificateOf(device), issuer },
  device,
})

export const grant = (
  person: string,
  role: Role,
  document = 'workspace#1',
  { end = 0, cuts = [] }: { end?: number; cuts?: readonly DocumentCut[] } = {},
): LogAct => ({ act: 'grant', person, document, role, end, cuts })

export const remove = (who: Device | string, cuts: readonly DocumentCut[] = []): LogAct => ({
  act: 'remove',
  devices: typeof who === 'string' ? [] : [who.id],
  people: typeof who === 'string' ? [who] : [],
  cuts,
})

export const open = (document: string, ...devices: Device[]): LogAct => ({
  act: 'open document',
  keys: { document, epoch: 1, wrapped: wrappedFor(devices) },
})

export const rotate = (document: string, epoch: number, ...devices: Device[]): LogAct => ({
  act: 'next epoch',
  keys: { document, epoch, wrapped: wrappedFor(devices) },
})

export const share = (document: string, made: LogEntry, epoch: number, ...devices: Device[]): LogAct => ({
  act: 'share keys',
  document,
  shares: devices.map(({ id }) => ({ epoch, key: made.ref.hash, device: id, secret: Uint8Array.of(2) })),
})

/** The last entry of a device that counts; `seq` 0: none does. */
export const cut = (document: string, ...heads: readonly [device: Device, seq: number][]): DocumentCut => ({
  document,
  heads: heads.map(([{ id }, seq]) => ({ device: id, seq, hash: contentHash(id, seq) })),
})

/** The hash of an entry somewhere in a document. */
export const contentHash = (device: Bytes, seq: number): Bytes => hashOf(`${toHex(device)} ${seq}`)

export type Said = Readonly<{
  /** What the writer knows beside their own previous entry; everything when nothing is said. */
  knowing?: readonly LogEntry[]
  /** Milliseconds UTC. */
  at?: number
  /** Goes on from here instead of the device's last entry, as a device does that forks its chain; null: from its beginning. */
  from?: LogEntry | null
}>

export class Town {
  readonly entries: LogEntry[] = []
  private readonly last = new Map<string, LogEntry>()
  private readonly seed: string

  constructor(seed = 'Musterstadt') {
    this.seed = seed
  }

  say(by: Device, act: LogAct, { knowing = this.tips(), at = noonOf(1), from }: Said = {}): LogEntry {
    const previous = from === undefined ? this.last.get(by.key) : (from ?? undefined)
    const parents = [...new Set([...(previous ? [previous] : []), ...knowing])]
    const hash = hashOf(`${this.seed} ${this.entries.length}`)
    const ref: EntryRef = { device: by.id, seq: (previous?.ref.seq ?? 0) + 1, hash }
    const depth = Math.max(0, ...parents.map(parent => parent.depth)) + 1
    const entry: LogEntry = {
      hash: toHex(hash),
      ref,
      device: by.key,
      stamp: stampAt(at),
      parents: parents.map(parent => parent.hash),
      behind: '',
      depth,
      act,
    }
    this.entries.push(entry)
    this.last.set(by.key, entry)
    return entry
  }

  /** What nobody has gone on from yet. */
  tips(): readonly LogEntry[] {
    const named = new Set(this.entries.flatMap(({ parents }) => parents))
    return this.entries.filter(({ hash }) => !named.has(hash))
  }

  membership(entries: readonly LogEntry[] = this.entries): Membership {
    return foldFounded({
      workspace: noHash(),
      entries: new Map(entries.map(entry => [entry.hash, entry])),
      held: new Map(),
      verifyKeys: new Map(),
    })
  }
}

/** Who is a member, with their role in the document every member reads. */
export const rolesIn = ({ people }: Membership): Record<string, Role> =>
  Object.fromEntries(
    [...people]
      .filter(([, { role }]) => role !== 'none')
      .map(([id, { role }]): [string, Role] => [id, role])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** Jana founds Musterstadt, Cem and Dörte are admins beside her, Emil writes, Fatma reads. */
export const musterstadt = (seed?: string) => {
  const town = new Town(seed)
  const [jana, cem, doerte, emil, fatma] = ['jana', 'cem', 'doerte', 'emil', 'fatma'].map(name => deviceOf(name)) as [
    Device,
    Device,
    Device,
    Device,
    Device,
  ]
  town.say(jana, found(jana))
  for (const [device, role] of [
    [cem, 'admin'],
    [doerte, 'admin'],
    [emil, 'writer'],
    [fatma, 'reader'],
  ] as const) {
    town.say(jana, admit(device))
    town.say(jana, grant(device.person, role))
  }
  const [base] = town.tips()
  return { town, jana, cem, doerte, emil, fatma, base: base! }
}

/** The members of Musterstadt with their roles, and all but some of them. */
export const everybody = { cem: 'admin', doerte: 'admin', emil: 'writer', fatma: 'reader', jana: 'admin' } as const
export const without = (...people: (keyof typeof everybody)[]): Record<string, Role> =>
  Object.fromEntries(Object.entries(everybody).filter(([name]) => !people.some(person => person === name)))
