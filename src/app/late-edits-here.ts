import type { DocumentName } from '../domain/kernel/record.ts'
import { lateEntries } from '../storage/late-entries.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import { lateEditsOf, type LateEdit, type LateEntry } from '../workspace/late-edits.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What the late entries that lie here would change, document by document and device by device. */
export const lateEditsHere = async (
  workspace: Workspace,
  { database, identity }: OpenedStorage,
): Promise<readonly LateEdit[]> => {
  const byChain = new Map<string, { readonly document: DocumentName; readonly entries: LateEntry[] }>()
  for (const entry of await lateEntries(database, identity.keyring)) {
    const key = `${entry.document} ${entry.device}`
    const chain = byChain.get(key) ?? { document: entry.document, entries: [] }
    byChain.set(key, chain)
    chain.entries.push(entry)
  }
  const edits: LateEdit[] = []
  for (const { document, entries } of byChain.values()) {
    await workspace.openDocument(document)
    const opened = workspace.opened(document)
    if (opened) edits.push(...lateEditsOf(opened.document, entries))
  }
  return edits
}
