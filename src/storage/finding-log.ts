import type { StorageFinding } from '../workspace/ports.ts'
import { onDevice } from './device-database.ts'

/** Older findings have been read or do not matter any more. */
const remembered = 200

/** What storage had to mend, kept outside the workspace's own database, which may be what was lost. */
export class FindingLog {
  private readonly workspace: string

  constructor(workspace: string) {
    this.workspace = workspace
  }

  async note(findings: readonly StorageFinding[]): Promise<void> {
    if (findings.length === 0) return
    await onDevice(async device => {
      await device.findings.bulkAdd(findings.map(finding => ({ ...finding, workspace: this.workspace })))
      const keys = await device.findings.where('workspace').equals(this.workspace).primaryKeys()
      await device.findings.bulkDelete(keys.slice(0, Math.max(0, keys.length - remembered)))
    })
  }

  /** Newest last. */
  read(): Promise<readonly StorageFinding[]> {
    return onDevice(async device => {
      const rows = await device.findings.where('workspace').equals(this.workspace).sortBy('n')
      return rows.map(({ finding, at, document, detail }) => ({
        finding,
        at,
        ...(document === undefined ? {} : { document }),
        ...(detail === undefined ? {} : { detail }),
      }))
    })
  }
}
