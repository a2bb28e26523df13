import { allRecords } from '../domain/records.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { Archive } from './exchange-port.ts'
import { planRestore, restoreRecords, type RestorePlan } from './restore.ts'
import type { Done, SessionRefusal, Workspace } from './workspace.ts'

const originKey = 'origin'

/** Everything a workspace holds, as an archive. It names the workspace in which the records began. */
export const archiveOf = async (workspace: Workspace): Promise<Archive> => {
  const origin = await workspace.notes.get(originKey)
  return { workspace: typeof origin === 'string' ? origin : workspace.id, documents: await workspace.plain() }
}

/** The dry run: what restoring an archive here would change. `now`: milliseconds UTC. */
export const compareArchive = async (workspace: Workspace, archive: Archive, now: number): Promise<RestorePlan> =>
  planRestore(await workspace.plain(), archive.documents, allRecords, { now, actor: workspace.actor })

/**
 * Restores an archive as new edits of one command. Into a workspace without records it comes as it is, with the same record ids, and
 * what is archived again later is the same file.
 */
export const restoreArchive = async (
  workspace: Workspace,
  archive: Archive,
  now: number,
): Promise<Result<Done, SessionRefusal>> => {
  const here = await workspace.plain()
  const { changes } = await compareArchive(workspace, archive, now)
  if (Object.values(here).every(plain => Object.keys(plain).length === 0))
    await workspace.notes.set(originKey, archive.workspace)
  return workspace.run(restoreRecords, { changes })
}
