import { noHash, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import { admitDevice } from '../../src/journal/admit-device.ts'
import { foundWorkspace } from '../../src/journal/found-workspace.ts'
import { grantRole } from '../../src/journal/grant-role.ts'
import type { EntryDraft } from '../../src/journal/header.ts'
import { keyringOf } from '../../src/journal/keyring.ts'
import type { DeviceKeys } from '../../src/journal/keys.ts'
import { encodeAct, type MembershipAct } from '../../src/journal/membership-act.ts'
import { membershipDraft } from '../../src/journal/membership-draft.ts'
import { emptyLog, extendLog, type MembershipLog } from '../../src/journal/membership-log.ts'
import { keysLacking } from '../../src/journal/keys-due.ts'
import { foldLog, type Membership } from '../../src/journal/membership.ts'
import { openDocument } from '../../src/journal/open-document.ts'
import { removeDevices, type Leaving } from '../../src/journal/remove-devices.ts'
import type { Role } from '../../src/journal/role.ts'
import { openEntry, sealEntry } from '../../src/journal/seal.ts'
import { shareKeys } from '../../src/journal/share-keys.ts'
import { writeActs, type Maker } from '../../src/journal/write-acts.ts'
import { fixedDevice, fixedRoot, fixedSecret, valueOf } from './office.ts'

/** A city whose log is signed with real keys, the same in every run. */

export const now = Date.UTC(2026, 11, 1, 12)

/** What lies on one device: the log, and every entry as it travels. */
export type Shelf = Readonly<{ log: MembershipLog; membership: Membership; bytes: readonly Bytes[] }>

const shelfOf = (log: MembershipLog, bytes: readonly Bytes[]): Shelf => ({
  log,
  bytes,
  membership: valueOf(foldLog(log)),
})

/** A device says something behind what lies on its shelf. */
export const say = async (shelf: Shelf, by: DeviceKeys, ...makers: readonly Maker[]): Promise<Shelf> => {
  const { log, sealed } = valueOf(await writeActs(shelf.log, by, makers, now))
  return shelfOf(log, [...shelf.bytes, ...sealed.map(({ bytes }) => bytes)])
}

/** An entry nobody's app would write: this act, whoever may say it. */
export const forge = async (shelf: Shelf, by: DeviceKeys, act: MembershipAct): Promise<Bytes> => {
  const draft = membershipDraft(shelf.log.workspace, shelf.membership, by.id, 5_000_000_000_000)
  return valueOf(await sealEntry(draft, encodeAct(act), { signing: by.signing.privateKey, epoch: null })).bytes
}

/** Two devices meet: what lies on both shelves. */
export const merge = async (one: Shelf, other: Shelf): Promise<Shelf> => {
  const { log } = await extendLog(one.log, other.bytes)
  return shelfOf(log, [...new Map([...one.bytes, ...other.bytes].map(bytes => [String(bytes), bytes])).values()])
}

export const read = async (workspace: Bytes, bytes: readonly Bytes[]): Promise<Shelf> =>
  shelfOf((await extendLog(emptyLog(workspace), bytes)).log, bytes)

export const admit =
  (by: DeviceKeys, device: DeviceKeys, person: string): Maker =>
  membership =>
    admitDevice(membership, by, { ...device, person }, now)

export const grant =
  (by: DeviceKeys, person: string, role: Role, document = 'workspace#1'): Maker =>
  membership =>
    grantRole(membership, by, { person, document, role }, now)

/** Jana founds Musterstadt; Cem is admin beside her, Emil writes. */
export const musterstadt = async () => {
  const root = await fixedRoot('Musterstadt')
  const [jana, cem, emil, stranger] = await Promise.all(
    ['Janas Laptop', 'Cems Laptop', 'Emils Laptop', 'Ein fremdes Gerät'].map(fixedDevice),
  )
  if (!jana || !cem || !emil || !stranger) throw new Error('nobody there')
  const founding = valueOf(await foundWorkspace(root, jana, 'jana', await fixedSecret('Musterstadt')))
  const draft = membershipDraft(root.workspace, undefined, jana.id, 5_000_000_000_000)
  const first = valueOf(await sealEntry(draft, encodeAct(founding), { signing: jana.signing.privateKey, epoch: null }))
  const founded = await read(root.workspace, [first.bytes])
  const base = await say(
    founded,
    jana,
    admit(jana, cem, 'cem'),
    grant(jana, 'cem', 'admin'),
    admit(jana, emil, 'emil'),
    grant(jana, 'emil', 'writer'),
  )
  return { root, jana, cem, emil, stranger, founding, founded, base }
}

export const bau = 'team:bau#1'

export const opens =
  (by: DeviceKeys, document = bau): Maker =>
  membership =>
    openDocument(membership, by, document, now)

/** Hands out what others lack; what they lacked in another membership, when one is given. */
export const shares =
  (by: DeviceKeys, membership?: Membership): Maker =>
  known =>
    shareKeys(known, by, keysLacking(membership ?? known, now), now)

export const removes =
  (by: DeviceKeys, leaving: Partial<Leaving>): Maker =>
  membership =>
    removeDevices(membership, by, { devices: [], people: [], cuts: [], ...leaving }, now)

/** An entry sealed with the key a device would use now. */
export const seal = async (membership: Membership, by: DeviceKeys, document = bau): Promise<Bytes> => {
  const sealing = (await keyringOf(membership, by)).sealingKey(document)
  const draft: EntryDraft = {
    kind: 'change',
    workspace: membership.workspace,
    document,
    device: by.id,
    seq: 1,
    prev: noHash(),
    deps: [],
    stamp: 5_000_000_000_000,
    membership: membership.frontier,
    keyEpoch: sealing?.epoch ?? 1,
    clients: [],
    command: null,
  }
  const keys = { signing: by.signing.privateKey, epoch: sealing?.key ?? null }
  return valueOf(await sealEntry(draft, textBytes('Hallo'), keys)).bytes
}

/** Whether a device opens an entry with the keys it has. */
export const reads = async (membership: Membership, by: DeviceKeys, bytes: Bytes): Promise<boolean> =>
  (await openEntry(bytes, await keyringOf(membership, by))).ok
