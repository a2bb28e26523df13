/** What a table's column means. `ignored` columns are named in the loss report. */
export const fieldRoles = [
  'ignored',
  'title',
  'description',
  'key',
  'otherKey',
  'column',
  /** Open, doing or done, in the words of where the table comes from. */
  'category',
  'kind',
  'priority',
  'estimate',
  'people',
  'labels',
  'due',
  'created',
  'finished',
  'parent',
  'blockedBy',
  'blocks',
  'criteria',
  'checklist',
  'comments',
  'links',
] as const
export type FieldRole = (typeof fieldRoles)[number]

/** How days with slashes are read: 03/04/2026 is the third of April in Europe and the fourth of March in America. */
export type DateOrder = 'dayFirst' | 'monthFirst'

/** How a table is to be understood. */
export type TableMapping = Readonly<{
  /** The first row names the columns. */
  hasHeader: boolean
  /** By index of the column. */
  roles: readonly FieldRole[]
  dateOrder: DateOrder
  decimal: ',' | '.'
}>

/** The beginning of a table, enough to choose a mapping. */
export type TableSample = Readonly<{
  name: string
  delimiter: string
  encoding: string
  /** Rows without the header. */
  rowCount: number
  columns: readonly { readonly name: string; readonly samples: readonly string[] }[]
  /** The first rows, header not included. */
  rows: readonly (readonly string[])[]
  /** Days with slashes are there and no row tells which way round they are. */
  isDateOrderOpen: boolean
}>
