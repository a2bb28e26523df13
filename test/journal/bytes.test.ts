import { describe, expect, it } from 'vitest'
import { fromHex, ownBytes, sha256 } from '../../src/journal/bytes.ts'

const long = (bytes: Uint8Array): Uint8Array => bytes.fill(7)

describe('a hash', () => {
  it('is that of the bytes, wherever they lie', async () => {
    const expected = await sha256(ownBytes(long(new Uint8Array(5000))))
    expect(await sha256(long(new Uint8Array(9000)).subarray(2000, 7000))).toEqual(expected)
    expect(await sha256(long(new Uint8Array(new SharedArrayBuffer(5000))))).toEqual(expected)
  })
})

describe('hexadecimal', () => {
  it('is read pair by pair, and nothing is no bytes', () => {
    expect(fromHex('00ff10')).toEqual(Uint8Array.of(0, 255, 16))
    expect(fromHex('')).toEqual(new Uint8Array())
  })
})
