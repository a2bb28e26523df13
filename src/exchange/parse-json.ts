import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'
import { inspectJson } from './hostile.ts'

const placeIn = (text: string, position: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** Browsers tell the place of a mistake each in their own words. */
const placeOf = (message: string, text: string): { readonly line: number; readonly column: number } => {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) }
  const [, position] = /position (\d+)/.exec(message) ?? []
  return placeIn(text, position === undefined ? text.length : Number(position))
}

/** Parses JSON and looks through it (see `inspectJson`). Refuses broken JSON with line and column. */
export const parseJson = (text: string, mostValues?: number): Result<unknown, FileRefusal> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuse({ because: 'jsonBroken', ...placeOf(String(error), text) })
  }
  const inspected = inspectJson(value, mostValues)
  return inspected.ok ? ok(value) : inspected
}
