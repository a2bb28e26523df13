import * as v from 'valibot'
import type { PlainDocument } from '../document/canonical.ts'
import type { Json } from '../domain/kernel/json.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { Archive, FileRefusal } from '../workspace/exchange-port.ts'

/**
 * The archive, version 1: one JSON object
 * `{"format":"lotse-archive","version":1,"workspace":"<id>","documents":{"<document>":{"<type>":{"<id>":{"<cell>":<value>}}}}}`.
 * Documents are called `workspace#1`, `team:<id>#1`, `governance#1`. Cells are those of the record definitions: `m` holds `[type,
 * created (ms UTC), person]`, sets are one cell per element (`l:<label id>: 1`), history is `at:<ms UTC>:<random>: [kind, value,
 * person]`, long text is `{"$text": "…"}`. What is at its default is absent. Keys are sorted and nothing in the file depends on
 * when or where it was made, so equal records give equal bytes. One record stands on one line.
 */
const format = 'lotse-archive'
const version = 1

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

/** In: an archive whose levels are sorted, as `workspace.plain()` gives them. Out: its text; equal records give equal bytes. */
export const printArchive = ({ workspace, documents }: Archive): string => {
  const filled = Object.entries(documents).filter(([, plain]) => Object.keys(plain).length > 0)
  const lines = filled.map(([name, plain]) => `${JSON.stringify(name)}:${printDocument(plain)}`)
  return `${archiveBeginning},"version":${version},"workspace":${JSON.stringify(workspace)},"documents":${block(lines)}}\n`
}

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
  if (found.output.version > version) return refuse({ because: 'newerArchive', version: found.output.version })
  const checked = v.safeParse(body, value)
  if (!checked.success) return refuse({ because: 'fieldBroken', path: pathOf(checked.issues) })
  const documents = (value as { documents: Archive['documents'] }).documents
  const strange = Object.keys(documents).find(name => !documentName.test(name))
  if (strange !== undefined) return refuse({ because: 'fieldBroken', path: `documents.${strange}` })
  return ok({ workspace: found.output.workspace, documents })
}
