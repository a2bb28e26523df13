import Papa from 'papaparse'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'
import { caps } from './caps.ts'
import { unguardFormula } from './formula-guard.ts'
import { mendLineEnds, mendQuotes } from './mend-table.ts'

/** Rows as they lie in the file, empty ones included, so that row numbers are those that Excel shows. */
export type RawTable = Readonly<{ delimiter: string; rows: readonly (readonly string[])[] }>

type Rows = (readonly string[])[]
type Progress = (share: number) => void

const delimiters = [';', ',', '\t', '|']

/**
 * Parses a table: delimiter found by itself, quoted cells over several lines, CRLF or LF. Rows are arrays, never objects, so no
 * heading can do harm. Apostrophes that guard against formulas are taken off. Refuses a file without a filled row, and one with
 * more rows or columns than anybody can look through.
 */
export const parseTable = (text: string, onProgress: Progress = () => {}): Result<RawTable, FileRefusal> => {
  const body = mendLineEnds(text.startsWith('\uFEFF') ? text.slice(1) : text)
  const delimiter = findDelimiter(body)
  const read = readRows(body, delimiter, onProgress)
  // Only what has stumbled is looked at sign by sign.
  const { rows, refusal } = read.hasStumbled ? readRows(mendQuotes(body, delimiter), delimiter, onProgress) : read
  if (refusal) return refuse(refusal)
  while (rows.length > 0 && isEmptyRow(rows.at(-1) ?? [])) rows.pop()
  return rows.some(row => !isEmptyRow(row)) ? ok({ delimiter, rows }) : refuse({ because: 'noRows' })
}

export const isEmptyRow = (row: readonly string[]): boolean => row.every(cell => cell.trim() === '')

type ReadRows = { readonly rows: Rows; readonly hasStumbled: boolean; readonly refusal: FileRefusal | undefined }

const readRows = (text: string, delimiter: string, onProgress: Progress): ReadRows => {
  const rows: Rows = []
  let [told, hasStumbled] = [0, false]
  let refusal: FileRefusal | undefined
  const step = ({ data, errors, meta }: Papa.ParseStepResult<string[]>, parser: Papa.Parser): void => {
    rows.push(data.map(unguardFormula))
    refusal = sizeRefusal(rows.length, data.length)
    hasStumbled ||= errors.length > 0
    if (refusal || hasStumbled) return parser.abort()
    if (meta.cursor - told < text.length / 50) return
    told = meta.cursor
    onProgress(told / text.length)
  }
  Papa.parse<string[]>(text, { delimiter, step })
  return { rows, hasStumbled, refusal }
}

const sizeRefusal = (rows: number, columns: number): FileRefusal | undefined => {
  if (columns > caps.columns) return { because: 'tooManyColumns', most: caps.columns, count: columns }
  return rows > caps.rows ? { because: 'tooManyRows', most: caps.rows } : undefined
}

const findDelimiter = (text: string): string => {
  const start = text.slice(0, 64 * 1024)
  if (hasTabs(start)) return '\t'
  // One mark that is never closed hides every row behind it.
  return guessDelimiter(start) ?? guessDelimiter(start.replaceAll('"', '')) ?? ';'
}

const guessDelimiter = (start: string): string | undefined => {
  const { errors, meta } = Papa.parse<string[]>(start, {
    preview: 20,
    delimitersToGuess: delimiters,
    // Otherwise one empty row at the end makes it give up and answer a comma.
    skipEmptyLines: 'greedy',
  })
  return errors.some(({ code }) => code === 'UndetectableDelimiter') ? undefined : meta.delimiter
}

/** Nobody types tabs: rows that have them come from a table, however many commas their texts hold. */
const hasTabs = (start: string): boolean => {
  if (!start.includes('\t')) return false
  const [first = '', ...rest] = start
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
  const tabbed = rest.filter(line => line.includes('\t')).length
  return first.includes('\t') ? tabbed * 2 >= rest.length : tabbed * 2 > rest.length && !/[;,|]/.test(first)
}
