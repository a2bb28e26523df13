import { firstEpoch, encodeAct, wrapEpoch } from '../journal/membership-act.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import { membershipDocument } from '../journal/header.ts'
import { makeEpochSecret, type DeviceKeys } from '../journal/keys.ts'
import { foldMembership, keyringOf, membershipDraft, type Membership } from '../journal/membership.ts'
import { sealEntry, type Keyring } from '../journal/seal.ts'
import { nextStamp } from '../domain/kernel/stamp.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { WorkspaceDatabase } from './database.ts'
import { entryRowOf, headRowOf } from './rows.ts'

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
  keyring: Keyring
  private readonly database: WorkspaceDatabase

  private constructor(
    database: WorkspaceDatabase,
    own: Readonly<{ keys: DeviceKeys; person: string }>,
    known: Readonly<{ membership: Membership; keyring: Keyring }>,
  ) {
    this.database = database
    this.keys = own.keys
    this.actor = own.person
    this.device = toHex(own.keys.id)
    this.membership = known.membership
    this.keyring = known.keyring
    this.id = toHex(known.membership.workspace)
  }

  /** Reads keys and membership log. Refuses a database that is empty, or whose log does not fold. */
  static async open(database: WorkspaceDatabase, workspace: string): Promise<Result<Identity, IdentityRefusal>> {
    // Asked for at once: the first paint waits for the answers.
    const [own, log] = await Promise.all([database.keys.get('device'), readLog(database)])
    if (own?.id !== 'device') return refuse({ because: 'workspaceIsGone', detail: 'no device key' })
    const known = await foldLog(log, bytesOf(workspace), own.keys)
    if (!known.ok) return known
    database.markFounded()
    return ok(new Identity(database, own, known.value))
  }

  /** Another tab or device may have written into the membership log. */
  async refresh(): Promise<void> {
    const known = await foldLog(await readLog(this.database), this.membership.workspace, this.keys)
    if (!known.ok) return
    this.membership = known.value.membership
    this.keyring = known.value.keyring
  }

  /**
   * The key for a document's next entry. A document that nobody has opened yet is opened: its own key, in a membership entry.
   * Only under the append lock, so that two tabs do not both open it. `now`: milliseconds UTC.
   */
  async sealingKey(document: DocumentName, now: number): Promise<SealingKey> {
    if (!this.membership.epochs.has(document)) await this.refresh()
    if (!this.membership.epochs.has(document)) await this.openDocument(document, now)
    const epoch = this.membership.epochs.get(document)?.at(-1)?.epoch ?? firstEpoch
    const key = this.keyring.epochKey(document, epoch)
    if (!key) throw new Error(`no key for ${document}`)
    return { epoch, key, membership: this.membership.head.hash }
  }

  private async openDocument(document: DocumentName, now: number): Promise<void> {
    const { workspace, devices } = this.membership
    const place = { workspace, document, epoch: firstEpoch }
    const keys = await wrapEpoch(place, makeEpochSecret(), [...devices.values()])
    if (!keys.ok) throw new Error(keys.refusal.because)
    const own = await this.database.heads.get([membershipDocument, this.device])
    const draft = membershipDraft(workspace, this.membership, this.keys.id, nextStamp(own?.stamp ?? 0, now))
    const payload = encodeAct({ act: 'open document', keys: keys.value })
    const sealed = await sealEntry(draft, payload, { signing: this.keys.signing.privateKey, epoch: null })
    if (!sealed.ok) throw new Error(sealed.refusal.because)
    const { entries, heads } = this.database
    await this.database.transaction('rw', entries, heads, async () => {
      await entries.add(entryRowOf(sealed.value))
      await heads.put(headRowOf(sealed.value))
    })
    await this.refresh()
  }
}

const bytesOf = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))

type Known = Readonly<{ membership: Membership; keyring: Keyring }>

/** The entries of the membership log in their order, as bytes. */
const readLog = async (database: WorkspaceDatabase): Promise<readonly Bytes[]> => {
  const rows = await database.entriesOf(membershipDocument)
  return rows.sort((a, b) => a.stamp - b.stamp).map(({ bytes }) => bytes)
}

const foldLog = async (
  log: readonly Bytes[],
  workspace: Bytes,
  keys: DeviceKeys,
): Promise<Result<Known, IdentityRefusal>> => {
  const membership = await foldMembership(workspace, log)
  if (!membership.ok) return refuse({ because: 'membershipIsBroken', detail: membership.refusal.because })
  return ok({ membership: membership.value, keyring: await keyringOf(membership.value, keys) })
}
