import { isBlobHash, type BlobHash } from '../domain/attachments/attachment.ts'
import { ownBytes, sha256, toHex, type Bytes } from '../journal/bytes.ts'
import type { SnapshotFiles } from './snapshot-files.ts'

/**
 * Photos and files as snapshots need them: once each, however many snapshots name them, plain as the snapshots are, in the browser's private files. One
 * broken byte in the database takes all keys with it (measured); what lies here can be read without them.
 */
export class BlobCopies {
  private readonly files: SnapshotFiles

  constructor(files: SnapshotFiles) {
    this.files = files
  }

  /** Undefined when it is not there, or not as it was written. */
  async read(hash: BlobHash): Promise<Bytes | undefined> {
    if (!isBlobHash(hash)) return undefined
    const bytes = await this.files.read(hash)
    return bytes && toHex(await sha256(bytes)) === hash ? bytes : undefined
  }

  /** All that lie here, with their size in bytes. */
  async list(): Promise<ReadonlyMap<BlobHash, number>> {
    const files = await this.files.list()
    return new Map(files.filter(({ name }) => isBlobHash(name)).map(({ name, bytes }) => [name, bytes]))
  }

  /**
   * Brings the copies to what is wanted: those that are not here are fetched and written one by one, those that nobody wants any more are removed. In: the
   * hashes with what reads them. A full disk throws; what was written until then stays.
   */
  async follow(wanted: ReadonlyMap<BlobHash, () => Promise<Uint8Array | undefined>>): Promise<void> {
    const here = await this.list()
    for (const hash of here.keys()) if (!wanted.has(hash)) await this.files.remove(hash)
    for (const [hash, fetch] of wanted) {
      const bytes = here.has(hash) ? undefined : await fetch()
      if (bytes) await this.files.write(hash, ownBytes(bytes))
    }
  }
}
