import { describe, expect, test } from 'vitest'
import { toHex } from '../../src/journal/bytes.ts'
import { admitDevice } from '../../src/journal/admit-device.ts'
import { membershipDocument } from '../../src/journal/header.ts'
import { makeDeviceKeys, type DeviceKeys } from '../../src/journal/keys.ts'
import { emptyLog } from '../../src/journal/membership-log.ts'
import { grantRole } from '../../src/journal/grant-role.ts'
import { openDocument } from '../../src/journal/open-document.ts'
import { removeDevices } from '../../src/journal/remove-devices.ts'
import { rotateKey } from '../../src/journal/rotate-key.ts'
import type { Membership } from '../../src/journal/membership.ts'
import { writeActs, type Maker } from '../../src/journal/write-acts.ts'
import { cutsHere, readLog } from '../../src/storage/membership-writer.ts'
import { entryRowOf, headRowOf } from '../../src/storage/rows.ts'
import { batchOf, foundOffice, leave, nameOf, newDocument, openDesk, reload, workspace, type Desk } from './desk.ts'

/** Scenes that hold wherever there is an IndexedDB: who belongs, as this browser keeps it. */

const admits =
  (by: DeviceKeys, device: DeviceKeys, person: string): Maker =>
  membership =>
    admitDevice(membership, by, { ...device, person }, Date.now())
const grants =
  (by: DeviceKeys, person: string): Maker =>
  membership =>
    grantRole(membership, by, { person, document: workspace, role: 'admin' }, Date.now())

const change = async ({ identity }: Desk, ...makers: Maker[]): Promise<Membership> => {
  const changed = await identity.changeMembership(makers, Date.now())
  if (!changed.ok) throw new Error(JSON.stringify(changed.refusal))
  return changed.value
}

/** What a colleague's device has written meanwhile, put where a carrier would put it. */
const arrives = async ({ database, identity }: Desk, by: DeviceKeys, ...makers: Maker[]) => {
  const log = await readLog(database, emptyLog(identity.membership.workspace))
  const written = await writeActs(log, by, makers, Date.now())
  if (!written.ok) throw new Error(JSON.stringify(written.refusal))
  await database.entries.bulkAdd(written.value.sealed.map(entryRowOf))
  await database.heads.put(headRowOf(written.value.sealed.at(-1)!))
  return written.value.sealed
}

