import { useContext, useEffect, useState } from 'react'
import { originOf } from '../../workspace/archive.ts'
import type { Archive } from '../../workspace/exchange-port.ts'
import { compareArchive, type Comparison } from '../../workspace/restore-archive.ts'
import { planRestore } from '../../workspace/restore.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { WorkspaceContext } from '../workspace-context.ts'

/**
 * What restoring would change. `apart`: the archive becomes a workspace of its own, because there is none yet or because it comes from another one than the open
 * one, whose teams it would bin.
 */
export type RestoreOutlook = Pick<Comparison, 'touched' | 'blobs'> & Readonly<{ apart: boolean }>

const outlookOf = async (workspace: Workspace | undefined, archive: Archive): Promise<RestoreOutlook> => {
  const now = Date.now()
  if (workspace && (await originOf(workspace)) === archive.workspace)
    return { ...(await compareArchive(workspace, archive, now)), apart: false }
  const { touched } = planRestore({}, archive.documents, [], { now, actor: '' })
  return { touched, blobs: archive.blobs?.size ?? 0, apart: true }
}

/** Compares an archive with what is here; undefined while it is being compared, and without an archive. */
export const useRestoreOutlook = (archive: Archive | undefined): RestoreOutlook | undefined => {
  const workspace = useContext(WorkspaceContext)
  const [found, setFound] = useState<{ readonly archive: Archive; readonly outlook: RestoreOutlook }>()
  useEffect(() => {
    let isWanted = true
    if (archive)
      void outlookOf(workspace, archive).then(outlook => {
        if (isWanted) setFound({ archive, outlook })
      })
    return () => {
      isWanted = false
    }
  }, [workspace, archive])
  return found?.archive === archive ? found?.outlook : undefined
}
