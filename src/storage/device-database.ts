import { Dexie, type Table } from 'dexie'
import type { KnownWorkspace } from '../workspace/device.ts'
import type { StorageFinding } from '../workspace/ports.ts'
import { listeningFactory } from './listening-factory.ts'
import { deviceDatabaseName } from './names.ts'

export type RememberedFinding = StorageFinding & Readonly<{ workspace: string; n?: number }>

/** What this browser knows beside its workspaces: which there are, and what storage had to mend. */
export class DeviceDatabase extends Dexie {
  declare readonly workspaces: Table<KnownWorkspace, string>
  declare readonly findings: Table<RememberedFinding, number>

  constructor() {
    super(deviceDatabaseName, {
      chromeTransactionDurability: 'strict',
      cache: 'disabled',
      indexedDB: listeningFactory(),
    })
    this.version(1).stores({ workspaces: 'id', findings: '++n, workspace' })
  }

  /** Newest first. */
  async knownWorkspaces(): Promise<readonly KnownWorkspace[]> {
    const all = await this.workspaces.toArray()
    return all.sort((a, b) => b.lastOpenedAt - a.lastOpenedAt)
  }

  async remember(workspace: KnownWorkspace): Promise<void> {
    await this.workspaces.put(workspace)
  }
}

/** Opens the device's database for one piece of work. */
export const onDevice = async <Value>(work: (device: DeviceDatabase) => Promise<Value>): Promise<Value> => {
  const device = new DeviceDatabase()
  try {
    return await work(device)
  } finally {
    device.close()
  }
}
