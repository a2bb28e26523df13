import '../storage/fake-browser.ts'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, expect, test } from 'vitest'
import { admitDevice } from '../../src/journal/admit-device.ts'
import { fromHex } from '../../src/journal/bytes.ts'
import { grantRole } from '../../src/journal/grant-role.ts'
import { membershipDocument } from '../../src/journal/header.ts'
import { makeDeviceKeys, type DeviceKeys } from '../../src/journal/keys.ts'
import { keysLacking } from '../../src/journal/membership-keys.ts'
import { removeDevices } from '../../src/journal/remove-devices.ts'
import { shareKeys } from '../../src/journal/share-keys.ts'
import type { Maker } from '../../src/journal/write-acts.ts'
import { joinWorkspace } from '../../src/storage/join-workspace.ts'
import { entryCrypto } from '../../src/sync/entry-crypto.ts'
import type { Link } from '../../src/sync/link.ts'
import { membersOf } from '../../src/sync/members-of.ts'
import { Replicator } from '../../src/sync/replicator.ts'
import { batchOf, foundOffice, nameOf, openDesk, reload, workspace, type Desk } from '../storage/desk.ts'
import { VirtualTime } from './support/virtual-time.ts'
import { wire } from './support/memory-links.ts'

/** Two browsers with everything real but the line between them: keys, membership log, databases, admission, replicator. */

type Office = Readonly<{ desk: Desk; replicator: Replicator }>

const time = new VirtualTime(Date.now())
const clock = time.clock(() => 0.5)
const offices: Office[] = []

/** Everything between is done in this person's browser. */
const inBrowserOf = async <Value>(databases: IDBFactory, work: () => Promise<Value>): Promise<Value> => {
  const before = globalThis.indexedDB
  globalThis.indexedDB = databases
  try {
    return await work()
  } finally {
    globalThis.indexedDB = before
  }
}

const openOffice = async (id: string, databases: IDBFactory): Promise<Office> => {
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
  const replicator = new Replicator({
    own: identity.device,
    workspace: fromHex(id),
    members,
    journal: desk.journal({
      mayVouch: document => members.mayVouch(identity.device, document),
      opened: () => undefined,
    }),
    crypto: entryCrypto(() => identity.keyring),
    clock,
  })
  const office = { desk, replicator }
  offices.push(office)
  return office
}

const speak = async ({ desk }: Office, ...makers: readonly Maker[]): Promise<void> => {
  expect(await desk.identity.changeMembership(makers, Date.now())).toMatchObject({ ok: true })
}

/** Jana admits a device of Cem's and lets him write; what he may read he gets the keys of. */
const admit = async (jana: Office, cem: DeviceKeys): Promise<void> => {
  const own = jana.desk.identity.keys
  const now = Date.now()
  const { signingPublic, sealingPublic } = cem
  await speak(
    jana,
    membership => admitDevice(membership, own, { signingPublic, sealingPublic, person: 'cem' }, now),
    membership => grantRole(membership, own, { person: 'cem', document: workspace, role: 'writer' }, now),
    membership => shareKeys(membership, own, keysLacking(membership, now), now),
  )
}

const logOf = async ({ desk }: Office) => (await desk.database.entriesOf(membershipDocument)).map(({ bytes }) => bytes)

const write = async ({ desk, replicator }: Office, name: string): Promise<void> => {
  const { document } = await reload(desk)
  const written = await desk.ports.storage.append(batchOf(nameOf(document, 'board', name)))
  expect(written.ok).toBe(true)
  await replicator.saved(workspace)
}

const connect = (one: Office, other: Office): readonly [Link, Link] => {
  const { ends } = wire(time, () => [1])
  const peerOf = ({ desk }: Office) => ({ device: desk.identity.device, person: desk.identity.actor })
  one.replicator.attach({ link: ends[0], peer: peerOf(other) })
  other.replicator.attach({ link: ends[1], peer: peerOf(one) })
  return ends
}

const nameAt = async ({ desk }: Office): Promise<unknown> => (await reload(desk)).names['board']

const headsAt = async ({ desk }: Office) => (await reload(desk)).report.heads

