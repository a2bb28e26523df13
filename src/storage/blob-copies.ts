import { isBlobHash, type BlobHash } from '../domain/attachments/attachment.ts'
import { sha256, toHex, type Bytes } from '../journal/bytes.ts'
import type { ArchiveBlob } from '../workspace/exchange-port.ts'
import { namesOf } from './names.ts'
import { hasPrivateFiles, privateFiles, type SnapshotFiles } from './snapshot-files.ts'

/**
 * Photos and files as snapshots need them: once each, however many snapshots name them, plain as the snapshots are, in the browser's private files. One
 * broken byte in the database takes all keys with it (measured); what lies here can be read without them.
 */
export class BlobCopies {
  private readonly files: SnapshotFiles

  constructor(files: SnapshotFiles) {
    this.files = files
  }

  /** Those of a workspace, also of one that cannot be opened. Undefined where a browser has no private files that can be written from a page. */
  static of(workspace: string): BlobCopies | undefined {
    const { folder, blobFolder } = namesOf(workspace)
    return hasPrivateFiles() ? new BlobCopies(privateFiles(folder, blobFolder)) : undefined
  }

  /** As an archive has them: each is read when it is wanted. */
  async asArchive(): Promise<ReadonlyMap<BlobHash, ArchiveBlob>> {
    const entries = [...(await this.list())].map(
      ([hash, size]) => [hash, { size, arrayBuffer: () => this.bufferOf(hash) }] as const,
    )
    return new Map(entries)
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
   * Brings the copies to what is wanted: those that are not here are read and written one by one, those that nobody wants any more are removed. One that
   * cannot be read is left out. A full disk throws; what was written until then stays.
   */
  async follow(wanted: ReadonlyMap<BlobHash, ArchiveBlob>): Promise<void> {
    const here = await this.list()
    for (const hash of here.keys()) if (!wanted.has(hash)) await this.files.remove(hash)
    for (const [hash, blob] of wanted) {
      const bytes = here.has(hash) ? undefined : await blob.arrayBuffer().catch(() => undefined)
      if (bytes) await this.files.write(hash, new Uint8Array(bytes))
    }
  }

  private async bufferOf(hash: BlobHash): Promise<ArrayBuffer> {
    const bytes = await this.read(hash)
    if (!bytes) throw new Error('the copy is not as it was written')
    return bytes.buffer
  }
}
