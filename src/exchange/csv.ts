import Papa from 'papaparse'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'
import { unguardFormula } from './formula-guard.ts'

/** Rows as they lie in the file, empty ones included, so that row numbers are those that Excel shows. */
export type RawTable = Readonly<{ delimiter: string; rows: readonly (readonly string[])[] }>

const delimiters = [';', ',', '\t', '|']

/**
 * Parses a table: delimiter found by itself, quoted cells over several lines, CRLF or LF. Rows are arrays, never objects, so no
 * heading can do harm. Apostrophes that guard against formulas are taken off. Refuses a file without a filled row.
 */
export const parseTable = (
  text: string,
  onProgress: (share: number) => void = () => {},
): Result<RawTable, FileRefusal> => {
  const rows: (readonly string[])[] = []
  let told = 0
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const step = ({ data, meta }: Papa.ParseStepResult<string[]>): void => {
    rows.push(data.map(unguardFormula))
    if (meta.cursor - told < body.length / 50) return
    told = meta.cursor
    onProgress(told / body.length)
  }
  const { delimiter } = findDelimiter(body)
  Papa.parse<string[]>(body, { delimiter, step })
  while (rows.length > 0 && isEmptyRow(rows.at(-1) ?? [])) rows.pop()
  return rows.some(row => !isEmptyRow(row)) ? ok({ delimiter, rows }) : refuse({ because: 'noRows' })
}

export const isEmptyRow = (row: readonly string[]): boolean => row.every(cell => cell.trim() === '')

const findDelimiter = (text: string): { readonly delimiter: string } => {
  const { meta } = Papa.parse<string[]>(text.slice(0, 64 * 1024), {
    preview: 20,
    delimitersToGuess: delimiters,
    // Otherwise one empty row at the end makes it give up and answer a comma.
    skipEmptyLines: 'greedy',
  })
  return { delimiter: meta.delimiter || ';' }
}
