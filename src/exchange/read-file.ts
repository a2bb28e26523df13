import type { ImportPlan } from '../domain/intake/plan.ts'
import type { TableMapping } from '../domain/intake/table.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal, ReadFile, Watch } from '../workspace/exchange-port.ts'
import { caps } from './caps.ts'
import { isOwnFile } from './read-archive.ts'
import { runJob, startWorker, type JobWorker } from './run-job.ts'

/** The size is looked at before a byte is read; which files may be larger than 10 MB is seen from their beginning. */
const bytesOf = async (file: File): Promise<Result<Uint8Array, FileRefusal>> => {
  if (file.size === 0) return refuse({ because: 'fileEmpty' })
  if (file.size > caps.archiveBytes) return refuse({ because: 'fileTooLarge', most: caps.fileBytes, size: file.size })
  try {
    return ok(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return refuse({ because: 'readingFailed' })
  }
}

/** An archive is read as a stream, whatever its size. */
const isOwn = async (file: File): Promise<boolean> => {
  try {
    return await isOwnFile(file)
  } catch {
    return false
  }
}

/** Recognises and reads a file in a worker. Refuses with a reason; a refused or cancelled file changes nothing. */
export const readFile = async (
  file: File,
  watch: Watch,
  start: () => JobWorker = startWorker,
): Promise<Result<ReadFile, FileRefusal>> => {
  if (await isOwn(file)) return runJob({ kind: 'archive', file, passphrase: watch.passphrase }, watch, start)
  const bytes = await bytesOf(file)
  return bytes.ok ? runJob({ kind: 'read', name: file.name, bytes: bytes.value }, watch, start) : bytes
}

/** Reads a table whole in a worker, as the mapping says. */
export const planFile = async (
  file: File,
  mapping: TableMapping,
  watch: Watch,
  start: () => JobWorker = startWorker,
): Promise<Result<ImportPlan, FileRefusal>> => {
  const bytes = await bytesOf(file)
  return bytes.ok ? runJob({ kind: 'plan', name: file.name, bytes: bytes.value, mapping }, watch, start) : bytes
}
