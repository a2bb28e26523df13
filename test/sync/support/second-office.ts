import '../../storage/fake-browser.ts'
import { IDBFactory } from 'fake-indexeddb'
import { fromHex, type Bytes } from '../../../src/journal/bytes.ts'
import { makeDeviceKeys, type DeviceKeys } from '../../../src/journal/keys.ts'
import { joinWorkspace } from '../../../src/storage/join-workspace.ts'
import { nodeStore } from '../../support/node-store.ts'
import { digestAt, headsAt, inBrowserOf, openOffice, write, type Office } from './offices.ts'
import { allLook, over } from './team-folder.ts'

type Joining = Readonly<{ id: string; entries: readonly Bytes[]; folder: string }>

let keys: DeviceKeys
let office: Office
let sync: ReturnType<typeof over>

/** What the office in the other process does when it is told to. */
export const secondOffice = {
  makeKeys: async () => {
    keys = await makeDeviceKeys()
    return { signingPublic: keys.signingPublic, sealingPublic: keys.sealingPublic, id: keys.id }
  },
  join: async ({ id, entries, folder }: Joining) => {
    const databases = new IDBFactory()
    const person = { id: 'cem', name: 'Cem' }
    const joining = { workspace: fromHex(id), name: 'Musterstadt', person, keys, entries }
    const joined = await inBrowserOf(databases, () => joinWorkspace(joining))
    office = await openOffice(id, databases)
    sync = over(office, nodeStore(folder))
    return { joined: joined.ok }
  },
  work: async ({ times, name }: Readonly<{ times: number; name: string }>) => {
    for (let count = 1; count <= times; count++) {
      await write(office, `${name} ${count}`)
      await sync.look()
    }
    return { failure: sync.status().failure }
  },
  settle: async () => {
    await allLook(sync)
    return { heads: await headsAt(office), digest: await digestAt(office), files: sync.status().files }
  },
}
