import { onDevice } from './device-database.ts'
import { namesOf } from './names.ts'

/** What is still there after wiping: names of databases, folders and keys. Empty when all is gone. */
export type Remains = readonly string[]

/**
 * Removes one workspace from this device: journal, copies, snapshots, write-ahead copies, its line in the list. The line goes last
 * and only when nothing is left: what another tab holds can then be removed once more. `patience`: milliseconds to wait for each
 * database that another tab has not let go of yet.
 */
export const wipeWorkspace = async (workspace: string, patience = 5000): Promise<Remains> => {
  const names = namesOf(workspace)
  const isOwn = (name: string): boolean => name === names.database || name.startsWith(`${names.database}:`)
  const remains = await wipe(isOwn, folder => folder === names.folder, patience)
  if (remains.length > 0) return remains
  await onDevice(async device => {
    await device.workspaces.delete(workspace)
    await device.findings.where('workspace').equals(workspace).delete()
  })
  return []
}

type Matches = (name: string) => boolean

const wipe = async (isOwn: Matches, isOwnFolder: Matches, patience: number): Promise<Remains> => {
  for (const name of await databaseNames(isOwn)) await deleteDatabase(name, patience)
  for (const name of await folderNames(isOwnFolder)) await removeFolder(name)
  for (const key of keys(isOwn)) localStorage.removeItem(key)
  return [...(await databaseNames(isOwn)), ...(await folderNames(isOwnFolder)), ...keys(isOwn)]
}

const databaseNames = async (isOwn: Matches): Promise<readonly string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => (name !== undefined && isOwn(name) ? [name] : []))

const deleteDatabase = (name: string, patience: number): Promise<void> =>
  new Promise(resolve => {
    const request = indexedDB.deleteDatabase(name)
    setTimeout(resolve, patience)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => resolve())
  })

const folderNames = async (isOwn: Matches): Promise<readonly string[]> => {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return []
  const names: string[] = []
  for await (const name of (await navigator.storage.getDirectory()).keys()) if (isOwn(name)) names.push(name)
  return names
}

/** A file that is being written just now cannot be removed; then the folder is among the remains. */
const removeFolder = async (name: string): Promise<void> => {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true })
  } catch {
    return
  }
}

const keys = (isOwn: Matches): readonly string[] =>
  Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter(isOwn)
