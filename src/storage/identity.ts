import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { fromHex, toHex, type Bytes } from '../journal/bytes.ts'
import { keyringOf, type MemberKeyring } from '../journal/keyring.ts'
import type { DeviceKeys } from '../journal/keys.ts'
import { currentKey } from '../journal/membership-keys.ts'
import { emptyLog, type MembershipLog } from '../journal/membership-log.ts'
import { isMember, roleOf } from '../journal/membership-view.ts'
import { foldLog, type Membership } from '../journal/membership.ts'
import { openDocument } from '../journal/open-document.ts'
import type { Maker, WriteRefusal } from '../journal/write-acts.ts'
import type { Access } from '../workspace/access-port.ts'
import type { WorkspaceDatabase } from './database.ts'
import { readLog, storedEntries, takeMembership, writeMembership } from './membership-writer.ts'
import { namesOf } from './names.ts'

/** Why a workspace that is in the list cannot be opened. */
export type IdentityRefusal = Readonly<{
  because: 'workspaceIsGone' | 'newerVersion' | 'membershipIsBroken' | 'storageFailed'
  detail: string
}>

/** The key a document's next entry is sealed with, and the membership its writer knows. */
export type SealingKey = Readonly<{ epoch: number; key: CryptoKey; membership: Bytes }>

/** Who this device is in one workspace: its keys, and everybody's by the membership log. */
export class Identity {
  /** The workspace's id, in hexadecimal. */
  readonly id: string
  /** The person's id; what they do is recorded under it. */
  readonly actor: string
  readonly keys: DeviceKeys
  /** The device's id, in hexadecimal. */
  readonly device: string
  membership: Membership
  keyring: MemberKeyring
  private readonly database: WorkspaceDatabase
  private log: MembershipLog
  private readonly listeners = new Set<() => void>()

  private constructor(database: WorkspaceDatabase, own: Readonly<{ keys: DeviceKeys; person: string }>, known: Known) {
    this.database = database
    this.keys = own.keys
    this.actor = own.person
    this.device = toHex(own.keys.id)
    this.log = known.log
    this.membership = known.membership
    this.keyring = known.keyring
    this.id = toHex(known.membership.workspace)
  }

  /** Reads keys and membership log. Refuses a database that is empty, or whose log does not fold. */
  static async open(database: WorkspaceDatabase, workspace: string): Promise<Result<Identity, IdentityRefusal>> {
    // Asked for at once: the first paint waits for the answers.
    const [own, log] = await Promise.all([database.keys.get('device'), readLog(database, emptyLog(fromHex(workspace)))])
    if (own?.id !== 'device') return refuse({ because: 'workspaceIsGone', detail: 'no device key' })
    const membership = foldLog(log)
    if (!membership.ok) return refuse({ because: 'membershipIsBroken', detail: membership.refusal.because })
    database.markFounded()
    return ok(new Identity(database, own, await knownFrom(log, membership.value, own.keys)))
  }

  /** Another tab or device may have written into the membership log. */
  async refresh(): Promise<void> {
    const log = await readLog(this.database, this.log)
    const membership = foldLog(log)
    if (log !== this.log && membership.ok) this.know(await knownFrom(log, membership.value, this.keys))
  }

  /**
   * Says something in the membership log, durably. In: what to say, one maker after the other; milliseconds UTC. Refuses what would not count;
   * then nothing was written. Throws when storage refuses.
   */
  changeMembership(makers: readonly Maker[], now: number): Promise<Result<Membership, WriteRefusal>> {
    return navigator.locks.request(namesOf(this.id).appendLock, () => this.write(makers, now))
  }

  /**
   * Brings membership entries of others in, durably. In: entries as bytes from anywhere, in any order; milliseconds UTC. Out: how many were
   * refused for good; what comes too early is held. Throws when storage refuses.
   */
  takeMembership(entries: readonly Bytes[], now: number): Promise<Readonly<{ refused: number }>> {
    return navigator.locks.request(namesOf(this.id).appendLock, async () => {
      const { log, refused } = await takeMembership(this.database, this.log, entries, now)
      const membership = foldLog(log)
      if (log !== this.log && membership.ok) this.know(await knownFrom(log, membership.value, this.keys))
      return { refused }
    })
  }

  /** Every entry of the membership log that lies here, as bytes: what a new device is told. Throws when storage refuses. */
  async membershipEntries(): Promise<readonly Bytes[]> {
    return (await storedEntries(this.database)).map(({ bytes }) => bytes)
  }

  /** Calls back when this device has come to know more of the log. Out: what ends it. */
  onMembership(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /**
   * The key for a document's next entry: the newest this device holds. A document that nobody has opened yet is opened: its own key, in a
   * membership entry. Only under the append lock, so that two tabs do not both open it. `now`: milliseconds UTC.
   */
  async sealingKey(document: DocumentName, now: number): Promise<SealingKey> {
    if (!currentKey(this.membership, document)) await this.refresh()
    if (!currentKey(this.membership, document)) await this.openDocument(document, now)
    const newest = this.keyring.sealingKey(document)
    if (!newest) throw new Error(`no key for ${document}`)
    return { ...newest, membership: this.membership.frontier }
  }

  /**
   * What the person here may do with a document now; `now`: milliseconds UTC. A document that nobody has opened is for whoever writes first.
   * Who was removed goes on with what lies here: what comes of it the others say.
   */
  accessTo(document: DocumentName, now: number): Access {
    const { view, devices } = this.membership
    if (devices.get(this.device)?.isRemoved !== false || !currentKey(this.membership, document)) return 'write'
    const role = isMember(view, this.actor, now) ? roleOf(view, this.actor, document, now) : 'none'
    if (role === 'none') return 'none'
    return role === 'reader' ? 'read' : 'write'
  }

  private async openDocument(document: DocumentName, now: number): Promise<void> {
    const opened = await this.write([membership => openDocument(membership, this.keys, document, now)], now)
    if (!opened.ok) throw new Error(opened.refusal.because)
  }

  /** Only under the append lock. */
  private async write(makers: readonly Maker[], now: number): Promise<Result<Membership, WriteRefusal>> {
    const written = await writeMembership(this.database, this.keys, this.log, makers, now)
    if (!written.ok) return written
    const { log, membership } = written.value
    this.know(await knownFrom(log, membership, this.keys))
    return ok(membership)
  }

  private know({ log, membership, keyring }: Known): void {
    this.log = log
    this.membership = membership
    this.keyring = keyring
    for (const listener of this.listeners) listener()
  }
}

type Known = Readonly<{ log: MembershipLog; membership: Membership; keyring: MemberKeyring }>

const knownFrom = async (log: MembershipLog, membership: Membership, keys: DeviceKeys): Promise<Known> => ({
  log,
  membership,
  keyring: await keyringOf(membership, keys),
})
