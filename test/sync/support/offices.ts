import '../../storage/fake-browser.ts'
import { IDBFactory } from 'fake-indexeddb'
import { admitDevice } from '../../../src/journal/admit-device.ts'
import { fromHex, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import { grantRole } from '../../../src/journal/grant-role.ts'
import { membershipDocument } from '../../../src/journal/header.ts'
import { makeDeviceKeys, type DeviceKeys } from '../../../src/journal/keys.ts'
import { keysLacking, rotationsDue } from '../../../src/journal/keys-due.ts'
import { removeDevices } from '../../../src/journal/remove-devices.ts'
import { rotateKey } from '../../../src/journal/rotate-key.ts'
import { shareKeys } from '../../../src/journal/share-keys.ts'
import type { Maker } from '../../../src/journal/write-acts.ts'
import { joinWorkspace } from '../../../src/storage/join-workspace.ts'
import type { Message } from '../../../src/sync/messages.ts'
import { entryCrypto } from '../../../src/sync/entry-crypto.ts'
import { membersOf } from '../../../src/sync/members-of.ts'
import type { Members } from '../../../src/sync/members-port.ts'
import { Replicator } from '../../../src/sync/replicator.ts'
import { segmentKeysOf, type SegmentKeys } from '../../../src/sync/store/segment-keys.ts'
import type { Journal } from '../../../src/workspace/journal-port.ts'
import {
  batchOf,
  foundOffice,
  nameOf,
  newDocument,
  openDesk,
  reload,
  workspace,
  type Desk,
} from '../../storage/desk.ts'
import { VirtualTime } from './virtual-time.ts'

/** Browsers with everything real but the way between them: keys, membership log, databases, admission, replicator. */

export type Office = Readonly<{
  id: string
  desk: Desk
  replicator: Replicator
  members: Members
  journal: Journal
  keys: SegmentKeys
  /** Who wants to hear what is neither about heads nor about entries. */
  listen: { hear: ((device: string, message: Message) => void) | undefined }
}>

export const time = new VirtualTime(Date.now())
export const clock = time.clock(() => 0.5)
const offices: Office[] = []

/** Everything between is done in this person's browser. */
export const inBrowserOf = async <Value>(databases: IDBFactory, work: () => Promise<Value>): Promise<Value> => {
  const before = globalThis.indexedDB
  globalThis.indexedDB = databases
  try {
    return await work()
  } finally {
    globalThis.indexedDB = before
  }
}

export const openOffice = async (id: string, databases: IDBFactory): Promise<Office> => {
  const desk = await inBrowserOf(databases, () => openDesk(id))
  const { identity } = desk
  const members = membersOf(
    {
      membership: () => identity.membership,
      keyring: () => identity.keyring,
      take: entries => identity.takeMembership(entries, Date.now()),
      onChange: listener => identity.onMembership(listener),
    },
    clock.now,
  )
  const journal = desk.journal({
    mayVouch: document => members.mayVouch(identity.device, document),
    opened: () => undefined,
  })
  const keys = segmentKeysOf({ membership: () => identity.membership, keys: identity.keys })
  return startOffice({ id, desk, members, journal, keys })
}

/** The app starts with what is on the disk; what was in memory only is gone. */
export const startOffice = ({ id, desk, members, journal, keys }: Omit<Office, 'replicator' | 'listen'>): Office => {
  const { identity } = desk
  const crypto = entryCrypto(() => identity.keyring)
  const listen: Office['listen'] = { hear: undefined }
  const replicator = new Replicator({
    own: identity.device,
    workspace: fromHex(id),
    members,
    journal,
    crypto,
    clock,
    onMessage: ({ device }, message) => listen.hear?.(device, message),
  })
  const office = { id, desk, replicator, members, journal, keys, listen }
  offices.push(office)
  return office
}

/** The databases stay open: two of one name in one process are no case a browser knows. */
export const closeOffices = (): void => {
  for (const { replicator } of offices.splice(0)) replicator.close()
}

export const foundedOffice = async (): Promise<Office> => {
  const databases = new IDBFactory()
  const { id } = await inBrowserOf(databases, () => foundOffice())
  return openOffice(id, databases)
}

/** Also where no test runner is: an office may be in a process of its own. */
const must = (done: Readonly<{ ok: boolean }>): void => {
  if (!done.ok) throw new Error(JSON.stringify(done))
}

export const speak = async ({ desk }: Office, ...makers: readonly Maker[]): Promise<void> => {
  must(await desk.identity.changeMembership(makers, Date.now()))
}

/** Jana admits somebody's device and lets them write; what they may read they get the keys of. */
export const admit = async (jana: Office, who: DeviceKeys, person = 'cem', documents = [workspace]): Promise<void> => {
  const own = jana.desk.identity.keys
  const now = Date.now()
  const { signingPublic, sealingPublic } = who
  const grants = documents.map(
    (document): Maker =>
      membership =>
        grantRole(membership, own, { person, document, role: 'writer' }, now),
  )
  await speak(
    jana,
    membership => admitDevice(membership, own, { signingPublic, sealingPublic, person }, now),
    ...grants,
    membership => shareKeys(membership, own, keysLacking(membership, now), now),
  )
}

export const logOf = async ({ desk }: Office): Promise<readonly Bytes[]> =>
  (await desk.database.entriesOf(membershipDocument)).map(({ bytes }) => bytes)

/** Somebody sets the workspace up with the log as Jana has it now. */
export const setUp = async (jana: Office, keys: DeviceKeys, person = 'cem'): Promise<Office> => {
  const databases = new IDBFactory()
  const who = { id: person, name: person }
  const joining = { workspace: fromHex(jana.id), name: 'Musterstadt', person: who, keys, entries: await logOf(jana) }
  must(await inBrowserOf(databases, () => joinWorkspace(joining)))
  return openOffice(jana.id, databases)
}

/** Jana lets somebody in, and they set the workspace up. */
export const welcome = async (jana: Office, person = 'cem', documents = [workspace]): Promise<Office> => {
  const keys = await makeDeviceKeys()
  await admit(jana, keys, person, documents)
  return setUp(jana, keys, person)
}

/** Jana takes a person out as far as she has their entries, and changes every key they had. */
export const takeOut = async (jana: Office, person: string): Promise<void> => {
  const own = jana.desk.identity.keys
  const now = Date.now()
  const heads = (await jana.desk.database.headsOf(workspace)).map(({ ref }) => ref)
  const cuts = [{ document: workspace, heads }]
  await speak(jana, membership => removeDevices(membership, own, { devices: [], people: [person], cuts }, now))
  for (const document of rotationsDue(jana.desk.identity.membership, now))
    await speak(jana, membership => rotateKey(membership, own, document, now))
}

/** Gives a record a name: the smallest edit there is. */
export const write = async ({ desk, replicator }: Office, name: string, where = workspace): Promise<void> => {
  const document = newDocument(where)
  await desk.ports.storage.load(where, document)
  const written = await desk.ports.storage.append(batchOf(nameOf(document, 'board', name), { document: where }))
  must(written)
  await replicator.saved(where)
}

export const nameAt = async ({ desk }: Office, where = workspace): Promise<unknown> =>
  (await reload(desk, where)).names['board']

export const headsAt = async ({ desk }: Office, where = workspace) => (await reload(desk, where)).report.heads

/** What the document says, folded anew from the journal. */
export const digestAt = async (office: Office, where = workspace): Promise<string> => {
  const digest = await office.journal.digest(where, await headsAt(office, where), true)
  return digest ? toHex(digest) : 'none'
}
