import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type { RecordDocument } from '../document/record-document.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { ownBytes, type Bytes } from '../journal/bytes.ts'
import type { Heads } from '../workspace/ports.ts'
import { inspectCopy, replaceCopy, type CopyState } from './copy-file.ts'
import type { WorkspaceNames } from './names.ts'

/** Milliseconds nobody waits longer for a deletion. */
const removalPatience = 1000

export type LoadedCopy = CopyState | Readonly<{ state: 'slow' }>

/** Behind the key of every row. y-indexeddb then sets it to the row after the last one itself. */
const behindAll = Number.MAX_SAFE_INTEGER

const slow = Symbol('slow')

const within = <Value>(work: Promise<Value>, milliseconds: number): Promise<Value | typeof slow> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof slow>(resolve => (timer = setTimeout(() => resolve(slow), milliseconds)))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * Copies of documents kept by y-indexeddb, so that opening one need not fold its whole journal. A copy is never ahead of the journal:
 * y-indexeddb's own listener, which would write each edit at once, is taken off, and so is its `storeState`, which encodes the document
 * only after it has read the old rows, when the next edit may be in it. A copy may be thrown away at any time.
 */
export class DocumentCopies {
  private readonly names: WorkspaceNames
  private readonly patience: number
  private readonly attached = new Map<DocumentName, IndexeddbPersistence>()

  constructor(names: WorkspaceNames, patience: number) {
    this.names = names
    this.patience = patience
  }

  /** Merges the copy into an empty document when it is whole. Whatever else it is, it is removed and the document stays empty. */
  async load(document: DocumentName, into: RecordDocument): Promise<LoadedCopy> {
    const deadline = performance.now() + this.patience
    const found = await this.inspect(document)
    const isReadable = found.state === 'whole' || found.state === 'absent'
    if (!isReadable && (await this.remove(document)) === slow) return found
    const attached = this.attach(document, into)
    // What was looked at is in memory already: y-indexeddb reads what lies behind it, which is nothing, and not all of it once more.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    if (found.state === 'whole') attached._dbref = behindAll
    const synced = await within(attached.whenSynced, deadline - performance.now())
    if (synced === slow) {
      void this.remove(document)
      return { state: 'slow' }
    }
    if (found.state !== 'whole' || merges(found.update, into)) return found
    void this.remove(document)
    return { state: 'broken' }
  }

  /** In: the state as it was when everything in it was journalled, and the heads it reaches. */
  async store(document: DocumentName, from: RecordDocument, state: Bytes, heads: Heads): Promise<void> {
    try {
      await replaceCopy(await this.databaseOf(document, from), state, heads)
    } catch {
      // Another tab has removed the copy, which closes this connection: once more with a new one.
      this.detach(document)
      await replaceCopy(await this.databaseOf(document, from), state, heads)
    }
  }

  /** Nobody waits for a deletion that another tab holds up: its connection closes when it hears of it. */
  async remove(document: DocumentName): Promise<unknown> {
    this.detach(document)
    return within<unknown>(
      clearDocument(this.names.copy(document)).catch(() => undefined),
      removalPatience,
    )
  }

  close(): void {
    for (const document of this.attached.keys()) this.detach(document)
  }

  private async inspect(document: DocumentName): Promise<LoadedCopy> {
    try {
      const found = await within(inspectCopy(this.names.copy(document)), this.patience)
      return found === slow ? { state: 'slow' } : found
    } catch {
      return { state: 'broken' }
    }
  }

  private attach(document: DocumentName, to: RecordDocument): IndexeddbPersistence {
    this.detach(document)
    const attached = new IndexeddbPersistence(this.names.copy(document), to.ydoc)
    // y-indexeddb's only handle on its listener.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    to.ydoc.off('update', attached._storeUpdate)
    this.attached.set(document, attached)
    return attached
  }

  private detach(document: DocumentName): void {
    const attached = this.attached.get(document)
    this.attached.delete(document)
    // A database that could not be opened cannot be closed either.
    void attached?.destroy().catch(() => undefined)
  }

  private async databaseOf(document: DocumentName, from: RecordDocument): Promise<IDBDatabase> {
    const known = this.attached.get(document)
    const attached = known?.doc === from.ydoc && known.synced ? known : this.attach(document, from)
    if ((await within(attached.whenSynced, this.patience)) === slow || !attached.db) throw new Error('copy is slow')
    return attached.db
  }
}

const merges = (update: Uint8Array, into: RecordDocument): boolean => {
  try {
    into.merge(update, 'storage')
    return true
  } catch {
    return false
  }
}

/** The state of a document, on its own bytes. */
export const stateOf = (document: RecordDocument): Bytes => ownBytes(document.encode())
