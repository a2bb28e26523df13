import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { Archive, FileRefusal } from '../workspace/exchange-port.ts'
import { archiveBeginning, isArchive, readArchive } from './archive.ts'
import { BlobCollector, blobsLine } from './archive-blobs.ts'
import { caps } from './caps.ts'
import { decodeText } from './decode-text.ts'
import { parseJson } from './parse-json.ts'
import { isSealed, openSealed, SealBroken } from './seal-archive.ts'

type Progress = (share: number) => void
type Lines = AsyncGenerator<Uint8Array, void>

/** Whether a file is one of ours, seen from its beginning; such files may be large. */
export const isOwnFile = async (file: Blob): Promise<boolean> =>
  (await file.slice(0, archiveBeginning.length).text()) === archiveBeginning || (await isSealed(file))

const lineEnd = 10

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader()
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) if (value) yield value
}

/** Lines without their ends. */
async function* linesOf(chunks: Chunks): Lines {
  let parts: Uint8Array[] = []
  for await (const bytes of chunks) {
    let from = 0
    for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
      yield joined([...parts, bytes.subarray(from, end)])
      parts = []
      from = end + 1
    }
    parts.push(bytes.slice(from))
  }
  yield joined(parts)
}

const joined = (parts: readonly Uint8Array[], between = 0): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length + between, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
    if (between > 0) whole[at++] = lineEnd
  }
  return whole
}

const blobsMark = new TextEncoder().encode(blobsLine)
const isMark = (line: Uint8Array): boolean =>
  line.length === blobsMark.length && line.every((byte, at) => byte === blobsMark[at])

type Head = Readonly<{ bytes: Uint8Array; hasBlobs: boolean }>

/** Everything before the blobs, whole again. */
const readHead = async (lines: Lines): Promise<Result<Head, FileRefusal>> => {
  const kept: Uint8Array[] = []
  let size = 0
  for (let { done, value } = await lines.next(); !done; { done, value } = await lines.next()) {
    const line = value ?? new Uint8Array()
    if (isMark(line)) return ok({ bytes: joined([...kept, new TextEncoder().encode('}')], 1), hasBlobs: true })
    size += line.length + 1
    if (size > caps.archiveBytes) return refuse({ because: 'fileTooLarge', most: caps.archiveBytes, size })
    kept.push(line)
  }
  return ok({ bytes: joined(kept, 1), hasBlobs: false })
}

const readRecords = (bytes: Uint8Array): Result<Archive, FileRefusal> => {
  const decoded = decodeText(bytes, { strict: true })
  if (!decoded.ok) return decoded
  const parsed = parseJson(decoded.value.text.replace(/^\uFEFF/, ''), caps.archiveValues)
  if (!parsed.ok) return parsed
  return isArchive(parsed.value) ? readArchive(parsed.value) : refuse({ because: 'unknownFile' })
}

const readLines = async (lines: Lines): Promise<Result<Archive, FileRefusal>> => {
  const head = await readHead(lines)
  if (!head.ok) return head
  const records = readRecords(head.value.bytes)
  if (!records.ok || !head.value.hasBlobs) return records
  const decoder = new TextDecoder()
  const collector = new BlobCollector()
  for (let { done, value } = await lines.next(); !done; { done, value } = await lines.next()) {
    const fits = await collector.add(decoder.decode(value ?? undefined))
    // Half a line at the end is where the file was cut off.
    if (!fits && !(await lines.next()).done) return refuse({ because: 'fieldBroken', path: 'blobs' })
  }
  return ok({ ...records.value, blobs: collector.blobs })
}

const counted = (total: number, tell: Progress): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> => {
  let read = 0
  return new TransformStream({
    transform: (bytes, controller) => {
      read += bytes.length
      tell(Math.min(1, read / total))
      controller.enqueue(bytes)
    },
  })
}

const unseal = async (
  file: Blob,
  passphrase: string | undefined,
  tell: Progress,
): Promise<Result<ReadableStream<Uint8Array<ArrayBuffer>>, FileRefusal>> => {
  if (!(await isSealed(file))) return ok(file.stream().pipeThrough(counted(file.size, tell)))
  const opened = await openSealed(file, passphrase)
  if (!opened.ok) return opened
  return ok(opened.value.pipeThrough(counted(file.size, tell)).pipeThrough(new DecompressionStream('gzip')))
}

/**
 * Reads an archive, sealed or not, without holding it whole: the records are in memory once, each blob becomes a platform `Blob`. In: a file that `isOwnFile`
 * knows, the passphrase if there is one. Blobs that are damaged, or cut off at the end, are not in the answer; damaged records refuse the whole.
 */
export const readArchiveFile = async (
  file: Blob,
  passphrase: string | undefined,
  tell: Progress = () => {},
): Promise<Result<Archive, FileRefusal>> => {
  const stream = await unseal(file, passphrase, tell)
  if (!stream.ok) return stream
  try {
    return await readLines(linesOf(chunksOf(stream.value)))
  } catch (error) {
    return refuse({ because: error instanceof SealBroken || (await isSealed(file)) ? 'sealBroken' : 'readingFailed' })
  }
}

/** The same for an archive that is in memory already, not sealed. */
export const readArchiveBytes = (bytes: Uint8Array): Promise<Result<Archive, FileRefusal>> =>
  readLines(linesOf([bytes]))