export const membershipScenes = (): void => {
  describe('Anna admits Ben’s device', () => {
    test('in one go with his role, and it is there after a reload', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const ben = await makeDeviceKeys()
      const { keys } = desk.identity
      const membership = await change(desk, admits(keys, ben, 'ben'), grants(keys, 'ben'))
      expect(membership.people.get('ben')?.role).toBe('admin')
      expect((await desk.database.entriesOf(membershipDocument)).map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect((await desk.database.headsOf(membershipDocument)).map(({ ref }) => ref.seq)).toEqual([3])
      await leave(desk)
      const again = await openDesk(id)
      expect(again.identity.membership.frontier).toEqual(membership.frontier)
      expect(again.identity.membership.devices.has(toHex(ben.id))).toBe(true)
    })

    test('what is refused leaves nothing behind, not even what would have been allowed', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const { keys } = desk.identity
      const refused = await desk.identity.changeMembership(
        [admits(keys, await makeDeviceKeys(), 'ben'), grants(keys, 'cem')],
        Date.now(),
      )
      expect(refused).toEqual({ ok: false, refusal: { because: 'person is unknown', person: 'cem' } })
      expect(await desk.database.entriesOf(membershipDocument)).toHaveLength(1)
      expect(await change(desk)).toBe(desk.identity.membership)
    })

    test('two tabs say something at once: one chain, both count', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      const { keys } = left.identity
      await Promise.all([
        change(left, admits(keys, await makeDeviceKeys(), 'ben')),
        change(right, admits(right.identity.keys, await makeDeviceKeys(), 'cem')),
        change(left, admits(keys, await makeDeviceKeys(), 'dan')),
      ])
      await Promise.all([left.identity.refresh(), right.identity.refresh()])
      expect(left.identity.membership.frontier).toEqual(right.identity.membership.frontier)
      expect([...right.identity.membership.people.keys()].slice(1).toSorted()).toEqual(['ben', 'cem', 'dan'])
    })
  })

  describe('a colleague’s entries lie beside one’s own', () => {
    test('in whatever order the rows come, and what is written goes on from both', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const ben = await makeDeviceKeys()
      const { keys } = desk.identity
      await change(desk, admits(keys, ben, 'ben'), grants(keys, 'ben'))
      const [bens] = await arrives(desk, ben, admits(ben, await makeDeviceKeys(), 'ben'))
      await desk.identity.refresh()
      expect(desk.identity.membership.frontier).toEqual(bens!.hash)
      expect(desk.identity.membership.people.get('ben')?.devices).toHaveLength(2)
      await change(desk, grants(keys, 'ben'))
      const again = await openDesk(id)
      expect(again.identity.membership.tips).toHaveLength(1)
    })

    test('a branch of a fork that was set aside is read all the same, for others may have built on it', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const ben = await makeDeviceKeys()
      const { keys } = desk.identity
      await change(desk, admits(keys, ben, 'ben'), grants(keys, 'ben'))
      const base = await readLog(desk.database, emptyLog(desk.identity.membership.workspace))
      const branch = await writeActs(base, ben, [admits(ben, await makeDeviceKeys(), 'gudrun')], Date.now())
      await arrives(desk, ben, admits(ben, await makeDeviceKeys(), 'hilde'))
      if (!branch.ok) throw new Error('refused')
      const [{ header, bytes }] = branch.value.sealed as [(typeof branch.value.sealed)[number]]
      const place = { document: membershipDocument, device: toHex(header.device), seq: header.seq }
      await desk.database.quarantine.put({ ...place, reason: 'fork', at: 0, bytes })
      await desk.identity.refresh()
      expect([...desk.identity.membership.people.keys()].slice(1).toSorted()).toEqual(['ben', 'gudrun', 'hilde'])
      await desk.identity.refresh()
      expect(desk.identity.membership.tips).toHaveLength(2)
    })
  })

  describe('Ben goes', () => {
    test('cut where his entries lie here, in every document that lies here', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const ben = await makeDeviceKeys()
      const { keys } = desk.identity
      await change(desk, admits(keys, ben, 'ben'), grants(keys, 'ben'))
      await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'anna', 'Anna')))
      await desk.ports.storage.append(
        batchOf(nameOf(newDocument('team:ab12#1'), 'anna', 'Anna'), { document: 'team:ab12#1' }),
      )
      const head = (await desk.database.headsOf(workspace))[0]!
      const bens = { ...head.ref, device: ben.id }
      await desk.database.heads.put({ ...head, device: toHex(ben.id), ref: bens })
      const cuts = await cutsHere(desk.database, [toHex(ben.id)])
      expect(cuts).toEqual([
        { document: 'team:ab12#1', heads: [] },
        { document: workspace, heads: [bens] },
      ])
      const after = await change(desk, membership =>
        removeDevices(membership, keys, { devices: [], people: ['ben'], cuts }, Date.now()),
      )
      expect(after.people.get('ben')).toMatchObject({ role: 'none', isRemoved: true })
    })

    test('a key that was replaced is sealed with from the next edit on, and everything before it is still read', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const { keys } = desk.identity
      await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'ada', 'Ada')))
      await change(desk, membership => rotateKey(membership, keys, workspace, Date.now()))
      await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'ben', 'Ben')))
      expect(await desk.identity.sealingKey(workspace, Date.now())).toMatchObject({
        epoch: 2,
        membership: desk.identity.membership.frontier,
      })
      expect((await reload(await openDesk(id))).names).toEqual({ ada: 'Ada', ben: 'Ben' })
    })

    test('who holds no key of a document seals nothing in it', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const ben = await makeDeviceKeys()
      const { keys } = desk.identity
      await change(desk, admits(keys, ben, 'ben'), grants(keys, 'ben'))
      await arrives(desk, ben, membership => openDocument(membership, ben, 'team:ben#1', Date.now()))
      await expect(desk.identity.sealingKey('team:ben#1', Date.now())).rejects.toThrow('no key for team:ben#1')
      await expect(desk.identity.sealingKey('kein Dokument', Date.now())).rejects.toThrow('membership is malformed')
    })
  })
}
