import { valueCell, type AnyCells, type CellValue } from './cell.ts'
import type { Json } from './json.ts'

/** Which document a record lives in. A document is a border of trust: it has its own readers, writers and key. */
export type DocumentKind = 'workspace' | 'team' | 'governance' | 'person'

/** `workspace#1`, `team:<id>#1`, `governance#1`, `person:<id>#1`. The number is the edition: a document can be re-founded when it weighs too much. */
export type DocumentName = string

export const workspaceDocument: DocumentName = 'workspace#1'
/** The name of a team's document, `team:<id>#<edition>`. */
export const teamDocument = (team: string, edition = 1): DocumentName => `team:${team}#${edition}`
/** What kind of document a name belongs to; undefined for one this version does not know. */
export const documentKind = (name: DocumentName): DocumentKind | undefined =>
  (['workspace', 'team', 'governance', 'person'] as const).find(
    kind => name.startsWith(`${kind}#`) || name.startsWith(`${kind}:`),
  )
/** The team's id in a document's name; undefined when it is no team's document. */
export const teamOfDocument = (name: DocumentName): string | undefined => /^team:(.+)#\d+$/.exec(name)?.[1]

/** The name of what belongs to one person alone and lies on their devices and on no other: `person:<id>#1`. */
export const personalDocument = (person: string): DocumentName => `person:${person}#1`
/** Whose personal document a name is; undefined where it is no person's. */
export const ownerOfDocument = (name: DocumentName): string | undefined => /^person:(.+)#\d+$/.exec(name)?.[1]

/** When and by whom something was taken out of sight. The tuple ends in a text so that no reader takes it for a stamped value. */
export type Deletion = readonly [at: number, by: string]

const isDeletion = (raw: Json): raw is readonly [number, string] =>
  Array.isArray(raw) && raw.length === 2 && typeof raw[0] === 'number' && typeof raw[1] === 'string'

/** Cells every record has. */
export const sharedCells = {
  deleted: valueCell<Deletion | null>(null, raw => (raw === null ? null : isDeletion(raw) ? raw : undefined)),
} as const

export type RecordBase = Readonly<{
  id: string
  type: string
  document: DocumentName
  createdAt: number
  createdBy: string
  /** The newest edit of any cell, milliseconds UTC. */
  changedAt: number
  deleted: Deletion | null
  /** Cells that could not be read; their fallback is shown, they are left as they lie. */
  unreadable: readonly string[]
}>

export type RecordWith<Cells extends AnyCells> = RecordBase & {
  readonly [Name in keyof Cells]: CellValue<Cells[Name]>
}

export type Index<Rec> = Readonly<{
  /** Under which key or keys a record is found; undefined: not in this index. Only records that are not deleted are asked, unless `of` says so. */
  key: (record: Rec) => string | readonly string[] | undefined
  /** The order within a key; ties are broken by id, so it is the same on every device. */
  order?: (record: Rec) => string
  of?: 'live' | 'deleted'
}>

export type Upgrade = Readonly<{
  to: number
  why: string
  /** In: the raw values of an older record. Out: the cells that bring it to this version. */
  fill: (raw: { readonly [cell: string]: Json }) => { readonly [cell: string]: Json }
}>

export type Definition<Cells extends AnyCells, IndexName extends string> = Readonly<{
  type: string
  document: DocumentKind
  cells: Cells
  indexes: { readonly [Name in IndexName]: Index<RecordWith<Cells>> }
  /** Cells that point at other records, with the type they point at. */
  links: { readonly [Name in keyof Cells & string]?: string }
  upgrade: readonly Upgrade[]
}>

// A registry holds definitions of every type side by side; only their own typed uses know the cells.
export type AnyDefinition = Readonly<{
  type: string
  document: DocumentKind
  cells: AnyCells
  // Method syntax keeps the parameter bivariant, so a typed definition fits.
  indexes: {
    readonly [name: string]: {
      key(record: never): string | readonly string[] | undefined
      order?(record: never): string
      of?: 'live' | 'deleted'
    }
  }
  links: { readonly [name: string]: string | undefined }
  upgrade: readonly Upgrade[]
}>

export type RecordOf<D extends AnyDefinition> = RecordWith<D['cells']>
export type IndexNameOf<D extends AnyDefinition> = keyof D['indexes'] & string

/**
 * Declares a record type as plain data. The app hands all definitions to the workspace, which gives them to document and read
 * model; a device without a definition keeps such records untouched.
 */
export const defineRecord = <const Cells extends AnyCells, const IndexName extends string>(
  definition: Readonly<{
    type: string
    document: DocumentKind
    cells: Cells
    indexes: { readonly [Name in IndexName]: Index<RecordWith<Cells>> }
    links?: { readonly [Name in keyof Cells & string]?: string }
    upgrade?: readonly Upgrade[]
  }>,
): Definition<Cells, IndexName> => ({ links: {}, upgrade: [], ...definition })

/** The version an app writes: one more than nothing, plus one for each upgrade. */
export const versionOf = (definition: AnyDefinition): number => 1 + definition.upgrade.length
