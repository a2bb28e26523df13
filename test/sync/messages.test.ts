import { array, assert, constantFrom, oneof, property, record, tuple, uint8Array, integer, nat } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { limits } from '../../src/sync/limits.ts'
import { decodeMessage, encodeMessage, type Message, type MessageType } from '../../src/sync/messages.ts'
import { fromHex, refusalOf, valueOf } from '../journal/office.ts'
import { mutations } from '../support/mutations.ts'

/** Jana's laptop, Cem's tablet and Dörte's telephone, as their ids would begin. */
const [jana, cem, doerte] = ['11', '22', '33'].map(byte => fromHex(byte.repeat(32))) as [Bytes, Bytes, Bytes]
const hash = fromHex('ab'.repeat(32))
const team = 'team:ab12#1'
const teamHex = '0b7465616d3a616231322331'
const [ones, twos, threes, hashed] = ['11', '22', '33', 'ab'].map(byte => byte.repeat(32)) as [
  string,
  string,
  string,
  string,
]

/** Bytes as the first version wrote them. They never change. */
const golden: { readonly [Type in MessageType]: readonly [message: Message<Type>, hex: string] } = {
  'membership have': [{ type: 'membership have', heads: [{ device: jana, seq: 3, hash }] }, `0401${ones}03${hashed}`],
  have: [
    {
      type: 'have',
      documents: [
        {
          document: team,
          heads: [
            { device: jana, seq: 300, hash, first: 1 },
            { device: cem, seq: 7, hash, first: 8 },
          ],
        },
        { document: 'workspace#1', heads: [] },
      ],
    },
    `0502${teamHex}02${ones}ac02${hashed}01${twos}07${hashed}080b776f726b7370616365233100`,
  ],
  want: [
    {
      type: 'want',
      ranges: [
        { document: team, device: jana, from: 4, to: 4 },
        { document: team, device: jana, from: 6, to: 300 },
      ],
    },
    `0602${teamHex}${ones}0400${teamHex}${ones}06a602`,
  ],
  entries: [{ type: 'entries', entries: [fromHex('010203'), fromHex('04')] }, '0702030102030104'],
  digest: [
    { type: 'digest', document: team, heads: [{ device: cem, seq: 7, hash }], digest: hash },
    `08${teamHex}01${twos}07${hashed}${hashed}`,
  ],
  'checkpoint want': [{ type: 'checkpoint want', document: team }, `09${teamHex}`],
  checkpoint: [{ type: 'checkpoint', document: team, entries: [fromHex('0102')] }, `0a${teamHex}01020102`],
  'blob have': [{ type: 'blob have', document: team, hash, size: 240_000 }, `0b${teamHex}${hashed}80d30e`],
  'blob want': [{ type: 'blob want', document: team, hash, offset: 65_536 }, `0c${teamHex}${hashed}808004`],
  blob: [
    { type: 'blob', document: team, hash, offset: 65_536, bytes: fromHex('0102') },
    `0d${teamHex}${hashed}808004020102`,
  ],
  peers: [{ type: 'peers', joined: [jana, doerte], left: [cem] }, `0e02${ones}${threes}01${twos}`],
  intro: [{ type: 'intro', to: jana, from: cem, hops: 4, sealed: fromHex('0102') }, `0f${ones}${twos}04020102`],
  presence: [{ type: 'presence', sealed: fromHex('010203') }, '1003010203'],
  ping: [{ type: 'ping', number: 300 }, '11ac02'],
  pong: [{ type: 'pong', number: 300 }, '12ac02'],
  bye: [{ type: 'bye', reason: 'too much' }, '1303'],
}

describe('every message has one byte form', () => {
  test.each(Object.entries(golden))('%s', (_, [message, hex]) => {
    expect(toHex(encodeMessage(message))).toBe(hex)
    expect(valueOf(decodeMessage(fromHex(hex)))).toEqual(message)
  })

  test.each([
    ['left', '1300'],
    ['denied', '1301'],
    ['malformed', '1302'],
    ['too much', '1303'],
    ['silent', '1304'],
  ] as const)('bye, because %s', (reason, hex) => {
    expect(toHex(encodeMessage({ type: 'bye', reason }))).toBe(hex)
  })
})

