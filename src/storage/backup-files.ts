import { equalBytes, sha256 } from '../journal/bytes.ts'
import type { BackupFile, BackupFinding } from '../workspace/backup-port.ts'

/** What browsers have beyond the types: permissions of handles, and a rename. Asked for before use. */
export type FolderHandle = FileSystemDirectoryHandle & {
  readonly queryPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>
}
type FileHandle = FileSystemFileHandle & { readonly move?: (name: string) => Promise<void> }

const plainEnding = '.lotse.json'
const sealedEnding = '.lotse'
const partEnding = '.part'

/** Signs that some file system does not take, and those that turn or hide text. */
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu

/** `Lotse Bauamt 2026-11-20.lotse.json`; without `.json` when sealed. `copy` counts from 2 where somebody else's file has the name. `day`: ISO date. */
export const backupName = (workspace: string, day: string, sealed: boolean, copy = 1): string => {
  const name = workspace.replaceAll(unfit, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 80).trim()
  const parts = ['Lotse', name, day, copy > 1 ? `(${copy})` : ''].filter(part => part !== '')
  return `${parts.join(' ')}${sealed ? sealedEnding : plainEnding}`
}

const nameOf = (error: unknown): string => (error instanceof DOMException || error instanceof Error ? error.name : '')

const reasons: Readonly<Record<string, BackupFinding['because']>> = {
  NotFoundError: 'folderGone',
  NoModificationAllowedError: 'folderReadOnly',
  NotAllowedError: 'folderReadOnly',
  SecurityError: 'permissionLost',
  QuotaExceededError: 'folderFull',
}

/** What a failure in the folder means. `permission`: as the browser tells it now. */
export const findingOf = (error: unknown, permission: PermissionState): BackupFinding => {
  const detail = String(error)
  if (permission !== 'granted') return { because: 'permissionLost', detail }
  return { because: reasons[nameOf(error)] ?? 'backupFailed', detail }
}

export const permissionOf = async (folder: FolderHandle): Promise<PermissionState> => {
  try {
    return (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
  } catch {
    return 'denied'
  }
}

export const isThere = async (folder: FolderHandle, name: string): Promise<boolean> => {
  try {
    await folder.getFileHandle(name)
    return true
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return false
    throw error
  }
}

export const removeFile = async (folder: FolderHandle, name: string): Promise<void> => {
  try {
    await folder.removeEntry(name)
  } catch (error) {
    if (nameOf(error) !== 'NotFoundError') throw error
  }
}

const slice = 1024 * 1024

/** Whether two files are the same, looked at piece by piece. */
const isSame = async (one: Blob, other: Blob): Promise<boolean> => {
  if (one.size !== other.size) return false
  for (let at = 0; at < one.size; at += slice) {
    const pieces = [one, other].map(async file =>
      sha256(new Uint8Array(await file.slice(at, at + slice).arrayBuffer())),
    )
    const [first, second] = await Promise.all(pieces)
    if (!first || !second || !equalBytes(first, second)) return false
  }
  return true
}

const write = async (folder: FolderHandle, name: string, contents: Blob): Promise<FileHandle> => {
  const file: FileHandle = await folder.getFileHandle(name, { create: true })
  const stream = await file.createWritable()
  try {
    await stream.write(contents)
    await stream.close()
  } catch (error) {
    await stream.abort().catch(() => undefined)
    throw error
  }
  if (!(await isSame(await file.getFile(), contents))) throw new Error('the file does not read as it was written')
  return file
}

/** Renames where the browser can. */
const rename = async (file: FileHandle, name: string): Promise<boolean> => {
  try {
    await file.move?.(name)
    return file.move !== undefined
  } catch {
    return false
  }
}

/** No two devices that write into one folder at the same time meet under it. */
const partName = (): string => `Lotse ${crypto.randomUUID()}${partEnding}`

/**
 * Writes a file under another name first, reads it back, and only then lets it take its place; an older one of the same name is there whole until then. The name
 * is asked for at the last moment, as another device may have taken one meanwhile. Where a browser does not rename, it is written once more: its own writing
 * replaces a file at the end, in one step. Out: the name. Throws as the browser does.
 */
export const placeFile = async (
  folder: FolderHandle,
  contents: Blob,
  nameFor: () => Promise<string>,
): Promise<string> => {
  const part = partName()
  try {
    const written = await write(folder, part, contents)
    const name = await nameFor()
    if (!(await rename(written, name))) await write(folder, name, contents)
    return name
  } finally {
    await removeFile(folder, part).catch(() => undefined)
  }
}

/** The archives in a folder, the newest first. Throws as the browser does. */
export const archivesIn = async (folder: FolderHandle): Promise<readonly BackupFile[]> => {
  const found: BackupFile[] = []
  for await (const handle of folder.values()) {
    const { name } = handle
    if (handle.kind !== 'file' || !(name.endsWith(sealedEnding) || name.endsWith(plainEnding))) continue
    const { lastModified, size } = await handle.getFile()
    const sealed = name.endsWith(sealedEnding)
    found.push({ name, at: lastModified, bytes: size, sealed, open: () => handle.getFile() })
  }
  return found.sort((a, b) => b.at - a.at)
}
