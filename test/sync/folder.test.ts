import '../storage/fake-browser.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { toHex } from '../../src/journal/bytes.ts'
import type { StoreMemory, StoreNotes } from '../../src/sync/store/store-memory.ts'
import { workspace } from '../storage/desk.ts'
import { MemoryFolder } from '../support/memory-store.ts'
import {
  closeOffices,
  digestAt,
  headsAt,
  nameAt,
  startOffice,
  takeOut,
  time,
  welcome,
  write,
} from './support/offices.ts'
import { allLook, closeSyncs, filesOf, impatient, latin, over, spanOf, twoOffices } from './support/team-folder.ts'

afterEach(() => {
  closeSyncs()
  closeOffices()
})

const team = 'team:ab12#1'

describe('over a folder alone', () => {
  test('both have what the other wrote, and see the same', async () => {
    const { jana, cem, janas, cems } = await twoOffices()
    await write(jana, 'Digitalisierung')
    await allLook(janas, cems)
    expect(await nameAt(cem)).toBe('Digitalisierung')
    await write(cem, 'Digitalisierung der Bauakte')
    await write(jana, 'Digitalisierung der Bauakten')
    await allLook(janas, cems)
    expect(await headsAt(cem)).toEqual(await headsAt(jana))
    expect(await digestAt(cem)).toBe(await digestAt(jana))
  })

  test('each writes in a folder of their own, under names nobody can read, and never one file twice', async () => {
    const { jana, cem, folder, janas, cems } = await twoOffices()
    await write(jana, 'Eins')
    await allLook(janas, cems)
    const before = new Map(folder.files)
    await write(jana, 'Zwei')
    await write(cem, 'Drei')
    await allLook(janas, cems)
    for (const [path, file] of before) if (folder.files.has(path)) expect(folder.files.get(path)).toBe(file)
    const names = [...folder.files.keys()]
    expect(names.length).toBe(filesOf(folder, jana).length + filesOf(folder, cem).length)
    expect(names.filter(name => !/^[0-9a-f]{20}\/[0-9a-f]{32}\/\d+-\d+\.seg$/.test(name))).toEqual([])
  })

  test('by itself: what is saved lies there a moment later, and is read at the next look', async () => {
    const { jana, cem, janas, cems } = await twoOffices()
    for (const sync of [janas, cems]) sync.start()
    await time.pass(1_000)
    await write(jana, 'Eins')
    await write(jana, 'Zwei')
    janas.saved()
    await expect
      .poll(async () => {
        await time.pass(1_000)
        return nameAt(cem)
      })
      .toBe('Zwei')
    expect(janas.status().files).toMatchObject({ broken: 0, waiting: 0, foreign: 0 })
  })

  test('what was read is not read again, not even after a new start', async () => {
    const { jana, cem, folder, janas } = await twoOffices()
    let notes: StoreNotes | undefined
    const memory: StoreMemory = { load: async () => notes, save: async saved => void (notes = saved) }
    const cems = over(cem, folder.store, { memory })
    await write(jana, 'Eins')
    await allLook(janas, cems)
    const count = folder.reads.length
    await allLook(janas, cems)
    expect(folder.reads.length).toBe(count)
    await allLook(over(cem, folder.store, { memory }))
    expect(folder.reads.length).toBe(count)
    notes = structuredClone(notes)
    await write(jana, 'Zwei')
    await allLook(janas, over(cem, folder.store, { memory }))
    expect(folder.reads.length).toBe(count + 1)
    expect(await nameAt(cem)).toBe('Zwei')
  })

  test('what was saved just before the browser was closed lies there after the next start', async () => {
    const { jana, cem, folder, janas, cems } = await twoOffices()
    await write(jana, 'Eins')
    await allLook(janas, cems)
    await write(jana, 'Zwei')
    janas.close()
    await allLook(over(startOffice(jana), folder.store), cems)
    expect(await nameAt(cem)).toBe('Zwei')
  })

  test('words that answer each other, forty times: who comes late has all of them, in whatever order files are read', async () => {
    const { jana, cem, folder } = await twoOffices()
    const habits = { ...impatient, mergeAt: 16 }
    const [janas, cems] = [over(jana, folder.store, { habits }), over(cem, folder.store, { habits })]
    for (let turn = 0; turn < 20; turn++) {
      await write(jana, `Frage ${turn}`)
      await janas.look()
      await cems.look()
      await write(cem, `Antwort ${turn}`)
      await cems.look()
      await janas.look()
    }
    const doerte = await welcome(jana, 'doerte')
    const doertes = over(doerte, folder.store)
    await allLook(janas, doertes)
    expect(Object.values(await headsAt(doerte))).toEqual([20, 20])
    expect(doertes.status().files).toMatchObject({ waiting: 0, broken: 0, foreign: 0 })
    expect(await digestAt(doerte)).toBe(await digestAt(jana))
  })

  test('Cem’s own disk is full while he reads: nothing of it is taken for read', async () => {
    const { jana, cem, janas, cems } = await twoOffices()
    await write(jana, 'Eins')
    await janas.look()
    const append = async () => ({ ok: false, failure: { because: 'storageFull', detail: '' } })
    Object.assign(cem.journal, { append })
    await allLook(cems)
    expect(cems.status().files.waiting).toBe(1)
    expect(await nameAt(cem)).toBeUndefined()
    Reflect.deleteProperty(cem.journal, 'append')
    await write(cem, 'Platz gemacht')
    cems.saved()
    await allLook(cems)
    expect(Object.keys(await headsAt(cem))).toHaveLength(2)
    expect(cems.status().files.waiting).toBe(0)
  })

  test('whom only Jana meets is brought along by her, once it is clear that he does not come himself', async () => {
    const { jana, cem, janas } = await twoOffices()
    const doerte = await welcome(jana, 'doerte')
    await write(cem, 'Von Cem')
    const entries = await cem.journal.entries([spanOf(cem)], 1_000_000)
    await jana.replicator.arrivals.receive(workspace, entries, toHex(cem.keys.own))
    const folder = new MemoryFolder()
    const [again, doertes] = [over(jana, folder.store), over(doerte, folder.store)]
    await allLook(again, doertes)
    expect(await nameAt(doerte)).toBe('Von Cem')
    janas.close()
  })

  test('who last wrote to the day is said of each device, and nothing finer', async () => {
    const { jana, cem, janas, cems } = await twoOffices()
    await write(jana, 'Eins')
    await write(cem, 'Zwei')
    await allLook(janas, cems)
    const day = new Date(time.now).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
    expect(cems.status().contacts).toEqual([{ device: toHex(jana.keys.own), lastContact: day }])
    expect(janas.status().contacts).toEqual([{ device: toHex(cem.keys.own), lastContact: day }])
  })
})