describe('what is no message is refused and never thrown', () => {
  test.each([
    ['nothing at all', ''],
    ['a body that ends early', `0401${ones}03${hashed.slice(2)}`],
    ['something left over', '11ac0200'],
    ['a number written longer than it is', '11ac8200'],
    ['heads out of order', `0402${twos}01${hashed}${ones}01${hashed}`],
    ['one device twice', `0402${ones}01${hashed}${ones}02${hashed}`],
    ['an entry with the number 0', `0401${ones}00${hashed}`],
    ['a chain that begins far behind its head', `0501${teamHex}01${ones}01${hashed}03`],
    ['a chain that begins before the first entry', `0501${teamHex}01${ones}01${hashed}00`],
    ['a document without an edition', `050104746561${'6d'}00`],
    ['documents out of order', `05020b776f726b73706163652331${'00'}${teamHex}00`],
    ['nothing wanted', '0600'],
    ['one entry wanted twice', `0602${teamHex}${ones}0402${teamHex}${ones}0501`],
    ['a claim of more entries than may come', '07ffffffff0f'],
    ['no entries', '0700'],
    ['an empty entry', '070100'],
    ['a claim of more documents than there may be', '05ffffffff0f'],
    ['a blob without bytes', `0d${teamHex}${hashed}0000`],
    ['an introduction that has gone too far', `0f${ones}${twos}05020102`],
    ['neighbours out of order', `0e02${threes}${ones}00`],
    ['a reason nobody knows', '1363'],
  ])('%s', (_, hex) => {
    expect(refusalOf(decodeMessage(fromHex(hex)))).toEqual({ because: 'message is malformed' })
  })

  test('a message over its cap is not even looked at', () => {
    const bytes = new Uint8Array(limits.messageBytes + 1)
    expect(refusalOf(decodeMessage(bytes))).toMatchObject({ because: 'message is too large' })
  })

  test('a type of a newer app is named, so that it can be passed over', () => {
    expect(refusalOf(decodeMessage(fromHex('14010203')))).toEqual({ because: 'message has a newer type', type: 20 })
  })

  test.each([0, 1, 2, 3])('type %i has no place behind the handshake', type => {
    expect(refusalOf(decodeMessage(Uint8Array.of(type, 1)))).toEqual({
      because: 'message belongs to the handshake',
      type,
    })
  })
})

const device = uint8Array({ minLength: 32, maxLength: 32 })
const ref = record({ device, seq: integer({ min: 1, max: 2 ** 40 }), hash: device })
const inOrder = <Value extends { device: Uint8Array }>(values: readonly Value[]): Value[] =>
  [...new Map(values.map(value => [toHex(value.device), value])).values()].sort((a, b) =>
    compareBytes(a.device, b.device),
  )
const anyMessage = oneof(
  array(ref, { maxLength: 9 }).map(refs => ({ type: 'membership have', heads: inOrder(refs) })),
  array(ref, { maxLength: 9 }).map(refs => ({
    type: 'have',
    documents: [{ document: team, heads: inOrder(refs).map(head => ({ ...head, first: 1 + (head.seq % 2) })) }],
  })),
  array(uint8Array({ minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 9 }).map(entries => ({
    type: 'entries',
    entries,
  })),
  record({ number: nat() }).map(({ number }) => ({ type: 'ping', number })),
) as unknown as import('fast-check').Arbitrary<Message>

describe('by chance', () => {
  test('what was written is read as it was', () => {
    assert(
      property(anyMessage, message => {
        expect(valueOf(decodeMessage(encodeMessage(message)))).toEqual(message)
      }),
      { verbose: 1 },
    )
  })

  test('changed bytes are refused, or are the one form of something else', () => {
    const bytes = constantFrom(...Object.values(golden).map(([, hex]) => fromHex(hex)))
    const change = tuple(nat(), nat(255), constantFrom('flip', 'cut', 'insert', 'drop'))
    assert(
      property(bytes, array(change, { minLength: 1, maxLength: 3 }), (original, changes) => {
        let bytes = [...original]
        for (const [at, byte, kind] of changes) {
          const place = at % (bytes.length + 1)
          if (kind === 'flip') bytes[place] = byte
          else if (kind === 'cut') bytes = bytes.slice(0, place)
          else bytes.splice(place, kind === 'drop' ? 1 : 0, ...(kind === 'drop' ? [] : [byte]))
        }
        const decoded = decodeMessage(Uint8Array.from(bytes))
        if (decoded.ok) expect([...encodeMessage(decoded.value)]).toEqual(bytes)
      }),
      { numRuns: mutations, verbose: 1 },
    )
  })
})