/** Time goes on until it is so. */
const comesTrue = (look: () => Promise<unknown>, wanted: unknown) =>
  expect
    .poll(
      async () => {
        await time.pass(1000)
        return look()
      },
      { timeout: 20_000 },
    )
    .toEqual(wanted)

const twoOffices = async () => {
  const janas = new IDBFactory()
  const { id } = await inBrowserOf(janas, () => foundOffice())
  const jana = await openOffice(id, janas)
  const keys = await makeDeviceKeys()
  await admit(jana, keys)
  const cems = new IDBFactory()
  const joining = { workspace: fromHex(id), name: 'Musterstadt', person: { id: 'cem', name: 'Cem' }, keys }
  const entries = await logOf(jana)
  const joined = await inBrowserOf(cems, () => joinWorkspace({ ...joining, entries }))
  expect(joined).toMatchObject({ ok: true, value: { id, person: { id: 'cem' } } })
  return { jana, cem: await openOffice(id, cems), id, joining, entries, cems }
}

// The databases stay open: two of one name in one process are no case a browser knows.
afterEach(() => {
  for (const { replicator } of offices.splice(0)) replicator.close()
})

test('what Jana wrote before is on Cem’s disk when they meet, and what he writes on hers', async () => {
  const { jana, cem } = await twoOffices()
  await write(jana, 'Digitalisierung')
  connect(jana, cem)
  await comesTrue(() => nameAt(cem), 'Digitalisierung')
  await write(cem, 'Digitalisierung der Bauakte')
  await comesTrue(() => nameAt(jana), 'Digitalisierung der Bauakte')
})

test('apart both write; together both have all of it, and see the same', async () => {
  const { jana, cem } = await twoOffices()
  const [end] = connect(jana, cem)
  await write(jana, 'Eins')
  await comesTrue(() => nameAt(cem), 'Eins')
  end.close('lost')
  await write(jana, 'Zwei')
  await write(cem, 'Drei')
  connect(jana, cem)
  const all = { [jana.desk.identity.device]: 2, [cem.desk.identity.device]: 1 }
  await comesTrue(() => headsAt(jana), all)
  await comesTrue(() => headsAt(cem), all)
  expect(['Zwei', 'Drei']).toContain(await nameAt(jana))
  expect(await nameAt(cem)).toBe(await nameAt(jana))
})

test('once he is removed Cem gets nothing more, and his next words do not count', async () => {
  const { jana, cem } = await twoOffices()
  connect(jana, cem)
  await write(jana, 'Eins')
  await comesTrue(() => nameAt(cem), 'Eins')
  const { keys: own } = jana.desk.identity
  const cuts = await cutsHere(jana)
  const now = Date.now()
  await speak(jana, membership => removeDevices(membership, own, { devices: [], people: ['cem'], cuts }, now))
  await write(jana, 'Nur für Jana')
  await time.pass(60_000)
  connect(jana, cem)
  await time.pass(60_000)
  expect(await nameAt(cem)).toBe('Eins')
  expect(await nameAt(jana)).toBe('Nur für Jana')
})

const cutsHere = async ({ desk }: Office) => {
  const heads = await desk.database.headsOf(workspace)
  return [{ document: workspace, heads: heads.map(({ ref }) => ref) }]
}

test('who was not admitted cannot set the workspace up, and who has it does not get it twice', async () => {
  const { joining, entries, cems } = await twoOffices()
  const stranger = await makeDeviceKeys()
  const elsewhere = new IDBFactory()
  const asStranger = () => joinWorkspace({ ...joining, keys: stranger, entries })
  expect(await inBrowserOf(elsewhere, asStranger)).toEqual({ ok: false, refusal: { because: 'notAdmitted' } })
  expect(await inBrowserOf(cems, () => joinWorkspace({ ...joining, entries }))).toEqual({
    ok: false,
    refusal: { because: 'isHereAlready' },
  })
  expect(await inBrowserOf(elsewhere, () => joinWorkspace({ ...joining, entries: [] }))).toMatchObject({
    refusal: { because: 'membershipIsBroken' },
  })
})
