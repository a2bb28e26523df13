import { Dexie } from 'dexie'
import { afterEach, describe, expect, test } from 'vitest'
import type { SnapshotReason } from '../../src/workspace/device.ts'
import { onDevice } from '../../src/storage/device-database.ts'
import { lostWorkspaces, readLostSnapshot } from '../../src/storage/lost-workspaces.ts'
import { namesOf } from '../../src/storage/names.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import { wipeWorkspace } from '../../src/storage/wipe.ts'
import { fillDisk, mend } from './faults.ts'
import { batchOf, eager, foundOffice, leave, nameOf, newDocument, openDesk, reload, tidy, workspace } from './desk.ts'

const deleted = (name: string) =>
  new Promise(resolve => indexedDB.deleteDatabase(name).addEventListener('success', resolve))

/** A connection that does not let go when somebody wants to delete. */
const held = (name: string): Promise<IDBDatabase> =>
  new Promise(resolve => {
    const request = indexedDB.open(name)
    request.addEventListener('success', () => resolve(request.result))
  })

const noCallbacks = { onFence: () => undefined, onBlocked: () => undefined, onFinding: () => undefined }

export const healthScenes = (): void => {
  afterEach(mend)

  describe('the disk is full', () => {
    test('the reserve is given up once, the edit is saved, and the person is told', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id, eager)
      const document = newDocument()
      await desk.ports.storage.append(batchOf(nameOf(document, 'anna', 'Anna')))
      await tidy(desk, document)
      let reserve = await desk.database.settings.where('id').equals('ballast').count()
      expect(reserve).toBe(1)
      let isFull = true
      desk.database.settings.hook('deleting', () => {
        isFull = false
      })
      fillDisk(() => isFull)
      const saved = await desk.ports.storage.append(batchOf(nameOf(document, 'ben', 'Ben')))
      mend()
      expect(saved).toMatchObject({ ok: true })
      expect(desk.findings).toMatchObject([{ finding: 'quotaExceeded', document: workspace }])
      reserve = await desk.database.settings.where('id').equals('ballast').count()
      expect(reserve).toBe(0)
    })

    test('without a reserve it is a refusal, nothing of the batch is there, and it can be tried again', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const batch = batchOf(nameOf(newDocument(), 'anna', 'Anna'))
      fillDisk(() => true)
      expect(await desk.ports.storage.append(batch)).toMatchObject({ ok: false, failure: { because: 'storageFull' } })
      expect((await desk.health.check()).probe).toMatchObject({ because: 'storageFull' })
      mend()
      expect((await reload(desk)).report.heads).toEqual({})
      expect(await desk.ports.storage.append(batch)).toMatchObject({ ok: true })
      expect((await desk.health.check()).probe).toBeUndefined()
    })
  })

  describe('another version of the app is at work', () => {
    const upgrade = async (id: string) => {
      const newer = new Dexie(namesOf(id).database)
      newer.version(3).stores({ entries: '[document+device+seq]', forecasts: 'id' })
      await newer.open()
      return newer
    }

    test('the old tab closes for good: it is told, and can never write again', async () => {
      const { id } = await foundOffice()
      const old = await openDesk(id)
      const newer = await upgrade(id)
      expect(old.fences).toEqual(['newerVersion'])
      const failed = await old.ports.storage.append(batchOf(nameOf(newDocument(), 'anna', 'Anna')))
      expect(failed).toMatchObject({ ok: false, failure: { because: 'newerVersion' } })
      expect(
        await newer
          .table('entries')
          .where('document')
          .equals(workspace)
          .count()
          .catch(() => 0),
      ).toBe(0)
      newer.close()
    })

    test('an old app does not open what a newer one has upgraded', async () => {
      const { id } = await foundOffice()
      ;(await upgrade(id)).close()
      const refused = await openStorage(id, noCallbacks)
      expect(refused).toMatchObject({ ok: false, refusal: { because: 'newerVersion' } })
      const found = (await indexedDB.databases()).find(({ name }) => name === namesOf(id).database)
      expect(found?.version, 'and leaves it as it is').toBe(30)
    })

    test('a tab of another make that holds the database up is named', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      desk.database.close()
      const holder = await new Promise<IDBDatabase>(resolve => {
        const request = indexedDB.open(namesOf(id).database)
        request.addEventListener('success', () => resolve(request.result))
      })
      let blocked = 0
      const newer = new Dexie(namesOf(id).database)
      newer.version(3).stores({ forecasts: 'id' })
      newer.on('blocked', () => {
        blocked++
        holder.close()
        return false
      })
      await newer.open()
      expect(blocked).toBe(1)
      newer.close()
    })
  })

  describe('the database is gone', () => {
    test('while a tab is open: it says so and does not begin a new one', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'anna', 'Anna')))
      await deleted(namesOf(id).database)
      expect(desk.fences).toEqual(['storageGone'])
      const failed = await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'ben', 'Ben')))
      expect(failed).toMatchObject({ ok: false, failure: { because: 'storageGone' } })
      expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(namesOf(id).database)
    })

    test('the browser closes the connection and empties it: the next write finds an empty database and refuses', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      desk.database.close({ disableAutoOpen: false })
      await deleted(namesOf(id).database)
      const failed = await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'ben', 'Ben')))
      expect(failed).toMatchObject({ ok: false, failure: { because: 'storageGone' } })
      expect(desk.fences).toEqual(['storageGone'])
    })

    test('at the next start the sentinel tells it from a stranger', async () => {
      const { id } = await foundOffice()
      await deleted(namesOf(id).database)
      const findings: string[] = []
      const refused = await openStorage(id, { ...noCallbacks, onFinding: ({ finding }) => findings.push(finding) })
      expect(refused).toMatchObject({ ok: false, refusal: { because: 'workspaceIsGone' } })
      expect(findings).toEqual(['evicted'])
      expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(namesOf(id).database)
    })

    test('with the list of workspaces gone too, the lost one is named', async () => {
      const { id } = await foundOffice()
      expect((await lostWorkspaces()).map(({ workspace }) => workspace)).not.toContain(id)
      await onDevice(device => device.workspaces.delete(id))
      expect(await lostWorkspaces()).toContainEqual(expect.objectContaining({ workspace: id, name: 'Musterstadt' }))
    })
  })

  describe('storage health', () => {
    test('tells entries, findings and when something was last saved', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const before = Date.now()
      await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'anna', 'Anna')))
      const row = (await desk.database.entriesOf(workspace))[0]!
      await desk.database.entries.put({ ...row, bytes: new Uint8Array(9) })
      await reload(desk)
      await expect.poll(async () => (await desk.health.check()).findings).toHaveLength(1)
      const health = await desk.health.check()
      expect(health).toMatchObject({ probe: undefined, entries: 1, setAside: 1, leading: false, snapshots: [] })
      expect(health.lastSavedAt).toBeGreaterThanOrEqual(before)
    })

    test('the journal folded anew equals the document in memory, until something is not saved', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const document = newDocument()
      await desk.ports.storage.append(batchOf(nameOf(document, 'anna', 'Anna')))
      expect(await desk.health.equalsDisk(document, newDocument())).toBe(true)
      nameOf(document, 'anna', 'Anna-Lena')
      expect(await desk.health.equalsDisk(document, newDocument())).toBe(false)
    })
  })

  describe('snapshots', () => {
    const archive = (text: string) => new TextEncoder().encode(`{"archive":"${text}"}`)

    test('are listed newest first and read as they were written', async () => {
      const { id } = await foundOffice()
      const { snapshots } = await openDesk(id)
      const older = await snapshots.write('hourly', archive('8 Uhr'), 1000)
      const newer = await snapshots.write('beforeImport', archive('9 Uhr'), 2000)
      expect(await snapshots.list()).toEqual([newer, older])
      expect(new TextDecoder().decode(await snapshots.read(older.name))).toBe('{"archive":"8 Uhr"}')
      await snapshots.remove(older.name)
      expect(await snapshots.list()).toEqual([newer])
      expect(await snapshots.read(older.name)).toBeUndefined()
    })

    test.each<[SnapshotReason, number]>([
      ['hourly', 24],
      ['daily', 14],
      ['beforeImport', 10],
    ])('of the kind %s the newest %i are kept', async (reason, most) => {
      const { id } = await foundOffice()
      const { snapshots } = await openDesk(id)
      await snapshots.write('byHand', archive('mine'), 1)
      for (let at = 0; at < most + 3; at++) await snapshots.write(reason, archive(String(at)), 1000 + at)
      const times = (await snapshots.list()).map(({ at }) => at)
      expect(times).toEqual([...Array.from({ length: most }, (_, index) => 1000 + most + 2 - index), 1])
    })
  })

  describe('leaving the device', () => {
    test('a workspace is removed with everything that belongs to it; the other one stays', async () => {
      const [gone, stays] = [await foundOffice(), await foundOffice()]
      const desk = await openDesk(gone.id, eager)
      const document = newDocument()
      await desk.ports.storage.append(batchOf(nameOf(document, 'anna', 'Anna')))
      await tidy(desk, document)
      await desk.snapshots.write('byHand', Uint8Array.of(1), 1)
      desk.ports.writeAhead.keep(workspace, Uint8Array.of(0, 0), { id: 'c', name: 'x' })
      await leave(desk)
      expect(await wipeWorkspace(gone.id)).toEqual([])
      expect((await indexedDB.databases()).filter(({ name }) => name?.includes(gone.id))).toEqual([])
      expect(Object.keys(localStorage).filter(key => key.includes(gone.id))).toEqual([])
      expect(await readLostSnapshot(gone.id, '000000000000001-byHand-0000000000000000.lotse')).toBeUndefined()
      expect((await openDesk(stays.id)).identity.id).toBe(stays.id)
    })

    test('what another tab holds is named, and the workspace stays in the list until it is removed once more', async () => {
      const { id } = await foundOffice()
      const isListed = () => onDevice(async device => (await device.workspaces.get(id)) !== undefined)
      await leave(await openDesk(id))
      const copy = namesOf(id).copy(workspace)
      const otherTab = await held(copy)
      expect(await wipeWorkspace(id, 20)).toContain(copy)
      expect(await isListed()).toBe(true)
      otherTab.close()
      expect(await wipeWorkspace(id)).toEqual([])
      expect(await isListed()).toBe(false)
    })
  })
}
