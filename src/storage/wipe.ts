import { onDevice } from './finding-log.ts'
import { deviceDatabaseName, namesOf } from './names.ts'

/** What is still there after wiping: names of databases, folders and keys. Empty when all is gone. */
export type Remains = readonly string[]

/** Milliseconds to wait for a database that another tab has not let go of yet. */
const patience = 5000

/** Removes one workspace from this device: journal, copies, snapshots, write-ahead copies, its line in the list. */
export const wipeWorkspace = async (workspace: string): Promise<Remains> => {
  const names = namesOf(workspace)
  const isOwn = (name: string): boolean => name === names.database || name.startsWith(`${names.database}:`)
  await onDevice(async device => {
    await device.workspaces.delete(workspace)
    await device.findings.where('workspace').equals(workspace).delete()
  })
  return wipe(isOwn, folder => folder === names.folder)
}

/** Removes everything Lotse keeps in this browser, the app's own files for working offline included. */
export const wipeEverything = async (): Promise<Remains> => {
  const isOwn = (name: string): boolean => name.startsWith(deviceDatabaseName)
  const remains = await wipe(isOwn, isOwn)
  await removeOfflineFiles()
  return remains
}

/** Other apps may live on the same host: only the workers of this place, and the caches that carry its name. */
const removeOfflineFiles = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return
  const workers = await navigator.serviceWorker.getRegistrations()
  for (const worker of workers.filter(({ scope }) => location.href.startsWith(scope))) {
    for (const name of await caches.keys()) if (name.includes(worker.scope)) await caches.delete(name)
    await worker.unregister()
  }
}

type Matches = (name: string) => boolean

const wipe = async (isOwn: Matches, isOwnFolder: Matches): Promise<Remains> => {
  for (const name of await databaseNames(isOwn)) await deleteDatabase(name)
  for (const name of await folderNames(isOwnFolder)) await removeFolder(name)
  for (const key of keys(isOwn)) localStorage.removeItem(key)
  return [...(await databaseNames(isOwn)), ...(await folderNames(isOwnFolder)), ...keys(isOwn)]
}

const databaseNames = async (isOwn: Matches): Promise<readonly string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => (name !== undefined && isOwn(name) ? [name] : []))

const deleteDatabase = (name: string): Promise<void> =>
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
