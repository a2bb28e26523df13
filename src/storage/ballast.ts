import { noise } from './noise.ts'
import { saveFailureOf } from './save-failure.ts'
import type { WorkspaceDatabase } from './database.ts'

const key = 'ballast'
const size = 2 * 1024 * 1024
/**
 * Two megabytes held in reserve. When the disk is full, they are given up so that the last edits can still be saved and a backup
 * be made; deleting works on a full disk, and the room is there at once (measured: 2 MB freed let 51 records of 40 kB in).
 */
export class Ballast {
  private readonly database: WorkspaceDatabase
  private isLaid = false

  constructor(database: WorkspaceDatabase) {
    this.database = database
  }

  /** Lays the reserve when there is room for it. Out: whether it lies there now. */
  async lay(): Promise<boolean> {
    if (this.isLaid) return true
    try {
      const known = await this.database.settings.where('id').equals(key).count()
      if (known === 0) await this.database.settings.put({ id: key, value: noise(size) })
      this.isLaid = true
    } catch (error) {
      if (saveFailureOf(error, undefined).because !== 'storageFull') throw error
    }
    return this.isLaid
  }

  /** Gives the reserve up. Out: false when there was none. */
  async free(): Promise<boolean> {
    this.isLaid = false
    try {
      return (await this.database.settings.where('id').equals(key).delete()) > 0
    } catch {
      return false
    }
  }
}
