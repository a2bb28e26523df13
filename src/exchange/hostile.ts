import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'
import { caps } from './caps.ts'

type Node = { readonly value: object; readonly path: string; readonly depth: number }

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * Looks through parsed JSON before anything else touches it, with a stack of its own: recursive readers overflow at depths that
 * JSON.parse survives (measured). Refuses what is nested deeper than 32, what holds more values than `most`, and a key `__proto__`
 * anywhere: no real export has one, and copied carelessly it would give every object foreign properties.
 */
export const inspectJson = (root: unknown, most: number = caps.values): Result<void, FileRefusal> => {
  const stack: Node[] = isObject(root) ? [{ value: root, path: '', depth: 1 }] : []
  let count = 0
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.depth > caps.depth) return refuse({ because: 'tooDeep', most: caps.depth })
    for (const [key, value] of Object.entries(node.value)) {
      const path = node.path === '' ? key : `${node.path}.${key}`
      if (key === '__proto__') return refuse({ because: 'unsafeKey', path })
      if (++count > most) return refuse({ because: 'tooManyValues', most })
      if (isObject(value)) stack.push({ value, path, depth: node.depth + 1 })
    }
  }
  return ok(undefined)
}
