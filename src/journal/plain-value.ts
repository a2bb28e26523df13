import { caps } from './caps.ts'

/** Why a cell's value must not enter a document; undefined when it may. */
export type ValueFault = 'nesting' | 'content' | 'key'

type Nested = Readonly<{ value: unknown; depth: number }>

const inner = (value: object): readonly unknown[] => (Array.isArray(value) ? value : Object.values(value))

/** Decoding `{"__proto__": …}` replaces the prototype of the value it makes: the key is gone, the foreign properties are there. */
const isPlain = (value: object): boolean => Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype

const faultOf = (value: unknown): ValueFault | undefined => {
  if (typeof value === 'bigint' || value instanceof Uint8Array) return 'content'
  return typeof value === 'object' && value !== null && !isPlain(value) ? 'key' : undefined
}

/**
 * Looks through decoded cell values without recursion. Refused is what breaks readers later: bytes and big integers (JSON.stringify
 * throws or swells), foreign prototypes, depth. In: the values of one struct.
 */
export const faultOfValues = (values: readonly unknown[]): ValueFault | undefined => {
  const open: Nested[] = values.map(value => ({ value, depth: 1 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    const fault = faultOf(value)
    if (fault) return fault
    if (typeof value !== 'object' || value === null) continue
    if (depth > caps.valueNesting) return 'nesting'
    for (const below of inner(value)) open.push({ value: below, depth: depth + 1 })
  }
  return undefined
}
