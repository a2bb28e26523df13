import '../storage/fake-browser.ts'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, expect, test } from 'vitest'
import { admitDevice } from '../../src/journal/admit-device.ts'
import { keysLacking } from '../../src/journal/keys-due.ts'
import { shareKeys } from '../../src/journal/share-keys.ts'
import { makeDeviceKeys } from '../../src/journal/keys.ts'
import { removeDevices } from '../../src/journal/remove-devices.ts'
import { fromHex } from '../../src/journal/bytes.ts'
import { joinWorkspace } from '../../src/storage/join-workspace.ts'
import type { Link } from '../../src/sync/link.ts'
import { workspace } from '../storage/desk.ts'
import { wire } from './support/memory-links.ts'
import {
  admit,
  closeOffices,
  foundedOffice,
  headsAt,
  inBrowserOf,
  logOf,
  nameAt,
  openOffice,
  setUp,
  speak,
  time,
  write,
  type Office,
} from './support/offices.ts'

/** Two browsers with everything real but the line between them. */

const connect = (one: Office, other: Office): readonly [Link, Link] => {
  const { ends } = wire(time, () => [1])
  const peerOf = ({ desk }: Office) => ({ device: desk.identity.device, person: desk.identity.actor })
  one.replicator.attach({ link: ends[0], peer: peerOf(other) })
  other.replicator.attach({ link: ends[1], peer: peerOf(one) })
  return ends
}

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
  const jana = await foundedOffice()
  const { id } = jana
  const keys = await makeDeviceKeys()
  await admit(jana, keys)
  const cems = new IDBFactory()
  const joining = { workspace: fromHex(id), name: 'Musterstadt', person: { id: 'cem', name: 'Cem' }, keys }
  const entries = await logOf(jana)
  const joined = await inBrowserOf(cems, () => joinWorkspace({ ...joining, entries }))
  expect(joined).toMatchObject({ ok: true, value: { id, person: { id: 'cem' } } })
  return { jana, cem: await openOffice(id, cems), id, joining, entries, cems }
}

afterEach(closeOffices)

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

test('Cem lets his laptop in while Jana is away: what she wrote comes by way of his phone', async () => {
  const { jana, cem } = await twoOffices()
  await write(jana, 'Digitalisierung')
  const [end] = connect(jana, cem)
  await comesTrue(() => nameAt(cem), 'Digitalisierung')
  end.close('lost')
  const keys = await makeDeviceKeys()
  const { signingPublic, sealingPublic } = keys
  const own = cem.desk.identity.keys
  const now = Date.now()
  await speak(
    cem,
    membership => admitDevice(membership, own, { signingPublic, sealingPublic, person: 'cem' }, now),
    membership => shareKeys(membership, own, keysLacking(membership, now), now),
  )
  const laptop = await setUp(cem, keys)
  connect(cem, laptop)
  await comesTrue(() => nameAt(laptop), 'Digitalisierung')
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
