import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'
import { findJsonMistake } from './find-json-mistake.ts'
import { inspectJson } from './hostile.ts'

const placeIn = (text: string, position: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** Parses JSON and looks through it (see `inspectJson`). Refuses broken JSON with line and column. */
export const parseJson = (text: string, mostValues?: number): Result<unknown, FileRefusal> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse({ because: 'jsonBroken', ...placeIn(text, findJsonMistake(text)) })
  }
  const inspected = inspectJson(value, mostValues)
  return inspected.ok ? ok(value) : inspected
}
