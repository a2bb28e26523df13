/** A value that survives every carrier and every disk unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Whether a stored value is a number that can be counted with. */
export const isFiniteNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Deep equality of two cell values; undefined (never written) and null (set back to the default) are the same state. */
export const sameValue = (one: Json | undefined, other: Json | undefined): boolean => {
  if (one === other) return true
  if (one === undefined || one === null) return other === undefined || other === null
  if (other === undefined || other === null || typeof one !== 'object' || typeof other !== 'object') return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  const [left, right] = [one as { [key: string]: Json }, other as { [key: string]: Json }]
  return keys.every(key => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
}
