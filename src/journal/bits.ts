/** A set of small whole numbers, one bit each: pasts of thousands of entries are compared word by word. */
export type Bits = Uint32Array

export const noBits = (size: number): Bits => new Uint32Array(Math.ceil(size / 32))

export const hasBit = (bits: Bits, at: number): boolean => ((Number(bits[at >>> 5]) >>> (at & 31)) & 1) === 1

/** Changes `bits`: only for whoever has just made them. */
export const setBit = (bits: Bits, at: number): void => {
  bits[at >>> 5] = Number(bits[at >>> 5]) | (1 << (at & 31))
}

/** Changes `bits`: only for whoever has just made them. */
export const addBits = (bits: Bits, others: Bits): void => {
  for (let word = 0; word < others.length; word++) bits[word] = Number(bits[word]) | Number(others[word])
}

/** The numbers in both sets. */
export const sharedBits = (one: Bits, other: Bits): Bits => one.map((word, at) => word & Number(other[at]))

/** Every number below `size`, and perhaps some more. */
export const allBits = (size: number): Bits => noBits(size).fill(0xffff_ffff)

/** How many numbers are in the set. */
export const countBits = (bits: Bits): number => {
  let count = 0
  for (const word of bits) for (let rest = word; rest !== 0; rest &= rest - 1) count++
  return count
}
