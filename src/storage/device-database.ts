import { Dexie, type Table } from 'dexie'
import type { KnownWorkspace } from '../workspace/device.ts'
import type { StorageFinding } from '../workspace/ports.ts'
import { deviceDatabaseName } from './names.ts'

export type RememberedFinding = StorageFinding & Readonly<{ workspace: string; n?: number }>

/** What this browser knows beside its workspaces: which there are, how the person likes the app, what storage had to mend. */
export class DeviceDatabase extends Dexie {
  declare readonly workspaces: Table<KnownWorkspace, string>
  declare readonly settings: Table<Readonly<{ id: string; value: unknown }>, string>
  declare readonly findings: Table<RememberedFinding, number>

  constructor() {
    super(deviceDatabaseName, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ workspaces: 'id', settings: 'id', findings: '++n, workspace' })
  }

  /** Newest first. */
  async knownWorkspaces(): Promise<readonly KnownWorkspace[]> {
    const all = await this.workspaces.toArray()
    return all.sort((a, b) => b.lastOpenedAt - a.lastOpenedAt)
  }

  async lastWorkspace(): Promise<KnownWorkspace | undefined> {
    return (await this.knownWorkspaces())[0]
  }

  async remember(workspace: KnownWorkspace): Promise<void> {
    await this.workspaces.put(workspace)
  }
}
