import type { BlobHash } from '../domain/attachments/attachment.ts'
import type { Archive, ArchiveBlob, ArchiveSeal, PackedArchive, Watch } from '../workspace/exchange-port.ts'
import { archivePieces, printArchive } from './archive.ts'
import { blobLines, blobsLine, lastLine } from './archive-blobs.ts'
import { sealing } from './seal-archive.ts'

/** Milliseconds of work after which the page gets its turn. */
const turn = 8

const rest = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

const bytesOf = async (blob: ArchiveBlob): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    return undefined
  }
}

/** Lines of the blobs that can be read; the others are told. One blob at a time is in memory. */
async function* linesOfBlobs(
  blobs: ReadonlyMap<BlobHash, ArchiveBlob>,
  missing: BlobHash[],
  { onProgress, signal }: Watch,
): AsyncGenerator<string> {
  const hashes = [...blobs.keys()].sort()
  let before: { readonly hash: BlobHash; readonly bytes: Uint8Array } | undefined
  for (const [index, hash] of hashes.entries()) {
    signal?.throwIfAborted()
    const blob = blobs.get(hash)
    const bytes = blob && (await bytesOf(blob))
    onProgress?.((index + 1) / hashes.length)
    if (!bytes) missing.push(hash)
    else {
      if (before) yield* blobLines(before.hash, before.bytes, false)
      before = { hash, bytes }
    }
  }
  if (before) yield* blobLines(before.hash, before.bytes, true)
}

async function* linesOf(archive: Archive, missing: BlobHash[], watch: Watch): AsyncGenerator<string> {
  if (!archive.blobs || archive.blobs.size === 0) return yield printArchive(archive)
  yield* archivePieces(archive, 2)
  yield `\n${blobsLine}\n`
  for await (const line of linesOfBlobs(archive.blobs, missing, watch)) yield `${line}\n`
  yield `${lastLine}\n`
}

/** As a stream that is pulled, so that no more is made than was taken. */
const streamOf = (lines: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const encoder = new TextEncoder()
  let since = performance.now()
  return new ReadableStream({
    pull: async controller => {
      if (performance.now() - since > turn) {
        await rest()
        since = performance.now()
      }
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void lines.return(undefined),
  })
}

/**
 * An archive as a file. In: records and blobs, a seal when it shall open with a passphrase only, and who watches (progress counts blobs). Out: the file, which
 * may lie on the disk, and the hashes of blobs that could not be read. Equal archives give equal bytes, unless sealed. Rejects when the signal aborts or
 * the disk has no room for it.
 */
export const packArchive = async (
  archive: Archive,
  { seal, ...watch }: Watch & { readonly seal?: ArchiveSeal | undefined } = {},
): Promise<PackedArchive> => {
  const missing: BlobHash[] = []
  const plain = streamOf(linesOf(archive, missing, watch))
  const stream = seal ? plain.pipeThrough(new CompressionStream('gzip')).pipeThrough(await sealing(seal)) : plain
  const type = seal ? 'application/octet-stream' : 'application/json'
  return { file: await new Response(stream, { headers: { 'content-type': type } }).blob(), missing }
}
