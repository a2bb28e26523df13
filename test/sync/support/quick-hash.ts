import type { Bytes } from '../../../src/journal/bytes.ts'

const lanes = 8
const mix = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

const seeds = new Map<string, Int32Array>()

/** Where the lanes begin for a key. */
const seedOf = (key: string): Int32Array => {
  const known = seeds.get(key)
  if (known) return known
  const seed = Int32Array.from({ length: lanes }, (_, lane) => mix(lane + 0x9e3779b9))
  for (let at = 0; at < key.length; at++)
    for (let lane = 0; lane < lanes; lane++)
      seed[lane] = mix(Math.imul(seed[lane] ?? 0, 31) ^ key.charCodeAt(at) ^ lane)
  seeds.set(key, seed)
  return seed
}

/** A hash of 32 bytes that is fast and nothing else: in a simulator nobody looks for collisions. Two keys give two hashes. */
export const quickHash = (bytes: Uint8Array, key = ''): Bytes => {
  const state = Int32Array.from(seedOf(key))
  for (let at = 0; at < bytes.length; at++) {
    const lane = at & (lanes - 1)
    const next = (lane + 1) & (lanes - 1)
    state[lane] = Math.imul((state[lane] ?? 0) ^ (bytes[at] ?? 0) ^ (state[next] ?? 0), 0x01000193)
  }
  let carry = bytes.length
  for (let round = 0; round < 2; round++)
    for (let lane = 0; lane < lanes; lane++) {
      carry = mix((state[lane] ?? 0) ^ carry)
      state[lane] = carry
    }
  return new Uint8Array(state.buffer.slice(0))
}
