import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import type { DeviceKeys } from '../journal/keys.ts'
import { emptyLog, extendLog } from '../journal/membership-log.ts'
import { foldLog } from '../journal/membership.ts'
import { rootPlace, wrapSecret } from '../journal/wrap.ts'
import type { KnownWorkspace } from '../workspace/device.ts'
import { WorkspaceDatabase, type KeyRow } from './database.ts'
import { takeMembership } from './membership-writer.ts'
import { rememberWorkspace } from './remember-workspace.ts'
import { setSentinel } from './sentinel.ts'

export type Joining = Readonly<{
  /** SHA-256 of the workspace's root public key. */
  workspace: Bytes
  /** What the workspace is called on this device. */
  name: string
  person: Readonly<{ id: string; name: string }>
  /** Made for this workspace; somebody has admitted them. */
  keys: DeviceKeys
  /** The membership log as it was handed over, in any order. */
  entries: readonly Bytes[]
  /** The root's private key, where a recovery sheet has brought it: kept wrapped, so that a new sheet can be made here. */
  root?: Bytes | undefined
}>

export type JoinRefusal =
  | Readonly<{ because: 'membershipIsBroken'; detail: string }>
  /** The log does not admit this device, or for somebody else, or no more. */
  | Readonly<{ because: 'notAdmitted' }>
  | Readonly<{ because: 'isHereAlready' }>

const keepKeys = async (
  database: WorkspaceDatabase,
  { workspace, person, keys, root }: Omit<Joining, 'name' | 'entries'>,
): Promise<void> => {
  const wrapped = root && (await wrapSecret(root, keys.sealingPublic, rootPlace(workspace)))
  const rows: KeyRow[] = [{ id: 'device', keys, person: person.id }]
  if (wrapped?.ok) rows.push({ id: 'root', wrapped: wrapped.value })
  await database.keys.bulkAdd(rows)
}

/**
 * Sets a workspace up that this device was admitted to. In: what was handed over, milliseconds UTC. Out: the workspace as it now stands in
 * this device's list; its documents come with the first sync. Refuses a log that does not fold or does not admit this device; then nothing
 * is left behind. Throws when storage refuses.
 */
export const joinWorkspace = async (
  { workspace, name, person, keys, entries, root }: Joining,
  now = Date.now(),
): Promise<Result<KnownWorkspace, JoinRefusal>> => {
  const { log } = await extendLog(emptyLog(workspace), entries)
  const membership = foldLog(log)
  if (!membership.ok) return refuse({ because: 'membershipIsBroken', detail: membership.refusal.because })
  const own = membership.value.devices.get(toHex(keys.id))
  if (!own || own.isRemoved || own.person !== person.id) return refuse({ because: 'notAdmitted' })
  const id = toHex(workspace)
  const database = new WorkspaceDatabase(id)
  try {
    if (await database.keys.get('device')) return refuse({ because: 'isHereAlready' })
    await takeMembership(database, emptyLog(workspace), entries, now)
    // Last: without a key it is no workspace, and a joining that was cut short can begin anew.
    await keepKeys(database, { workspace, person, keys, root })
  } finally {
    database.close()
  }
  setSentinel({ workspace: id, name, since: now })
  return ok(await rememberWorkspace({ id, name, person, lastOpenedAt: now, sample: false }))
}
