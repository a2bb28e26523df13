import type { ImportPlan } from '../domain/intake/plan.ts'
import type { TableMapping } from '../domain/intake/table.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal, ReadFile } from '../workspace/exchange-port.ts'
import { archiveBeginning, isArchive, readArchive } from './archive.ts'
import { caps } from './caps.ts'
import { decompress, isCompressed } from './compress.ts'
import { parseTable } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { guessMapping } from './guess-mapping.ts'
import { parseJson } from './parse-json.ts'
import { readArchiveBytes } from './read-archive.ts'
import { planOfTable } from './table-plan.ts'
import { isTrello, planOfTrello } from './trello.ts'

type Named = { readonly name: string; readonly bytes: Uint8Array }
type Progress = (share: number) => void
const unheard: Progress = () => {}
const part =
  (tell: Progress, from: number, to: number): Progress =>
  share =>
    tell(from + (to - from) * share)

const blank = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

const beginning = (bytes: Uint8Array, length: number): string =>
  new TextDecoder().decode(bytes.subarray(bytes.findIndex(byte => !blank.has(byte))).subarray(0, length))

const isOwn = (bytes: Uint8Array): boolean => beginning(bytes, archiveBeginning.length) === archiveBeginning

/** Only our own archives may be larger than 10 MB; they say at once what they are. */
const sizeRefusal = (bytes: Uint8Array): FileRefusal | undefined =>
  bytes.length > caps.fileBytes && !isOwn(bytes)
    ? { because: 'fileTooLarge', most: caps.fileBytes, size: bytes.length }
    : undefined

/** A file's name without folder and ending. */
const stem = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,8}$/, '')

const readJson = ({ name, bytes }: Named, tell: Progress): Result<ReadFile, FileRefusal> => {
  const decoded = decodeText(bytes, { strict: true })
  if (!decoded.ok) return decoded
  tell(0.2)
  const parsed = parseJson(decoded.value.text.replace(/^\uFEFF/, ''), caps.values)
  if (!parsed.ok) return parsed
  tell(0.6)
  if (isArchive(parsed.value)) {
    const read = readArchive(parsed.value)
    return read.ok ? ok({ kind: 'archive', archive: read.value }) : read
  }
  if (!isTrello(parsed.value)) return refuse({ because: 'unknownFile' })
  const read = planOfTrello(parsed.value, part(tell, 0.6, 1))
  return read.ok ? ok({ kind: 'trello', plan: { ...read.value, name: read.value.name || stem(name) } }) : read
}

const readTable = ({ name, bytes }: Named, tell: Progress): Result<ReadFile, FileRefusal> => {
  const decoded = decodeText(bytes, { strict: false })
  if (!decoded.ok) return decoded
  const table = parseTable(decoded.value.text, part(tell, 0.1, 0.8))
  if (!table.ok) return table
  return ok({ kind: 'table', ...guessMapping(table.value, { name: stem(name), encoding: decoded.value.encoding }) })
}

/** A table may begin with `[x]` or `{Entwurf}` too; a file that calls itself JSON is read as such, however broken it is. */
const isJson = ({ name, bytes }: Named): boolean => {
  const start = beginning(bytes, 200)
  return /^(?:\{\s*["}]|\[\s*(?:[[{"\]]|-?\d+\s*,))/.test(start) || (/^[{[]/.test(start) && /\.json$/i.test(name))
}

/** Recognises and reads a file. In: its name and bytes. Out: a Trello plan, a table's sample with a guessed mapping, or an archive. */
export const readBytes = async (
  { name, bytes }: Named,
  tell: Progress = unheard,
): Promise<Result<ReadFile, FileRefusal>> => {
  const unpacked = isCompressed(bytes) ? await decompress(bytes) : ok(bytes)
  if (!unpacked.ok) return unpacked
  const file = { name, bytes: unpacked.value }
  const refusal = sizeRefusal(file.bytes)
  if (refusal) return refuse(refusal)
  tell(0.05)
  if (isOwn(file.bytes)) {
    const read = await readArchiveBytes(file.bytes)
    return read.ok ? ok({ kind: 'archive', archive: read.value }) : read
  }
  return isJson(file) ? readJson(file, tell) : readTable(file, tell)
}

/** Reads a table whole, as the mapping says. */
export const planBytes = (
  { name, bytes }: Named,
  mapping: TableMapping,
  tell: Progress = unheard,
): Result<ImportPlan, FileRefusal> => {
  const decoded = decodeText(bytes, { strict: false })
  if (!decoded.ok) return decoded
  const table = parseTable(decoded.value.text, part(tell, 0.05, 0.5))
  return table.ok ? ok(planOfTable(table.value, mapping, stem(name), part(tell, 0.5, 1))) : table
}
