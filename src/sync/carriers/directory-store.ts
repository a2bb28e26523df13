import { ok, refuse, type Result } from '../../domain/kernel/result.ts'
import { equalBytes, type Bytes } from '../../journal/bytes.ts'
import type { PutRefusal, Store, StoredFile, StoreFailure } from '../store/store.ts'

/** What browsers have beyond the types. */
export type DirectoryHandle = FileSystemDirectoryHandle & {
  readonly queryPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>
}

const folderName = 'lotse'
/** Folders inside folders: tag, device or `sig`, and the one to whom something is said. */
const deepest = 3
/** Files of a listing; nobody has so many, and a folder must not be able to keep a device busy for ever. */
const mostFiles = 50_000

const nameOf = (error: unknown): string => (error instanceof DOMException || error instanceof Error ? error.name : '')
const isMissing = (error: unknown): boolean =>
  nameOf(error) === 'NotFoundError' || nameOf(error) === 'TypeMismatchError'

const reasons: Readonly<Record<string, StoreFailure['because']>> = {
  NotFoundError: 'folderGone',
  NoModificationAllowedError: 'folderReadOnly',
  NotAllowedError: 'folderReadOnly',
  SecurityError: 'permissionLost',
  QuotaExceededError: 'folderFull',
}

const permissionOf = async (root: DirectoryHandle): Promise<PermissionState> => {
  try {
    return (await root.queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
  } catch {
    return 'denied'
  }
}

const failureOf = async (root: DirectoryHandle, error: unknown): Promise<StoreFailure> => {
  const detail = String(error)
  if ((await permissionOf(root)) !== 'granted') return { because: 'permissionLost', detail }
  return { because: reasons[nameOf(error)] ?? 'storeFailed', detail }
}

/** Undefined where there is none, or a file has its name. */
const existing = async <Handle>(open: () => Promise<Handle>): Promise<Handle | undefined> => {
  try {
    return await open()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

type Listed = StoredFile & Readonly<{ handle: FileSystemFileHandle }>

async function* filesBelow(folder: FileSystemDirectoryHandle, path: string, depth = 0): AsyncGenerator<Listed> {
  for await (const handle of folder.values()) {
    const below = `${path}/${handle.name}`
    if (handle.kind === 'directory') {
      if (depth < deepest) yield* filesBelow(handle, below, depth + 1)
      continue
    }
    // Between the listing and the look at it a file may be taken away.
    const file = await existing(() => handle.getFile())
    if (file) yield { path: below, size: file.size, modified: file.lastModified, handle }
  }
}

/**
 * The team's folder as a store: a folder a person has chosen in this browser. Everything lies in `lotse` below it; who has chosen that one
 * itself means the same.
 */
export const directoryStore = (root: DirectoryHandle): Store => {
  const home = async (create: boolean): Promise<FileSystemDirectoryHandle | undefined> => {
    if (root.name.toLowerCase() === folderName) return root
    return create
      ? root.getDirectoryHandle(folderName, { create })
      : existing(() => root.getDirectoryHandle(folderName))
  }

  const folderAt = async (parts: readonly string[], create: boolean) => {
    let folder = await home(create)
    for (const part of parts) {
      const parent = folder
      if (!parent) return undefined
      folder = create
        ? await parent.getDirectoryHandle(part, { create })
        : await existing(() => parent.getDirectoryHandle(part))
    }
    return folder
  }

  const split = (path: string) => {
    const parts = path.split('/')
    return { folders: parts.slice(0, -1), name: parts.at(-1) ?? '' }
  }

  /** A folder that is gone says of everything in it that it is not there; only looking into it shows the difference. */
  const isReachable = async (): Promise<void> => {
    if ((await permissionOf(root)) !== 'granted') throw new DOMException('permission', 'SecurityError')
    for await (const _ of root.keys()) break
  }

  const attempt = async <Value>(work: () => Promise<Value>): Promise<Result<Value, StoreFailure>> => {
    try {
      return ok(await work())
    } catch (error) {
      return refuse(await failureOf(root, error))
    }
  }

  const put = async (path: string, bytes: Bytes): Promise<Result<true, PutRefusal>> => {
    const { folders, name } = split(path)
    const folder = await folderAt(folders, true)
    if (!folder) throw new DOMException(path, 'NotFoundError')
    if (await existing(() => folder.getFileHandle(name))) return refuse({ because: 'nameIsTaken' })
    try {
      await writeFile(folder, name, bytes)
    } catch (error) {
      await folder.removeEntry(name).catch(() => undefined)
      throw error
    }
    return ok(true as const)
  }

  return {
    list: below =>
      attempt(async () => {
        const folder = await folderAt(
          [below].flatMap(path => path.split('/')),
          false,
        )
        if (!folder) await isReachable()
        const files: StoredFile[] = []
        if (folder)
          for await (const { path, size, modified } of filesBelow(folder, below)) {
            if (files.length >= mostFiles) break
            files.push({ path, size, modified })
          }
        return files
      }),
    read: (path, most) =>
      attempt(async () => {
        const { folders, name } = split(path)
        const folder = await folderAt(folders, false)
        const handle = folder && (await existing(() => folder.getFileHandle(name)))
        const file = handle && (await existing(() => handle.getFile()))
        return file && file.size <= most ? new Uint8Array(await file.arrayBuffer()) : undefined
      }),
    put: async (path, bytes) => {
      const done = await attempt(() => put(path, bytes))
      return done.ok ? done.value : done
    },
    remove: path =>
      attempt(async () => {
        const { folders, name } = split(path)
        const folder = await folderAt(folders, false)
        await existing(async () => folder?.removeEntry(name))
        return true as const
      }),
  }
}

/** The browser lets a file take its place at its end, in one step. It is read back, for some drives keep less than they took. */
const writeFile = async (folder: FileSystemDirectoryHandle, name: string, bytes: Bytes): Promise<void> => {
  const handle = await folder.getFileHandle(name, { create: true })
  const stream = await handle.createWritable()
  try {
    await stream.write(bytes)
    await stream.close()
  } catch (error) {
    await stream.abort().catch(() => undefined)
    throw error
  }
  const written = new Uint8Array(await (await handle.getFile()).arrayBuffer())
  if (!equalBytes(written, bytes)) throw new Error('the file does not read as it was written')
}
