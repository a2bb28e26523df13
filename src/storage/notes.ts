import type { Notes } from '../workspace/ports.ts'
import type { WorkspaceDatabase } from './database.ts'

/** Small things of one workspace that this device keeps beside the documents. */
export class DexieNotes implements Notes {
  private readonly database: WorkspaceDatabase

  constructor(database: WorkspaceDatabase) {
    this.database = database
  }

  async get(key: string): Promise<unknown> {
    return (await this.database.settings.get(key))?.value
  }

  async set(key: string, value: unknown): Promise<void> {
    await (value === undefined ? this.database.settings.delete(key) : this.database.settings.put({ id: key, value }))
  }
}
