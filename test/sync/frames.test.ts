import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { equalBytes, joinBytes, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { cutMessage, FrameJoiner, frameCaps, longestMessage } from '../../src/sync/frames.ts'
import { fromHex, refusalOf, valueOf } from '../journal/office.ts'
import { mutations } from '../support/mutations.ts'

const piece = frameCaps.frameBytes - 8
const filled = (length: number): Bytes => new Uint8Array(length).map((_, index) => index % 251)
const framesOf = (id: number, message: Uint8Array) => valueOf(cutMessage(id, message))
const taken = (joiner: FrameJoiner, frames: readonly Uint8Array[]): readonly Bytes[] =>
  frames.flatMap(frame => valueOf(joiner.take(frame)) ?? [])

/** Vitest compares long byte strings element by element, which takes seconds. */
const same = (some: readonly Bytes[], others: readonly Bytes[]): boolean =>
  some.length === others.length && some.every((bytes, index) => equalBytes(bytes, others[index]!))

const changed = (frame: Uint8Array, field: 'id' | 'index' | 'count', value: number): Bytes => {
  const copy = Uint8Array.from(frame)
  const view = new DataView(copy.buffer)
  if (field === 'id') view.setUint32(0, value)
  else view.setUint16(field === 'index' ? 4 : 6, value)
  return copy
}

describe('format 1', () => {
  test('a short message is one frame', () => {
    expect(framesOf(7, textBytes('Moin')).map(toHex)).toEqual(['00000007000000014d6f696e'])
    expect(taken(new FrameJoiner(), [fromHex('00000007000000014d6f696e')])).toEqual([textBytes('Moin')])
  })

  test('an empty message is one frame, too', () => {
    expect(framesOf(0xfffffffe, new Uint8Array()).map(toHex)).toEqual(['fffffffe00000001'])
    expect(taken(new FrameJoiner(), [fromHex('fffffffe00000001')])).toEqual([new Uint8Array()])
  })

  test('one byte more than fits begins a second frame', () => {
    const [first, second, ...more] = framesOf(258, filled(piece + 1))
    expect(more).toEqual([])
    expect(toHex(first!.slice(0, 12))).toBe('000001020000000200010203')
    expect(first).toHaveLength(frameCaps.frameBytes)
    expect(toHex(second!)).toBe(`0000010200010002${(piece % 251).toString(16)}`)
  })
})

describe('a message', () => {
  test.each([0, 1, piece - 1, piece, piece + 1, 3 * piece, 1_000_000])(
    'of %i bytes comes out as it went in',
    length => {
      const message = filled(length)
      expect(same(taken(new FrameJoiner(), framesOf(1, message)), [message])).toBe(true)
    },
  )

  test('of the longest kind goes through, one byte more is refused on both sides', () => {
    const longest = filled(longestMessage)
    const frames = framesOf(1, longest)
    expect(frames).toHaveLength(2_048)
    expect(same(taken(new FrameJoiner(), frames), [longest])).toBe(true)
    expect(refusalOf(cutMessage(1, filled(longestMessage + 1)))).toEqual({
      because: 'message is too large',
      frames: 2_049,
      cap: 2_048,
    })
    const claimed = changed(frames[0]!, 'count', 2_049)
    expect(refusalOf(new FrameJoiner().take(claimed))).toMatchObject({ because: 'message is too large' })
  })

  test('keeps its own bytes when the channel uses its buffer again', () => {
    const joiner = new FrameJoiner()
    const buffer = Uint8Array.from(framesOf(1, textBytes('Bauantrag'))[0]!)
    const message = valueOf(joiner.take(buffer))
    buffer.fill(0)
    expect(message).toEqual(textBytes('Bauantrag'))
  })
})

test('messages of any length, up to four of them mixed, come out whole', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 3 * piece }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(lengths, fc.infiniteStream(fc.nat({ max: 3 })), (lengthsOfMessages, turns) => {
      const messages = lengthsOfMessages.map((length, id) => joinBytes(Uint8Array.of(id), filled(length)))
      const queues = messages.map((message, id) => [...framesOf(id * 1_000_003, message)])
      const joiner = new FrameJoiner()
      const whole: Bytes[] = []
      for (const turn of turns) {
        const waiting = queues.filter(queue => queue.length > 0)
        if (waiting.length === 0) break
        const frame = waiting[turn % waiting.length]!.shift()!
        expect(frame.length).toBeLessThanOrEqual(frameCaps.frameBytes)
        whole.push(...taken(joiner, [frame]))
      }
      const inOrder = whole.toSorted((a, b) => a[0]! - b[0]!)
      expect(same(inOrder, messages)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

describe('hostile frames are refused', () => {
  const [first, second, third] = framesOf(5, filled(2 * piece + 10)) as [Bytes, Bytes, Bytes]

  test.each<[string, readonly Uint8Array[]]>([
    ['nothing at all', [new Uint8Array()]],
    ['half a head', [first.slice(0, 7)]],
    ['one byte over 16 KiB', [joinBytes(first, Uint8Array.of(0))]],
    ['no frames', [changed(first, 'count', 0)]],
    ['an index beyond the last', [changed(third, 'index', 3)]],
    ['a beginning that is missing', [second]],
    ['a frame left out', [first, third]],
    ['a frame twice', [first, second, second]],
    ['another count than before', [first, changed(second, 'count', 4)]],
    ['a frame in the middle that is not full', [first, second.slice(0, -1)]],
    ['an empty last frame', [first, second, third.slice(0, 8)]],
    ['a message begun anew before it was whole', [first, first]],
  ])('%s', (_, frames) => {
    const joiner = new FrameJoiner()
    expect(taken(joiner, frames.slice(0, -1))).toEqual([])
    expect(refusalOf(joiner.take(frames.at(-1)!))).toEqual({ because: 'frame is malformed' })
  })

  test('a fifth message while four are not whole; the four are not harmed', () => {
    const joiner = new FrameJoiner()
    const messages = [1, 2, 3, 4].map(id => framesOf(id, filled(piece + id)))
    for (const [head] of messages) expect(taken(joiner, [head!])).toEqual([])
    expect(refusalOf(joiner.take(changed(first, 'id', 9)))).toEqual({
      because: 'too many messages are underway',
      cap: 4,
    })
    // A message of one frame is never underway.
    expect(taken(joiner, framesOf(6, textBytes('Moin')))).toEqual([textBytes('Moin')])
    expect(messages.map(([, tail]) => taken(joiner, [tail!])[0]?.length)).toEqual([1, 2, 3, 4].map(id => piece + id))
    // A number is free again when its message is whole.
    expect(taken(joiner, framesOf(1, filled(piece + 9)))).toHaveLength(1)
  })

  test('whatever comes, nothing is thrown, and nothing comes out that did not go in', () => {
    const head = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 3 }), fc.nat({ max: 4 }), fc.constantFrom(0, 1, piece))
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      head.map(([id, index, count, length]) =>
        changed(changed(changed(new Uint8Array(8 + length), 'id', id), 'index', index), 'count', count),
      ),
    )
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 60 }), frames => {
        const joiner = new FrameJoiner()
        let given = 0
        for (const one of frames) {
          given += one.length
          const result = joiner.take(one)
          if (result.ok && result.value) expect(result.value.length).toBeLessThanOrEqual(given)
        }
      }),
      // Each run has about thirty of them.
      { numRuns: Math.ceil(mutations / 30) },
    )
  })
})
