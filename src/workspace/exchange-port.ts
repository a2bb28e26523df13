import type { BlobHash } from '../domain/attachments/attachment.ts'
import type { PlainDocument } from '../document/canonical.ts'
import type { ImportPlan } from '../domain/intake/plan.ts'
import type { TableMapping, TableSample } from '../domain/intake/table.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { View } from '../domain/kernel/view.ts'
import type { Team } from '../domain/people/team.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { PassphraseRefusal } from '../journal/passphrase.ts'

export { shortestPassphrase } from '../journal/passphrase.ts'

/** Every record of every document, history included, in canonical order; no keys, no entries. */
export type Archive = Readonly<{
  /** The workspace in which these records began. It stays the same when they are restored on another device. */
  workspace: string
  documents: { readonly [name: string]: PlainDocument }
  /** Photos and files that the records name, by the SHA-256 of their bytes. Absent: none came along. */
  blobs?: ReadonlyMap<BlobHash, ArchiveBlob>
}>

/** The bytes of a photo or file, read when they are wanted. A platform `Blob` is one. Rejects when they cannot be read. */
export type ArchiveBlob = Readonly<{ size: number; arrayBuffer: () => Promise<ArrayBuffer> }>

/** What archives are sealed with instead of a passphrase. Can be kept in IndexedDB; neither passphrase nor key can be read out of it. */
export type ArchiveSeal = Readonly<{ iterations: number; salt: Bytes; material: CryptoKey }>

/** An archive as a file, and the blobs that could not be read and are not in it. */
export type PackedArchive = Readonly<{ file: Blob; missing: readonly BlobHash[] }>

/** Why a file cannot be read. Nothing has changed then. Positions are bytes from 0, lines and columns count from 1. */
export type FileRefusal =
  | { readonly because: 'fileTooLarge'; readonly most: number; readonly size: number }
  | { readonly because: 'fileEmpty' }
  | { readonly because: 'encodingBroken'; readonly position: number }
  | { readonly because: 'notText'; readonly format: 'excel' | 'pdf' | 'image' | 'zip' | 'other' }
  | { readonly because: 'jsonBroken'; readonly line: number; readonly column: number }
  | { readonly because: 'tooDeep'; readonly most: number }
  | { readonly because: 'tooManyValues'; readonly most: number }
  | { readonly because: 'tooManyRows'; readonly most: number }
  | { readonly because: 'tooManyColumns'; readonly most: number; readonly count: number }
  | { readonly because: 'unsafeKey'; readonly path: string }
  | { readonly because: 'fieldBroken'; readonly path: string }
  | { readonly because: 'unknownFile' }
  | { readonly because: 'newerArchive'; readonly version: number }
  | { readonly because: 'passphraseNeeded' }
  | { readonly because: 'passphraseWrong' }
  | { readonly because: 'sealBroken' }
  | { readonly because: 'noRows' }
  | { readonly because: 'readingTooSlow' }
  | { readonly because: 'readingFailed' }
  | { readonly because: 'cancelled' }

/** What a file turned out to be. */
export type ReadFile =
  | { readonly kind: 'trello'; readonly plan: ImportPlan }
  | { readonly kind: 'table'; readonly sample: TableSample; readonly mapping: TableMapping }
  | { readonly kind: 'archive'; readonly archive: Archive }

export type Watch = {
  /** A share between 0 and 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
  /** For an archive that is sealed; without it the answer is `passphraseNeeded`. */
  readonly passphrase?: string | undefined
}

/** Words for the table that is given out: headings in the order of the columns, and names for fixed values. */
export type TableWords = Readonly<{
  headings: Readonly<
    Record<
      | 'key'
      | 'kind'
      | 'title'
      | 'description'
      | 'column'
      | 'sprint'
      | 'estimate'
      | 'priority'
      | 'labels'
      | 'people'
      | 'due'
      | 'created'
      | 'criteria'
      | 'checklist'
      | 'links'
      | 'comments',
      string
    >
  >
  kinds: Readonly<Record<string, string>>
  priorities: Readonly<Record<string, string>>
}>

/** A file as it can be kept: `workspace.blobs.keep(document, bytes)`, then `addAttachments` with the rest. Pixels of a picture, otherwise null. */
export type PreparedFile = Readonly<{
  name: string
  mediaType: string
  bytes: Bytes
  width: number | null
  height: number | null
}>

/** Why a file cannot be kept. `most` in bytes, `width` and `height` in pixels. */
export type PreparingRefusal =
  | { readonly because: 'fileIsEmpty' | 'fileIsUnreadable'; readonly name: string }
  | { readonly because: 'fileIsTooLarge'; readonly name: string; readonly most: number }
  /** It calls itself a picture and is none; it is cut off or damaged; it is HEIC, whose place and time cannot be taken out here. */
  | { readonly because: 'pictureIsNone' | 'pictureIsBroken' | 'pictureIsHeic'; readonly name: string }
  | { readonly because: 'pictureIsHuge'; readonly name: string; readonly width: number; readonly height: number }

/** Files in and out, as screens need them. Reading happens off the page, in a worker. */
export type ExchangePort = {
  /** Recognises a Trello board, a table or an archive. A table comes with a guessed mapping. */
  read(file: File, watch: Watch): Promise<Result<ReadFile, FileRefusal>>
  /** Reads a table whole, as the mapping says. */
  planTable(file: File, mapping: TableMapping, watch: Watch): Promise<Result<ImportPlan, FileRefusal>>
  /** The records of an archive as JSON text, without photos and files; the same records give the same bytes. */
  printArchive(archive: Archive): Promise<string>
  /** The archive with its photos and files as a file, sealed on request. Rejects when the signal aborts. */
  packArchive(archive: Archive, options?: Watch & { readonly seal?: ArchiveSeal | undefined }): Promise<PackedArchive>
  /** Makes a seal of a passphrase of at least twelve characters. */
  makeSeal(passphrase: string): Promise<Result<ArchiveSeal, PassphraseRefusal>>
  /** A team's items as a table for German Excel. */
  printTable(view: View, team: Team, words: TableWords): Promise<string>
  /** Makes a photo or file fit to be kept: pictures scaled, upright and without EXIF, names cleaned. Pixels are touched in a worker only. */
  prepareFile(file: File): Promise<Result<PreparedFile, PreparingRefusal>>
  /** A small copy of a kept picture for lists; undefined for what is no picture. */
  thumbnail(bytes: Bytes): Promise<Blob | undefined>
}
