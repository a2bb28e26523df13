import '../storage/fake-browser.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { makeDeviceKeys } from '../../src/journal/keys.ts'
import { textBytes, toHex } from '../../src/journal/bytes.ts'
import { usualStoreHabits } from '../../src/sync/store/store-habits.ts'
import { workspace } from '../storage/desk.ts'
import { MemoryFolder } from '../support/memory-store.ts'
import {
  admit,
  closeOffices,
  digestAt,
  foundedOffice,
  headsAt,
  nameAt,
  setUp,
  time,
  welcome,
  write,
} from './support/offices.ts'
import { allLook, closeSyncs, filesOf, folderOf, impatient, over, spanOf, twoOffices } from './support/team-folder.ts'

/** Folders as they are in offices: drives, sync programs, people who tidy up. */

afterEach(() => {
  closeSyncs()
  closeOffices()
})

/** Jana has written three times, each in a file of its own; Cem has not looked yet. */
const threeFiles = async () => {
  const offices = await twoOffices()
  for (const name of ['Eins', 'Zwei', 'Drei']) {
    await write(offices.jana, name)
    await offices.janas.look()
  }
  const files = filesOf(offices.folder, offices.jana)
  return { ...offices, files, bytesOf: (path: string) => offices.folder.files.get(path)!.bytes }
}

