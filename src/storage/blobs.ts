import type { BlobHash } from '../domain/attachments/attachment.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { openBlob, sealBlob } from '../journal/blob.ts'
import { fromHex, sha256, toHex, type Bytes } from '../journal/bytes.ts'
import { caps } from '../journal/caps.ts'
import type { BlobInfo, BlobRefusal, Blobs } from '../workspace/blob-port.ts'
import type { BlobCopies } from './blob-copies.ts'
import type { BlobFactRow, WorkspaceDatabase } from './database.ts'
import type { Identity } from './identity.ts'
import { namesOf } from './names.ts'
import { saveFailureOf } from './save-failure.ts'

type Parts = Readonly<{
  database: WorkspaceDatabase
  identity: Identity
  now: () => number
  /** Plain copies apart from the database; where there are none, what is lost in it is lost. */
  copies?: BlobCopies | undefined
}>

/**
 * Photos and files of one workspace in its database, sealed with the key of their document. Facts and bytes are two tables: counting and sweeping must not
 * read a hundred photos.
 */
export class BlobStorage implements Blobs {
  private readonly parts: Parts

  constructor(parts: Parts) {
    this.parts = parts
  }

  async keep(document: DocumentName, bytes: Uint8Array): Promise<Result<BlobHash, BlobRefusal>> {
    if (bytes.length > caps.blobBytes)
      return refuse({ because: 'blobIsTooLarge', size: bytes.length, most: caps.blobBytes })
    const hash = toHex(await sha256(bytes))
    try {
      if (!(await this.touch(document, hash))) await this.write(document, hash, bytes)
      return ok(hash)
    } catch (error) {
      return refuse(saveFailureOf(error, this.parts.database.fenced))
    }
  }

  async read(document: DocumentName, hash: BlobHash): Promise<Result<Bytes, BlobRefusal>> {
    try {
      const own = await this.open(document, hash)
      if (own.ok) return own
      const found = await this.findElsewhere(document, hash)
      // Whether it can be kept here as well does not matter to who wants to see it.
      if (found) await this.write(document, hash, found).catch(() => undefined)
      return found ? ok(found) : own
    } catch (error) {
      return refuse(saveFailureOf(error, this.parts.database.fenced))
    }
  }

  async list(document?: DocumentName): Promise<readonly BlobInfo[]> {
    return (await this.rowsOf(document)).map(({ document: of, hash, size, keptAt }) => ({
      document: of,
      hash,
      size,
      keptAt,
    }))
  }

  async remove(document: DocumentName, hashes: readonly BlobHash[], keptBefore: number): Promise<void> {
    const { blobs, blobFacts } = this.parts.database
    const keys = hashes.map((hash): [string, string] => [document, hash])
    await this.parts.database.transaction('rw', blobs, blobFacts, async () => {
      const known = await blobFacts.bulkGet(keys)
      const old = keys.filter((_, index) => (known[index]?.keptAt ?? 0) < keptBefore)
      await Promise.all([blobs.bulkDelete(old), blobFacts.bulkDelete(old)])
    })
  }

  /** What lies here whole is only marked as wanted anew. Out: whether it did. */
  private async touch(document: DocumentName, hash: BlobHash): Promise<boolean> {
    if (!(await this.open(document, hash)).ok) return false
    return (await this.parts.database.blobFacts.update([document, hash], { keptAt: this.parts.now() })) > 0
  }

  private async write(document: DocumentName, hash: BlobHash, plain: Uint8Array): Promise<void> {
    const { database, identity, now } = this.parts
    const { epoch, key } = await navigator.locks.request(namesOf(identity.id).appendLock, () =>
      identity.sealingKey(document, now()),
    )
    const place = { workspace: identity.membership.workspace, document, keyEpoch: epoch }
    const made = await sealBlob(plain, place, key)
    if (!made.ok) throw new Error(made.refusal.because)
    const { blobs, blobFacts } = database
    await database.transaction('rw', blobs, blobFacts, async () => {
      await blobs.put({ document, hash, sealed: made.value.sealed })
      await blobFacts.put({ document, hash, size: plain.length, keptAt: now() })
    })
  }

  private async open(document: DocumentName, hash: BlobHash): Promise<Result<Bytes, BlobRefusal>> {
    const { database, identity } = this.parts
    const row = await database.blobs.get([document, hash])
    if (!row) return refuse({ because: 'blobIsMissing', hash })
    const asked = { workspace: identity.membership.workspace, document, hash: fromHex(hash) }
    const opened = await openBlob(row.sealed, asked, identity.keyring.epochKeys)
    if (opened.ok) return opened
    // Another tab may have opened the document, or a newer epoch, since this one read the membership log.
    if (opened.refusal.because === 'key is missing') await identity.refresh()
    const again = await openBlob(row.sealed, asked, identity.keyring.epochKeys)
    return again.ok ? again : refuse({ because: 'blobIsBroken', hash })
  }

  /** A card that was moved to another team left its photos there; a broken database has copies beside it. */
  private async findElsewhere(document: DocumentName, hash: BlobHash): Promise<Bytes | undefined> {
    const others = await this.parts.database.blobFacts.where('hash').equals(hash).toArray()
    for (const other of others) {
      const found = other.document === document ? undefined : await this.open(other.document, hash)
      if (found?.ok) return found.value
    }
    return this.parts.copies?.read(hash)
  }

  private rowsOf(document: DocumentName | undefined): Promise<readonly BlobFactRow[]> {
    const { blobFacts } = this.parts.database
    if (document === undefined) return blobFacts.toArray()
    return blobFacts.where('[document+hash]').between([document, ''], [document, '\uffff']).toArray()
  }
}
