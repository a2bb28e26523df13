import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, refuse, type Result } from '../../src/domain/kernel/result.ts'
import type { Store, StoredFile, StoreFailure } from '../../src/sync/store/store.ts'

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

const reasons: Readonly<Record<string, StoreFailure['because']>> = {
  ENOENT: 'folderGone',
  EACCES: 'folderReadOnly',
  EPERM: 'folderReadOnly',
  EROFS: 'folderReadOnly',
  ENOSPC: 'folderFull',
}

const attempt = async <Value>(work: () => Promise<Value>): Promise<Result<Value, StoreFailure>> => {
  try {
    return ok(await work())
  } catch (error) {
    return refuse({ because: reasons[codeOf(error)] ?? 'storeFailed', detail: String(error) })
  }
}

const orMissing = async <Value>(work: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

let serial = 0

/** A real folder on a real disk. */
export const nodeStore = (folder: string): Store => {
  const at = (path: string): string => join(folder, 'lotse', path)
  const filesBelow = async (below: string): Promise<readonly StoredFile[]> => {
    const entries = (await orMissing(readdir(at(below), { withFileTypes: true }))) ?? []
    const files: StoredFile[] = []
    for (const entry of entries) {
      const path = `${below}/${entry.name}`
      if (entry.isDirectory()) files.push(...(await filesBelow(path)))
      else {
        const found = await orMissing(stat(at(path)))
        if (found) files.push({ path, size: found.size, modified: Math.floor(found.mtimeMs) })
      }
    }
    return files
  }
  return {
    list: below =>
      attempt(async () => {
        await stat(folder)
        return filesBelow(below)
      }),
    read: (path, most) =>
      attempt(async () => {
        const bytes = await orMissing(readFile(at(path)))
        return bytes && bytes.length <= most ? new Uint8Array(bytes) : undefined
      }),
    put: async (path, bytes) => {
      const part = `${at(path)}.${process.pid}-${serial++}.part`
      const put = await attempt(async () => {
        await stat(folder)
        await mkdir(dirname(part), { recursive: true })
        await writeFile(part, bytes, { flag: 'wx' })
        try {
          // Unlike a renaming, this takes no name that somebody has.
          await link(part, at(path))
          return true
        } catch (error) {
          if (codeOf(error) === 'EEXIST') return false
          throw error
        } finally {
          await rm(part, { force: true })
        }
      })
      if (!put.ok) return put
      return put.value ? ok(true as const) : refuse({ because: 'nameIsTaken' as const })
    },
    remove: path =>
      attempt(async () => {
        await rm(at(path), { force: true })
        return true as const
      }),
  }
}
