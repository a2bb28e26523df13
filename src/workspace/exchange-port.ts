import type { PlainDocument } from '../document/canonical.ts'
import type { ImportPlan } from '../domain/intake/plan.ts'
import type { TableMapping, TableSample } from '../domain/intake/table.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { View } from '../domain/kernel/view.ts'
import type { Team } from '../domain/people/team.ts'

/** Every record of every document, history included, in canonical order; no keys, no entries. */
export type Archive = Readonly<{
  /** The workspace in which these records began. It stays the same when they are restored on another device. */
  workspace: string
  documents: { readonly [name: string]: PlainDocument }
}>

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

/** Files in and out, as screens need them. Reading happens off the page, in a worker. */
export type ExchangePort = {
  /** Recognises a Trello board, a table or an archive. A table comes with a guessed mapping. */
  read(file: File, watch: Watch): Promise<Result<ReadFile, FileRefusal>>
  /** Reads a table whole, as the mapping says. */
  planTable(file: File, mapping: TableMapping, watch: Watch): Promise<Result<ImportPlan, FileRefusal>>
  /** The archive as JSON text; the same records give the same bytes. */
  printArchive(archive: Archive): Promise<string>
  /** A team's items as a table for German Excel. */
  printTable(view: View, team: Team, words: TableWords): Promise<string>
}
