import { ok, refuse } from '../../src/domain/kernel/result.ts'
import { sha256, toHex, ownBytes, type Bytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import type { BlobInfo, Blobs } from '../../src/workspace/blob-port.ts'
import type { SaveFailure } from '../../src/workspace/ports.ts'

export type MemoryBlob = { info: BlobInfo; bytes: Bytes }
type Disk = { readonly blobs: Map<string, MemoryBlob>; readonly failure: SaveFailure | undefined }

const keyOf = (document: string, hash: string): string => `${document}/${hash}`

/** Photos and files in memory, unsealed; the disk can be full. */
export const memoryBlobs = (disk: Disk, now: () => number): Blobs => {
  const put = (document: string, hash: string, bytes: Uint8Array): void => {
    const info = { document, hash, size: bytes.length, keptAt: now() }
    disk.blobs.set(keyOf(document, hash), { info, bytes: ownBytes(bytes) })
  }
  return {
    keep: async (document, bytes) => {
      const most = caps.blobBytes
      if (bytes.length > most) return refuse({ because: 'blobIsTooLarge', size: bytes.length, most })
      if (disk.failure) return refuse(disk.failure)
      const hash = toHex(await sha256(bytes))
      put(document, hash, bytes)
      return ok(hash)
    },
    read: async (document, hash) => {
      const own = disk.blobs.get(keyOf(document, hash))
      const found = own ?? [...disk.blobs.values()].find(({ info }) => info.hash === hash)
      if (!found) return refuse({ because: 'blobIsMissing', hash })
      if (!own) put(document, hash, found.bytes)
      return ok(ownBytes(found.bytes))
    },
    list: async document =>
      [...disk.blobs.values()]
        .map(({ info }) => info)
        .filter(info => document === undefined || info.document === document),
    remove: async (document, hashes, keptBefore) => {
      for (const hash of hashes) {
        const known = disk.blobs.get(keyOf(document, hash))
        if (known && known.info.keptAt < keptBefore) disk.blobs.delete(keyOf(document, hash))
      }
    },
  }
}
