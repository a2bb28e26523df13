import * as v from 'valibot'
import type { PlainDocument } from '../document/canonical.ts'
import type { Json } from '../domain/kernel/json.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { Archive, FileRefusal } from '../workspace/exchange-port.ts'

/**
 * The archive: one JSON object. Version 1 holds records alone, version 2 photos and files too. Whoever writes takes the lowest version that says everything, so
 * that an older app reads what it can read whole and refuses what it would lose a part of. Version 1 is
 * `{"format":"lotse-archive","version":1,"workspace":"<id>","documents":{"<document>":{"<type>":{"<id>":{"<cell>":<value>}}}}}`.
 * Documents are called `workspace#1`, `team:<id>#1`, `governance#1`. Cells are those of the record definitions: `m` holds `[type,
 * created (ms UTC), person]`, sets are one cell per element (`l:<label id>: 1`), history is `at:<ms UTC>:<random>: [kind, value,
 * person]`, long text is `{"$text": "…"}`. What is at its default is absent. Keys are sorted and nothing in the file depends on
 * when or where it was made, so equal records give equal bytes. One record stands on one line.
 * Version 2 goes on behind the documents, on a line of its own, with `,"blobs":{` and `"<SHA-256 of the bytes>":["<base64>",…]`, sorted, each bracket and each
 * base64 text of at most 48 KiB of bytes on a line of its own, and ends with the line `}}`: a reader takes it line by line and never holds it whole.
 */
const format = 'lotse-archive'
const newestVersion = 2

/** How every archive begins; it tells one from other JSON without parsing. */
export const archiveBeginning = `{"format":"${format}"`

const block = (lines: readonly string[]): string => (lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`)

const printDocument = (plain: PlainDocument): string =>
  block(
    Object.entries(plain).map(([type, records]) => {
      const lines = Object.entries(records).map(([id, record]) => `${JSON.stringify(id)}:${JSON.stringify(record)}`)
      return `${JSON.stringify(type)}:${block(lines)}`
    }),
  )

/** The records of an archive up to the end of the documents, without the last bracket. */
export function* archivePieces({ workspace, documents }: Archive, version: 1 | 2): Generator<string> {
  yield `${archiveBeginning},"version":${version},"workspace":${JSON.stringify(workspace)},"documents":`
  const filled = Object.entries(documents).filter(([, plain]) => Object.keys(plain).length > 0)
  if (filled.length === 0) yield '{}'
  for (const [index, [name, plain]] of filled.entries()) {
    yield `${index === 0 ? '{' : ','}\n${JSON.stringify(name)}:`
    yield printDocument(plain)
    if (index === filled.length - 1) yield '\n}'
  }
}

/** In: an archive whose levels are sorted, as `workspace.plain()` gives them. Out: the text of its records; equal records give equal bytes. */
export const printArchive = (archive: Archive): string => `${[...archivePieces(archive, 1)].join('')}}\n`

const head = v.object({ format: v.literal(format), version: v.number(), workspace: v.string() })
const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
const nested = (inner: v.GenericSchema) => v.pipe(v.custom<object>(isPlain), v.record(v.string(), inner))
const facts = v.tuple([v.string(), v.number(), v.string()])
const record = v.objectWithRest(
  { m: facts },
  v.custom<Json>(value => value !== undefined),
)
const body = v.object({ documents: nested(nested(nested(record))) })

const documentName = /^(workspace|governance)#\d+$|^team:[\w-]+#\d+$/

const pathOf = (issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string =>
  v.getDotPath(issues[0]) ?? ''

/** Whether parsed JSON says that it is an archive. */
export const isArchive = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { format?: unknown }).format === format

/**
 * Checks parsed JSON against the form above. In: a value `inspectJson` has passed. Refuses a newer version, documents of other
 * names, and records without their facts, each with the path.
 */
export const readArchive = (value: unknown): Result<Archive, FileRefusal> => {
  const found = v.safeParse(head, value)
  if (!found.success) return refuse({ because: 'fieldBroken', path: pathOf(found.issues) })
  if (found.output.version > newestVersion) return refuse({ because: 'newerArchive', version: found.output.version })
  const checked = v.safeParse(body, value)
  if (!checked.success) return refuse({ because: 'fieldBroken', path: pathOf(checked.issues) })
  const documents = (value as { documents: Archive['documents'] }).documents
  const strange = Object.keys(documents).find(name => !documentName.test(name))
  if (strange !== undefined) return refuse({ because: 'fieldBroken', path: `documents.${strange}` })
  return ok({ workspace: found.output.workspace, documents })
}