describe('a file is not as it was laid down', () => {
  test('one is missing: what comes after it waits, and is there as soon as it comes', async () => {
    const { cem, folder, cems, files, bytesOf } = await threeFiles()
    const [missing] = files.slice(-2)
    const bytes = bytesOf(missing!)
    folder.files.delete(missing!)
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Eins')
    expect(cems.status().files.waiting).toBe(1)
    folder.lay(missing!, bytes)
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Drei')
    expect(cems.status().files).toMatchObject({ waiting: 0, broken: 0 })
  })

  test('one is missing for good: its writer sees that, and lays it down again', async () => {
    const { cem, folder, janas, cems, files } = await threeFiles()
    folder.files.delete(files.at(-1)!)
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Zwei')
    await allLook(janas, cems)
    expect(await nameAt(cem)).toBe('Drei')
  })

  test.each([0, 1, 9, 60, 107, 0.5, -1])('it ends after %d bytes, until the rest has come', async cut => {
    const { cem, folder, cems, files, bytesOf } = await threeFiles()
    const path = files.at(-1)!
    const bytes = bytesOf(path)
    folder.lay(path, bytes.slice(0, cut === 0.5 ? bytes.length / 2 : cut))
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Zwei')
    expect(cems.status().files.broken).toBe(1)
    folder.lay(path, bytes)
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Drei')
  })

  test('it has its length already, and zeros where its content is to come', async () => {
    const { cem, folder, cems, files, bytesOf } = await threeFiles()
    const [first, second] = files.slice(-2)
    const [one, other] = [bytesOf(first!), bytesOf(second!)]
    folder.lay(
      first!,
      one.map((byte, at) => (at > 200 ? 0 : byte)),
    )
    folder.lay(second!, new Uint8Array(other.length))
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Eins')
    expect(cems.status().files.broken).toBe(2)
    folder.lay(first!, one)
    folder.lay(second!, other)
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Drei')
  })

  test.each([
    ['Nextcloud', (name: string) => name.replace('.seg', ' (conflicted copy 2026-11-20 101530).seg')],
    ['Syncthing', (name: string) => name.replace('.seg', '.sync-conflict-20261120-101530-ABCDEFG.seg')],
    ['OneDrive', (name: string) => name.replace('.seg', '-PC-JANA.seg')],
    ['a person', (name: string) => name.replace('.seg', ' - Kopie.seg')],
    ['somebody who put it elsewhere', (name: string) => name.replace(/^([^/]+)\/.*\//, '$1/Alt/')],
    ['a file system with capitals', (name: string) => name.toUpperCase().replace(/^[^/]+/, tag => tag.toLowerCase())],
    ['nobody knows whom', (name: string) => name.replace(/[^/]+$/, 'Neues Dokument.txt')],
  ])('it was renamed by %s: what is in it counts', async (_whom, rename) => {
    const { cem, folder, cems, files, bytesOf } = await threeFiles()
    const path = files.at(-1)!
    const bytes = bytesOf(path)
    folder.files.delete(path)
    folder.lay(rename(path), bytes)
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Drei')
  })

  test('conflict copies beside the files change nothing, and their numbers are not used again', async () => {
    const { jana, cem, folder, janas, cems, files, bytesOf } = await threeFiles()
    for (const path of files) folder.lay(path.replace('.seg', ' (conflicted copy).seg'), bytesOf(path))
    folder.lay(`${folderOf(jana)}40-50.sync-conflict-20261120.seg`, bytesOf(files[0]!))
    await write(jana, 'Vier')
    await allLook(janas, cems)
    expect(await nameAt(cem)).toBe('Vier')
    expect(filesOf(folder, jana)).toContain(`${folderOf(jana)}51-51.seg`)
  })

  test('what is nothing of ours is left alone, and read once', async () => {
    const { jana, cem, folder, cems } = await threeFiles()
    const tag = toHex(jana.keys.tag)
    folder.lay(`${tag}/Vertrag.docx`, textBytes('PK Vertrag'))
    folder.lay(`${tag}/desktop.ini`, textBytes('[.ShellClassInfo]'))
    folder.lay(`${folderOf(jana)}film.seg`, new Uint8Array(21 * 1024 * 1024).fill(1))
    await allLook(cems)
    expect(await nameAt(cem)).toBe('Drei')
    expect(cems.status().files.foreign).toBe(3)
    expect(folder.reads.filter(path => path.endsWith('.docx'))).toHaveLength(1)
    expect([...folder.files.keys()]).toContain(`${tag}/Vertrag.docx`)
  })
})

describe('the folder is not as it was', () => {
  test.each(['permissionLost', 'folderGone', 'folderReadOnly', 'folderFull'] as const)(
    '%s: that is told, nothing is lost, and when it is over everything goes on',
    async because => {
      const { jana, cem, folder, janas, cems } = await twoOffices()
      await write(jana, 'Eins')
      await allLook(janas, cems)
      folder.failure = { because, detail: '' }
      await write(jana, 'Zwei')
      await allLook(janas, cems)
      expect([janas.status().failure?.because, cems.status().failure?.because]).toEqual([because, because])
      expect(await nameAt(cem)).toBe('Eins')
      folder.failure = undefined
      await allLook(janas, cems)
      expect(await nameAt(cem)).toBe('Zwei')
      expect(janas.status().failure).toBeUndefined()
    },
  )

  test('it comes back empty: each lays down everything anew', async () => {
    const { jana, cem, folder, janas, cems } = await threeFiles()
    await write(cem, 'Vier')
    await allLook(janas, cems)
    folder.files.clear()
    await allLook(janas, cems)
    const doerte = await welcome(jana, 'doerte')
    await allLook(janas, over(doerte, folder.store))
    expect(await digestAt(doerte)).toBe(await digestAt(cem))
  })

  test('Jana’s own folder is put back to last week: what is missing is laid down again, under new names', async () => {
    const { jana, cem, folder, janas, cems, files } = await threeFiles()
    for (const path of files.slice(-2)) folder.files.delete(path)
    await allLook(janas)
    expect(filesOf(folder, jana).some(path => files.slice(-2).includes(path))).toBe(false)
    await allLook(cems)
    expect(await headsAt(cem)).toEqual(await headsAt(jana))
  })

  test('Cem’s browser is put back to the day he joined: he takes his own words in before he says anything', async () => {
    const jana = await foundedOffice()
    const keys = await makeDeviceKeys()
    await admit(jana, keys)
    const cem = await setUp(jana, keys)
    const folder = new MemoryFolder(() => time.now)
    const [janas, cems] = [over(jana, folder.store), over(cem, folder.store)]
    for (const name of ['Eins', 'Zwei']) {
      await write(cem, name)
      await allLook(cems, janas)
    }
    cems.close()
    const again = await setUp(jana, keys)
    const before = filesOf(folder, cem)
    await allLook(over(again, folder.store))
    expect(await nameAt(again)).toBe('Zwei')
    expect(filesOf(folder, cem)).toEqual(before)
    await write(again, 'Drei')
    await allLook(over(again, folder.store), janas)
    expect(await nameAt(jana)).toBe('Drei')
    expect((await again.replicator.status()).needsNewDevice).toBe(false)
  })

  test('forty small files become few; nobody who comes later misses anything', async () => {
    const { jana, cem, folder, cems } = await twoOffices()
    const janas = over(jana, folder.store, { habits: { ...impatient, mergeAt: 8 } })
    for (let index = 1; index <= 40; index++) {
      await write(jana, `Fassung ${index}`)
      await janas.look()
      if (index === 20) await cems.look()
      expect(filesOf(folder, jana).length).toBeLessThanOrEqual(2 * 8 + 1)
    }
    await allLook(janas, cems)
    expect(filesOf(folder, jana).length).toBeLessThan(12)
    expect(await nameAt(cem)).toBe('Fassung 40')
    const doerte = await welcome(jana, 'doerte')
    await allLook(janas, over(doerte, folder.store))
    expect(await headsAt(doerte)).toEqual(await headsAt(jana))
  })

  test('of a document that began with a checkpoint the checkpoint lies there, too', async () => {
    const { jana, cem, janas } = await threeFiles()
    const doerte = await welcome(jana, 'doerte')
    janas.close()
    const checkpoint = await jana.journal.checkpoint(workspace)
    await cem.replicator.arrivals.begin(workspace, checkpoint!, toHex(jana.keys.own))
    await write(cem, 'Vier')
    const folder = new MemoryFolder()
    await allLook(over(cem, folder.store))
    await allLook(over(doerte, folder.store))
    expect(await nameAt(doerte)).toBe('Vier')
    expect(await digestAt(doerte)).toBe(await digestAt(cem))
    expect(await doerte.journal.entries([spanOf(jana)], 1_000_000)).toEqual([])
  })
})

describe('nobody is asked more often than it helps', () => {
  test('a file that stays broken is read after 5 seconds, 10, 20, and at last every ten minutes', async () => {
    const { cem, folder, janas, cems, files } = await threeFiles()
    for (const sync of [janas, cems]) sync.close()
    const path = files.at(-1)!
    folder.lay(path, new Uint8Array(200))
    const sync = over(cem, folder.store, { habits: { ...usualStoreHabits, lookSpread: 0 } })
    await sync.look()
    expect(sync.status().files.broken).toBe(1)
    const readsAfter = async (seconds: number): Promise<number> => {
      const before = folder.reads.length
      for (let passed = 0; passed < seconds; passed += 5) {
        await time.pass(5_000)
        await sync.look()
      }
      return folder.reads.slice(before).filter(read => read === path).length
    }
    expect(await readsAfter(5)).toBe(1)
    expect(await readsAfter(5)).toBe(0)
    expect(await readsAfter(5)).toBe(1)
    expect(await readsAfter(1_200)).toBe(5)
    expect(await readsAfter(1_200)).toBe(2)
  })

  test('what Cem wrote Jana brings along after a minute, not before: he may come himself', async () => {
    const { jana, cem, janas, cems } = await twoOffices()
    for (const sync of [janas, cems]) sync.close()
    await write(cem, 'Von Cem')
    const entries = await cem.journal.entries([spanOf(cem)], 1_000_000)
    await jana.replicator.arrivals.receive(workspace, entries, toHex(cem.keys.own))
    const folder = new MemoryFolder()
    const sync = over(jana, folder.store, { habits: usualStoreHabits })
    await sync.look()
    await time.pass(55_000)
    await sync.look()
    expect(filesOf(folder, jana)).toHaveLength(1)
    await time.pass(10_000)
    await sync.look()
    expect(filesOf(folder, jana)).toHaveLength(2)
  })

  test('Cem goes on from an older state and writes another word in the same place: he is told to join anew', async () => {
    const jana = await foundedOffice()
    const keys = await makeDeviceKeys()
    await admit(jana, keys)
    const cem = await setUp(jana, keys)
    const folder = new MemoryFolder(() => time.now)
    const [janas, cems] = [over(jana, folder.store), over(cem, folder.store)]
    await write(cem, 'Eins')
    await allLook(cems, janas)
    cems.close()
    const again = await setUp(jana, keys)
    await write(again, 'Etwas anderes')
    const before = filesOf(folder, cem).length
    await allLook(over(again, folder.store), janas)
    expect((await again.replicator.status()).needsNewDevice).toBe(true)
    expect(filesOf(folder, cem)).toHaveLength(before)
    expect(await nameAt(jana)).toBe('Eins')
  })
})
