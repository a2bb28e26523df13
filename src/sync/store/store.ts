import type { Result } from '../../domain/kernel/result.ts'
import type { Bytes } from '../../journal/bytes.ts'

/** A file in a store. `path`: below the store's own folder, with slashes; `modified`: milliseconds UTC as the carrier says, 0 where it says nothing. */
export type StoredFile = Readonly<{ path: string; size: number; modified: number }>

/** Why a store cannot be used, and what helps. */
export type StoreFailure = Readonly<{
  because:
    /** The browser has to be asked for permission again: in a click. */
    | 'permissionLost'
    /** The folder is not there, or cannot be reached now: come back later, or choose it anew. */
    | 'folderGone'
    /** It may be read and not written: whoever administers it has to grant more. */
    | 'folderReadOnly'
    /** Room has to be made in it. */
    | 'folderFull'
    /** Anything else; it is tried again. */
    | 'storeFailed'
  detail: string
}>

export type PutRefusal = StoreFailure | Readonly<{ because: 'nameIsTaken' }>

/**
 * A place where devices leave files for each other, each in its own folder. Others may add, change and take away anything at any time;
 * nothing is believed for its name. Never throws.
 */
export type Store = Readonly<{
  /** Every file below a folder, others' too, in any order; none where there is no such folder. */
  list(below: string): Promise<Result<readonly StoredFile[], StoreFailure>>
  /** Undefined when it is gone, or larger than `most` bytes. */
  read(path: string, most: number): Promise<Result<Bytes | undefined, StoreFailure>>
  /** A new file: when it resolves it stands there whole, and where it was refused nothing that could be taken for it. */
  put(path: string, bytes: Bytes): Promise<Result<true, PutRefusal>>
  /** What is gone already is gone. */
  remove(path: string): Promise<Result<true, StoreFailure>>
  /** Calls back when something may have changed; where there is none, looking now and then has to do. Out: what ends it. */
  watch?(listener: () => void): () => void
}>
