import { lateEntries } from '../storage/late-entries.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import { lateEditsOf, type LateEdit } from '../workspace/late-edits.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What the late entries that lie here would change, document by document. */
export const lateEditsHere = async (
  workspace: Workspace,
  { database, identity }: OpenedStorage,
): Promise<readonly LateEdit[]> => {
  const entries = await lateEntries(database, identity.keyring)
  const edits: LateEdit[] = []
  for (const document of new Set(entries.map(entry => entry.document))) {
    await workspace.openDocument(document)
    const opened = workspace.opened(document)
    const here = entries.filter(entry => entry.document === document)
    if (opened) edits.push(...lateEditsOf(opened.document, here))
  }
  return edits
}
