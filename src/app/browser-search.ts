import { WordIndex } from '../storage/search-index.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import type { Search } from '../workspace/search-port.ts'
import { Searching } from '../workspace/searching.ts'
import type { Workspace } from '../workspace/workspace.ts'

const known = new WeakMap<Workspace, Search>()

/** One search per workspace and visit: its index is built once and then follows. */
export const searchOf = (workspace: Workspace, opened: OpenedStorage | undefined): Search => {
  if (!opened) throw new Error('the workspace is not open')
  const search = known.get(workspace) ?? new Searching(workspace, { ...opened.ports, index: new WordIndex() })
  known.set(workspace, search)
  return search
}
