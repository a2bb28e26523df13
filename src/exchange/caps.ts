/** What a file may weigh and hold before it is believed. RELIABILITY T6. Archives are our own and may be larger. */
export const caps = {
  fileBytes: 10 * 1024 * 1024,
  /** Of the records of an archive; photos and files come on top and are read one by one. */
  archiveBytes: 128 * 1024 * 1024,
  depth: 32,
  values: 200_000,
  /** Of a table; a whole Jira project has some hundred columns, most of them repeated. */
  columns: 3000,
  rows: 50_000,
  archiveValues: 10_000_000,
  /** A worker that shows no progress for this long is ended, milliseconds. */
  patience: 5000,
} as const
