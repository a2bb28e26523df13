import type { LostWorkspace, SnapshotInfo } from '../workspace/device.ts'
import { onDevice } from './device-database.ts'
import { heardDataLoss } from './listening-factory.ts'
import { namesOf } from './names.ts'
import { allSentinels } from './sentinel.ts'
import { hasPrivateFiles, privateFiles } from './snapshot-files.ts'
import { Snapshots } from './snapshots.ts'

/** Why: found broken and emptied, as far as the browser says; otherwise cleared. */
type WhyLost = Readonly<{ because: 'dataLoss' | 'evicted' }>

/**
 * Workspaces that this device had and that no list knows any more: the browser has emptied its databases. The start screen offers
 * their snapshots instead of greeting the person as a stranger.
 */
export const lostWorkspaces = async (): Promise<readonly (LostWorkspace & WhyLost)[]> => {
  const known = new Set(await onDevice(device => device.workspaces.toCollection().primaryKeys()))
  const lost = allSentinels().filter(({ workspace }) => !known.has(workspace))
  const because = heardDataLoss() ? 'dataLoss' : 'evicted'
  return Promise.all(
    lost.map(async sentinel => ({ ...sentinel, because, snapshots: await snapshotsLeft(sentinel.workspace) })),
  )
}

/** Reads a snapshot of a workspace that cannot be opened. */
export const readLostSnapshot = async (workspace: string, name: string): Promise<Uint8Array | undefined> =>
  hasPrivateFiles() ? snapshotsIn(workspace).read(name) : undefined

const snapshotsLeft = async (workspace: string): Promise<readonly SnapshotInfo[]> =>
  hasPrivateFiles() ? snapshotsIn(workspace).list() : []

const snapshotsIn = (workspace: string): Snapshots => new Snapshots(privateFiles(namesOf(workspace).folder))
