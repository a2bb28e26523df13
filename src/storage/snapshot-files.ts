import type { Bytes } from '../journal/bytes.ts'
import type { WorkspaceDatabase } from './database.ts'

/** Where snapshots lie: a flat folder of files. */
export type SnapshotFiles = {
  write(name: string, bytes: Bytes): Promise<void>
  read(name: string): Promise<Bytes | undefined>
  list(): Promise<readonly Readonly<{ name: string; bytes: number }>[]>
  remove(name: string): Promise<void>
}

const folderOf = async (path: readonly string[]): Promise<FileSystemDirectoryHandle> => {
  let folder = await navigator.storage.getDirectory()
  for (const name of path) folder = await folder.getDirectoryHandle(name, { create: true })
  return folder
}

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError'

/** The browser's private files: they survive a broken database, which empties every database of the origin (measured). */
export const privateFiles = (...folder: readonly string[]): SnapshotFiles => ({
  // A file is replaced when its stream is closed: cut short before, it is not there.
  write: async (name, bytes) => {
    const file = await (await folderOf(folder)).getFileHandle(name, { create: true })
    const stream = await file.createWritable()
    await stream.write(bytes)
    await stream.close()
  },
  read: async name => {
    try {
      const file = await (await (await folderOf(folder)).getFileHandle(name)).getFile()
      return new Uint8Array(await file.arrayBuffer())
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  list: async () => {
    const files: { name: string; bytes: number }[] = []
    for await (const handle of (await folderOf(folder)).values())
      if (handle.kind === 'file') files.push({ name: handle.name, bytes: (await handle.getFile()).size })
    return files
  },
  remove: async name => {
    try {
      await (await folderOf(folder)).removeEntry(name)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  },
})

/** Second best, where a browser has no private files that can be written from a page. */
export const databaseFiles = ({ snapshots }: WorkspaceDatabase): SnapshotFiles => ({
  write: async (name, bytes) => void (await snapshots.put({ name, bytes })),
  read: async name => (await snapshots.get(name))?.bytes,
  list: async () => (await snapshots.toArray()).map(({ name, bytes }) => ({ name, bytes: bytes.length })),
  remove: name => snapshots.delete(name),
})

export const hasPrivateFiles = (): boolean =>
  'storage' in navigator &&
  'getDirectory' in navigator.storage &&
  typeof FileSystemFileHandle === 'function' &&
  'createWritable' in FileSystemFileHandle.prototype
