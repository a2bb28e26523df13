import type { Bytes } from './bytes.ts'

/** Bytes that are no entry. `newer …`: kept untouched by whoever holds them, a newer app will read them. */
export type EntryRefusal =
  | { readonly because: 'entry is malformed' }
  | { readonly because: 'entry is too large'; readonly bytes: number; readonly cap: number }
  | { readonly because: 'entry has a newer format'; readonly format: number }
  | { readonly because: 'entry has a newer algorithm'; readonly alg: number }

/** An entry that cannot be believed or opened here. `key is missing` may be cured by a later membership entry; the rest is final. */
export type SealRefusal =
  | { readonly because: 'device is unknown'; readonly device: Bytes }
  | { readonly because: 'signature is wrong' }
  | { readonly because: 'key is missing'; readonly document: string; readonly epoch: number }
  | { readonly because: 'seal is broken' }

/** Key material that cannot be used, or a wrapped secret that is not for this device or this place. */
export type KeyRefusal = { readonly because: 'key is unusable' } | { readonly because: 'secret cannot be unwrapped' }

/** An entry that does not continue its device's chain. `gap` and `entry is already here` are everyday; `fork` is proof of a broken device. */
export type ChainRefusal =
  | { readonly because: 'entry is already here' }
  | { readonly because: 'entry is before the known beginning'; readonly seq: number }
  | { readonly because: 'entry belongs elsewhere'; readonly what: 'workspace' | 'document' | 'device' }
  | { readonly because: 'gap'; readonly expected: number; readonly got: number }
  | { readonly because: 'fork'; readonly seq: number; readonly proof: readonly [known: Bytes, other: Bytes] }
  | { readonly because: 'client belongs to another device'; readonly client: number }

/**
 * A membership entry that has no place in the log, or an act its writer has no authority for. `newer act`: the log goes on where a newer
 * app wrote, this one stops before it.
 */
export type MembershipRefusal =
  | { readonly because: 'membership is malformed' }
  | { readonly because: 'membership has a newer act'; readonly act: number }
  | { readonly because: 'root key does not match the workspace' }
  | { readonly because: 'certificate is wrong' }
  | { readonly because: 'membership is not founded' }
  | { readonly because: 'membership is founded already' }
  | { readonly because: 'membership head is another' }
  | { readonly because: 'person may not do this'; readonly person: string }
  | { readonly because: 'document is open already'; readonly document: string }
  | { readonly because: 'wrapped for the wrong devices' }
  | { readonly because: 'epoch is another'; readonly expected: number; readonly got: number }
  | { readonly because: 'person is unknown'; readonly person: string }
  | { readonly because: 'device is here already'; readonly device: Bytes }
  | { readonly because: 'device is removed'; readonly device: Bytes }
  | { readonly because: 'certificate chain is too long' }
  | { readonly because: 'nobody would be admin' }
  | { readonly because: 'membership entry is not here' }
  | { readonly because: 'removed beside it' }

/** A recovery sheet that does not give back the root key. `misread`: a sign is wrong or missing, whatever the passphrase. */
export type RecoveryRefusal =
  | { readonly because: 'recovery sheet is misread' }
  | { readonly because: 'recovery sheet has a newer format' }
  | { readonly because: 'passphrase is wrong' }

/** An update that is not handed to Yjs. Every one of these was measured to harm a replica (RELIABILITY 3.4). */
export type UpdateRefusal =
  | { readonly because: 'update is undecodable' }
  | {
      readonly because: 'update is too large'
      readonly what: UpdateMeasure
      readonly got: number
      readonly cap: number
    }
  | { readonly because: 'author is foreign'; readonly client: number }
  | { readonly because: 'struct is not allowed'; readonly what: 'gc' | 'skip' | 'empty' | 'content' | 'key' }
  | { readonly because: 'clock is wrong'; readonly client: number; readonly expected: number; readonly got: number }
  | { readonly because: 'dependency is missing'; readonly client: number; readonly clock: number }
  | { readonly because: 'root is not allowed'; readonly root: string }
  | { readonly because: 'nesting is too deep' }

export type UpdateMeasure = 'bytes' | 'structs' | 'clients' | 'deletes' | 'clocks'

/** A command or checkpoint that cannot be cut into entries, or parts that do not make a whole. */
export type SeriesRefusal =
  | { readonly because: 'change cannot be split'; readonly index: number }
  | { readonly because: 'checkpoint is too large'; readonly bytes: number; readonly cap: number }
  | { readonly because: 'checkpoint is incomplete'; readonly missing: readonly number[] }
  | { readonly because: 'checkpoint is malformed' }
  | { readonly because: 'checkpoint has a newer format'; readonly format: number }

/** A photo or file that cannot be sealed, or sealed bytes that are not the ones that were asked for. */
export type BlobSealRefusal =
  | { readonly because: 'blob is too large'; readonly bytes: number; readonly cap: number }
  | { readonly because: 'blob is malformed' }
  | { readonly because: 'blob has a newer format' }
  | { readonly because: 'blob is another' }
  | Extract<SealRefusal, { readonly because: 'key is missing' | 'seal is broken' }>

export type JournalRefusal =
  | EntryRefusal
  | SealRefusal
  | KeyRefusal
  | ChainRefusal
  | MembershipRefusal
  | UpdateRefusal
  | SeriesRefusal
  | BlobSealRefusal