describe('who belongs and who does not', () => {
  test('a document that somebody is not granted lies there, and none of its words opens for them', async () => {
    const { jana, cem, janas, cems } = await twoOffices()
    await write(jana, 'Vertraulich', team)
    await write(jana, 'Für alle')
    await allLook(janas, cems)
    expect(await nameAt(cem)).toBe('Für alle')
    expect(await cem.journal.documents()).not.toContain(team)
    expect(cems.status().files.locked).toBe(1)
  })

  test('taken out, and the key changed: Cem reads no more of it, and what he goes on to lay down does not count', async () => {
    const { jana, cem, folder, janas, cems } = await twoOffices()
    const doerte = await welcome(jana, 'doerte')
    const doertes = over(doerte, folder.store)
    await write(jana, 'Eins')
    await allLook(janas, cems, doertes)
    await takeOut(jana, 'cem')
    await write(jana, 'Ohne Cem')
    await write(cem, 'Zu spät')
    await allLook(cems)
    await allLook(janas, doertes, cems)
    expect(await nameAt(doerte)).toBe('Ohne Cem')
    expect(await nameAt(jana)).toBe('Ohne Cem')
    expect(await headsAt(cem)).toEqual({ [toHex(jana.keys.own)]: 1, [toHex(cem.keys.own)]: 1 })
    expect(await headsAt(doerte)).toEqual({ [toHex(jana.keys.own)]: 2 })
    expect(await digestAt(doerte)).toBe(await digestAt(jana))
  })

  test('who was away while the key changed finds the new one in the folder', async () => {
    const { jana, folder, janas } = await twoOffices()
    const doerte = await welcome(jana, 'doerte')
    await takeOut(jana, 'cem')
    await write(jana, 'Unter dem neuen Schlüssel')
    await allLook(janas)
    await allLook(over(doerte, folder.store))
    expect(await nameAt(doerte)).toBe('Unter dem neuen Schlüssel')
    expect(await digestAt(doerte)).toBe(await digestAt(jana))
  })

  test('without membership nobody finds a word in the bytes: no text, no name, no document, no id', async () => {
    const { jana, cem, folder, janas, cems } = await twoOffices()
    await welcome(jana, 'doerte-lindemann')
    await write(jana, 'Wohngeldantrag')
    await write(jana, 'Hundesteuer', team)
    await write(cem, 'Gewerbeanmeldung')
    await allLook(janas, cems)
    const ids = [jana.keys.own, cem.keys.own, jana.keys.workspace]
    const words = [
      'Wohngeldantrag',
      'Hundesteuer',
      'Gewerbeanmeldung',
      'board',
      'doerte-lindemann',
      'workspace#1',
      'team:ab12',
    ]
    const bytes = [...folder.files].map(([path, file]) => `${path}${latin(file.bytes)}`).join('\n')
    expect(folder.files.size).toBe(4)
    for (const word of [...words, 'membership', 'Musterstadt']) expect(bytes).not.toContain(word)
    for (const id of ids) expect(bytes).not.toContain(latin(id))
    for (const id of ids) expect(bytes).not.toContain(toHex(id))
    // The journal does hold them: the list is no list of words that are nowhere.
    expect(latin((await jana.journal.entries([spanOf(jana)], 1_000_000))[0]!)).toContain('workspace#1')
  })
})
