import { Dexie } from 'dexie'
import { afterEach, describe, expect, test } from 'vitest'
import { textBytes, toHex } from '../../src/journal/bytes.ts'
import { WorkspaceDatabase } from '../../src/storage/database.ts'
import { namesOf } from '../../src/storage/names.ts'
import { blobContract } from '../contracts/blob-contract.ts'
import { foundOffice, leave, openDesk, type Desk } from './desk.ts'
import { fillDisk, mend } from './faults.ts'

const bau = 'team:bau#1'
const photo = textBytes('Schlagloch in der Hauptstraße')

const keep = async ({ ports }: Desk, document = bau): Promise<string> => {
  const kept = await ports.blobs.keep(document, photo)
  if (!kept.ok) throw new Error(JSON.stringify(kept.refusal))
  return kept.value
}

const breakIt = async ({ database }: Desk, hash: string, document = bau): Promise<void> => {
  const row = (await database.blobs.get([document, hash]))!
  await database.blobs.put({ ...row, sealed: row.sealed.map((byte, at) => (at === 70 ? byte ^ 1 : byte)) })
}

/** Photos and files wherever there is an IndexedDB: in node and in Chromium. */
export const blobScenes = (): void => {
  afterEach(mend)

  describe('photos and files in this browser keep the contract', () => {
    blobContract(async () => (await openDesk((await foundOffice()).id)).ports.blobs)
  })

  describe('Anna photographs a pothole', () => {
    test('nothing of it can be read on the disk, and it is there after a reload', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const hash = await keep(desk)
      const [row] = await desk.database.blobs.toArray()
      expect(new TextDecoder().decode(row!.sealed)).not.toContain('Schlagloch')
      await leave(desk)
      expect(await (await openDesk(id)).ports.blobs.read(bau, hash)).toEqual({ ok: true, value: photo })
    })

    test('another tab, open before the team’s key was made, sees it', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      const hash = await keep(left)
      expect(await right.ports.blobs.read(bau, hash)).toEqual({ ok: true, value: photo })
    })

    test('two tabs keep it at once: the team has one key and one photo', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      const [one, other] = await Promise.all([keep(left), keep(right)])
      expect(one).toBe(other)
      expect(await left.ports.blobs.list()).toHaveLength(1)
      expect((await right.ports.blobs.read(bau, one)).ok).toBe(true)
    })

    test('storage health counts it', async () => {
      const desk = await openDesk((await foundOffice()).id)
      await keep(desk)
      expect((await desk.health.check()).blobs).toEqual({ count: 1, bytes: photo.length })
    })

    test('on a full disk it is refused with its reason, and the reserve stays', async () => {
      const desk = await openDesk((await foundOffice()).id)
      await desk.health.check()
      fillDisk(() => true)
      const refused = await desk.ports.blobs.keep(bau, photo)
      mend()
      expect(refused).toMatchObject({ ok: false, refusal: { because: 'storageFull' } })
      expect(await desk.ports.blobs.list()).toEqual([])
      expect((await desk.ports.blobs.keep(bau, photo)).ok).toBe(true)
    })
  })

  describe('a photo is damaged', () => {
    test('it is never shown; kept again, it is whole again', async () => {
      const desk = await openDesk((await foundOffice()).id)
      const hash = await keep(desk)
      await breakIt(desk, hash)
      expect(await desk.ports.blobs.read(bau, hash)).toEqual({ ok: false, refusal: { because: 'blobIsBroken', hash } })
      await keep(desk)
      expect(await desk.ports.blobs.read(bau, hash)).toEqual({ ok: true, value: photo })
    })

    test('another team here has it too: it is mended from there', async () => {
      const desk = await openDesk((await foundOffice()).id)
      const hash = await keep(desk)
      await keep(desk, 'team:digital#1')
      await breakIt(desk, hash)
      expect(await desk.ports.blobs.read(bau, hash)).toEqual({ ok: true, value: photo })
      await desk.ports.blobs.remove('team:digital#1', [hash], Infinity)
      expect(await desk.ports.blobs.read(bau, hash)).toEqual({ ok: true, value: photo })
    })
  })

  test('a database of the version before keeps what it has and takes photos', async () => {
    const id = toHex(crypto.getRandomValues(new Uint8Array(32)))
    const before = new Dexie(namesOf(id).database)
    before.version(1).stores({ settings: 'id', keys: 'id' })
    await before.table('settings').put({ id: 'note:last', value: 'Bauamt' })
    before.close()
    const database = new WorkspaceDatabase(id)
    expect(await database.settings.get('note:last')).toEqual({ id: 'note:last', value: 'Bauamt' })
    await database.blobFacts.put({ document: bau, hash: 'ab', size: 1, keptAt: 1 })
    expect(await database.blobFacts.count()).toBe(1)
    database.close()
  })
}
