import { toHex } from '../../../src/journal/bytes.ts'
import { pseudonymOf } from '../../../src/sync/store/segment-form.ts'
import { usualStoreHabits, type StoreHabits } from '../../../src/sync/store/store-habits.ts'
import type { StoreMemory } from '../../../src/sync/store/store-memory.ts'
import { StoreSync } from '../../../src/sync/store/store-sync.ts'
import type { Store } from '../../../src/sync/store/store.ts'
import { workspace } from '../../storage/desk.ts'
import { MemoryFolder } from '../../support/memory-store.ts'
import { clock, foundedOffice, time, welcome, type Office } from './offices.ts'

/** Browsers that never meet: all they have in common is a folder on a drive. */

const syncs: StoreSync[] = []

export const closeSyncs = (): void => {
  for (const sync of syncs.splice(0)) sync.close()
}

/** Nobody waits: not to bring along what others do not, and not to read again what could not be understood. */
export const impatient: StoreHabits = { ...usualStoreHabits, forwardAfter: 0, retryAfter: 0 }

type Choices = Readonly<{ memory?: StoreMemory; habits?: StoreHabits }>

/** A browser's sync over a store. */
export const over = (office: Office, store: Store, { habits = impatient, memory }: Choices = {}): StoreSync => {
  const { replicator, keys, members, journal } = office
  const { arrivals } = replicator
  const sync = new StoreSync({
    keys,
    members,
    journal,
    arrivals,
    clock,
    store,
    habits,
    ...(memory ? { memory } : {}),
  })
  syncs.push(sync)
  return sync
}

/** Everybody looks, one after the other, until nothing more can come of it. */
export const allLook = async (...some: readonly StoreSync[]): Promise<void> => {
  for (let round = 0; round < 3; round++) for (const sync of some) await sync.look()
}

/** Jana and Cem, each with the folder. */
export const twoOffices = async () => {
  const jana = await foundedOffice()
  const cem = await welcome(jana)
  const folder = new MemoryFolder(() => time.now)
  return { jana, cem, folder, janas: over(jana, folder.store), cems: over(cem, folder.store) }
}

export const folderOf = ({ keys }: Office): string => `${toHex(keys.tag)}/${pseudonymOf(keys.workspace, keys.own)}/`

export const filesOf = (folder: MemoryFolder, office: Office): readonly string[] =>
  [...folder.files.keys()].filter(path => path.startsWith(folderOf(office)))

/** Everything somebody has written. */
export const spanOf = ({ keys }: Office, document = workspace) => ({
  document,
  device: toHex(keys.own),
  from: 1,
  to: 10_000,
})

export const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
