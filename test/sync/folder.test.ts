import '../storage/fake-browser.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { textBytes, toHex } from '../../src/journal/bytes.ts'
import { pseudonymOf } from '../../src/sync/store/segment-form.ts'
import { StoreSync } from '../../src/sync/store/store-sync.ts'
import type { StoreMemory, StoreNotes } from '../../src/sync/store/store-memory.ts'
import { usualStoreHabits } from '../../src/sync/store/store-habits.ts'
import { workspace } from '../storage/desk.ts'
import { MemoryFolder } from '../support/memory-store.ts'
import {
  clock,
  closeOffices,
  digestAt,
  foundedOffice,
  headsAt,
  nameAt,
  takeOut,
  time,
  welcome,
  write,
  type Office,
} from './support/offices.ts'

/** Browsers that never meet: all they have in common is a folder on a drive. */

const syncs: StoreSync[] = []
afterEach(() => {
  for (const sync of syncs.splice(0)) sync.close()
  closeOffices()
})

const over = (office: Office, folder: MemoryFolder, memory?: StoreMemory): StoreSync => {
  const { replicator, keys, members, journal } = office
  const { arrivals } = replicator
  const sync = new StoreSync({
    ...{ keys, members, journal, arrivals, clock },
    store: folder.store,
    habits: { ...usualStoreHabits, forwardAfter: 0, retryAfter: 0 },
    ...(memory ? { memory } : {}),
  })
  syncs.push(sync)
  return sync
}

/** Everybody looks, one after the other, until nothing more can come of it. */
const allLook = async (...some: readonly StoreSync[]): Promise<void> => {
  for (let round = 0; round < 3; round++) for (const sync of some) await sync.look()
}

const folderOf = ({ keys }: Office): string => `${toHex(keys.tag)}/${pseudonymOf(keys.workspace, keys.own)}/`
const filesOf = (folder: MemoryFolder, office: Office): readonly string[] =>
  [...folder.files.keys()].filter(path => path.startsWith(folderOf(office)))

/** Jana and Cem, each with the folder. */
const twoOffices = async () => {
  const jana = await foundedOffice()
  const cem = await welcome(jana)
  const folder = new MemoryFolder(() => time.now)
  return { jana, cem, folder, janas: over(jana, folder), cems: over(cem, folder) }
}

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
})
