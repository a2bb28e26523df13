import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import type { RecordDocument } from '../document/record-document.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { ownBytes, type Bytes } from '../journal/bytes.ts'
import type { Heads } from '../workspace/ports.ts'
import { inspectCopy, replaceCopy, type CopyState } from './copy-file.ts'
import type { WorkspaceNames } from './names.ts'

/** Milliseconds nobody waits longer for a deletion. */
const removalPatience = 1000

/** `outdated`: the document was folded otherwise since. */
export type LoadedCopy = CopyState | Readonly<{ state: 'slow' | 'outdated' }>

/** Behind the key of every row. y-indexeddb then sets it to the row after the last one itself. */
const behindAll = Number.MAX_SAFE_INTEGER

const slow = Symbol('slow')

/** For storing and removing alone, which nobody waits for: what opens the data does without. */
const keeper = () => import('y-indexeddb')

const within = <Value>(work: Promise<Value>, milliseconds: number): Promise<Value | typeof slow> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof slow>(resolve => (timer = setTimeout(() => resolve(slow), milliseconds)))
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * Copies of documents kept by y-indexeddb, so that opening one need not fold its whole journal. A copy is never ahead of the journal:
 * y-indexeddb is attached only where a copy is stored, and to an empty document. Attached to the real one it would write each edit at
 * once, and its `storeState` encodes only after it has read the old rows, when the next edit may be in it; for a reader it opens the
 * database a second time and writes a row into it. A copy may be thrown away at any time.
 */
export class DocumentCopies {
  private readonly names: WorkspaceNames
  private readonly patience: number
  private readonly attached = new Map<DocumentName, Promise<IndexeddbPersistence>>()

  constructor(names: WorkspaceNames, patience: number) {
    this.names = names
    this.patience = patience
  }

  /** Merges the copy into an empty document when it is whole. Whatever else it is, it is removed and the document stays empty. */
  async load(document: DocumentName, into: RecordDocument, folds: number): Promise<LoadedCopy> {
    const found = await this.inspect(document, folds)
    if (found.state === 'absent') return found
    if (found.state === 'whole' && merges(found.update, into)) return found
    // Seldom done when the answer is awaited: what is left of it is looked at again the next time.
    await this.remove(document)
    return found.state === 'whole' ? { state: 'broken' } : found
  }

  /** The copy as it lies there, when it is whole. */
  async peek(document: DocumentName, folds: number): Promise<Extract<CopyState, { state: 'whole' }> | undefined> {
    const found = await this.inspect(document, folds)
    return found.state === 'whole' ? found : undefined
  }

  /** In: the state as it was when everything in it was journalled, and the heads it reaches. */
  async store(document: DocumentName, state: Bytes, heads: Heads, folds: number): Promise<void> {
    try {
      await replaceCopy(await this.databaseOf(document), state, heads, folds)
    } catch {
      // Another tab has removed the copy, which closes this connection: once more with a new one.
      this.detach(document)
      await replaceCopy(await this.databaseOf(document), state, heads, folds)
    }
  }

  /** Nobody waits for a deletion that another tab holds up: its connection closes when it hears of it. */
  async remove(document: DocumentName): Promise<unknown> {
    this.detach(document)
    return within<unknown>(
      keeper()
        .then(({ clearDocument }) => clearDocument(this.names.copy(document)))
        .catch(() => undefined),
      removalPatience,
    )
  }

  close(): void {
    for (const document of this.attached.keys()) this.detach(document)
  }

  private async inspect(document: DocumentName, folds: number): Promise<LoadedCopy> {
    try {
      const found = await within(inspectCopy(this.names.copy(document)), this.patience)
      if (found === slow) return { state: 'slow' }
      return found.state === 'whole' && found.folds !== folds ? { state: 'outdated' } : found
    } catch {
      return { state: 'broken' }
    }
  }

  private attach(document: DocumentName): Promise<IndexeddbPersistence> {
    const attaching = keeper().then(({ IndexeddbPersistence: Persistence }) => {
      const attached = new Persistence(this.names.copy(document), new Y.Doc())
      // What lies there is about to be replaced: y-indexeddb reads what lies behind it, which is nothing.
      // oxlint-disable-next-line eslint/no-underscore-dangle
      attached._dbref = behindAll
      return attached
    })
    this.attached.set(document, attaching)
    return attaching
  }

  private detach(document: DocumentName): void {
    const attached = this.attached.get(document)
    this.attached.delete(document)
    // A database that could not be opened cannot be closed either.
    void attached?.then(one => one.destroy()).catch(() => undefined)
  }

  private async databaseOf(document: DocumentName): Promise<IDBDatabase> {
    const attached = await (this.attached.get(document) ?? this.attach(document))
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
