import { directoryStore, type DirectoryHandle } from '../sync/carriers/directory-store.ts'
import type { Folder } from '../sync/folder-sync.ts'
import type { StoreMemory, StoreNotes } from '../sync/store/store-memory.ts'
import type { Sync, SyncWork } from '../workspace/sync-port.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The handle and what was read of it lie beside the journal, and go with it. */
const notes = { folder: 'sync:folder', read: 'sync:read' } as const

type Handle = DirectoryHandle & {
  readonly requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>
}
type Picking = { readonly showDirectoryPicker?: (options: object) => Promise<Handle> }

const handleOf = async (workspace: Workspace): Promise<Handle | undefined> =>
  (await workspace.notes.get(notes.folder)) as Handle | undefined

const memoryOf = (workspace: Workspace): StoreMemory => ({
  load: async () => (await workspace.notes.get(notes.read)) as StoreNotes | undefined,
  save: read => workspace.notes.set(notes.read, read),
})

/** The team's folder as it was chosen on this device; undefined where none was. */
export const folderOf = async (workspace: Workspace): Promise<Folder | undefined> => {
  const handle = await handleOf(workspace)
  return handle && { name: handle.name, store: directoryStore(handle), memory: memoryOf(workspace) }
}

const pick = async (): Promise<Handle | undefined> => {
  try {
    return await (globalThis as Picking).showDirectoryPicker?.({ id: 'lotse-team', mode: 'readwrite' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

/** Choosing, allowing and giving up the folder: in the tab where somebody clicks. */
export const folderChoice = (
  workspace: Workspace,
  work: SyncWork,
): Pick<Sync, 'canFolder' | 'chooseFolder' | 'renewFolder' | 'forgetFolder'> => ({
  canFolder: 'showDirectoryPicker' in globalThis,
  chooseFolder: async () => {
    const handle = await pick()
    if (!handle) return false
    await workspace.notes.set(notes.read, undefined)
    await workspace.notes.set(notes.folder, handle)
    await work.folderChanged()
    return true
  },
  renewFolder: async () => {
    const handle = await handleOf(workspace)
    const answer = await handle?.requestPermission?.({ mode: 'readwrite' })
    if (answer === 'granted') await work.folderChanged()
    return answer === 'granted'
  },
  forgetFolder: async () => {
    await workspace.notes.set(notes.folder, undefined)
    await work.folderChanged()
  },
})
