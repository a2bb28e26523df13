import { describe, expect, test } from 'vitest'
import { toHex } from '../../src/journal/bytes.ts'
import { decodePayload, encodePayload } from '../../src/journal/payload.ts'
import { fromHex } from './office.ts'

const moved = { commands: [{ id: 'c1', name: 'moveItem' }], update: Uint8Array.of(0, 0) }

/** Bytes of today: what an older app has written must be read for ever. */
const golden = [
  { what: 'one command', payload: moved, hex: '01026331086d6f76654974656d020000' },
  { what: 'no command', payload: { commands: [], update: Uint8Array.of(1, 2, 3) }, hex: '0003010203' },
]

describe('what a change entry says', () => {
  test.each(golden)('$what: the bytes are fixed', ({ payload, hex }) => {
    expect(toHex(encodePayload(payload))).toBe(hex)
    expect(decodePayload(fromHex(hex))).toEqual(payload)
  })

  test.each(['', '01', '0003010203ff', '00030102', '4100', 'ff'.repeat(9)])('%s is no payload', hex => {
    expect(decodePayload(fromHex(hex))).toBeUndefined()
  })
})
