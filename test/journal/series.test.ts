import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { equalBytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { cutUpdate } from '../../src/journal/cut-update.ts'
import { guardUpdate } from '../../src/journal/guard.ts'
import { entryRoom, planSeries, type UpdateSize } from '../../src/journal/plan-series.ts'
import { item, mapType, inItem, section, u, update } from './hand-made-update.ts'
import { refusalOf, valueOf } from './office.ts'
import { anna, ben, cardOf, mallory, team, teamClocks, works } from './team-at-work.ts'

const size = (bytes: number, more: Partial<UpdateSize> = {}): UpdateSize => ({
  bytes,
  structs: 1,
  deletes: 0,
  clients: [ben],
  ...more,
})

describe('a large command becomes a series of entries', () => {
  const many = Array.from({ length: 17 }, (_, client) => size(1, { clients: [client] }))
  test.each<[string, UpdateSize[], [number, number][]]>([
    ['nothing needs no entry', [], []],
    ['little needs one', [size(10), size(20)], [[0, 2]]],
    ['exactly 64 KiB need one', [size(65_535), size(1)], [[0, 2]]],
    [
      'one byte more needs two',
      [size(65_535), size(1), size(1)],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      'structs count',
      [size(1, { structs: 1_999 }), size(1), size(1)],
      [
        [0, 2],
        [2, 3],
      ],
    ],
    [
      'deletions count',
      [size(1, { deletes: 3_999 }), size(1, { deletes: 2 })],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'clients count',
      many,
      [
        [0, 16],
        [16, 17],
      ],
    ],
  ])('%s', (_, sizes, spans) => {
    expect(valueOf(planSeries(sizes))).toEqual(spans.map(([from, to]) => ({ from, to })))
  })

  test('a change that fits no entry is named', () => {
    expect(refusalOf(planSeries([size(1), size(65_537)]))).toEqual({ because: 'change cannot be split', index: 1 })
  })
})

/** Everything one transaction wrote, in one update. */
const written = (work: (doc: Y.Doc) => void, client: number = ben): Uint8Array =>
  works(client, doc => doc.transact(() => work(doc)))[0]!

const board = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(team))
  for (const one of updates) {
    Y.applyUpdate(doc, one)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
  }
  return doc
}

const sameAs = (whole: Uint8Array, pieces: readonly Uint8Array[]) => {
  const [before, after] = [board([whole]), board(pieces)]
  expect(equalBytes(Y.encodeStateAsUpdate(after), Y.encodeStateAsUpdate(before))).toBe(true)
}

/** Every piece passes the guard, one after the other. */
const passes = (pieces: readonly Uint8Array[], clients: readonly number[] = [ben]) => {
  const clocks = new Map(teamClocks)
  for (const piece of pieces) {
    const guarded = valueOf(guardUpdate(piece, { clocks, clients: new Set(clients) }))
    for (const [client, clock] of guarded.clocksAfter) clocks.set(client, clock)
  }
}

const importCards = (count: number) => (doc: Y.Doc) => {
  for (let index = 0; index < count; index++) {
    const card = new Y.Map<unknown>([['m', ['task', index, 'ben']]])
    doc.getMap('items').set(`neu${index}`, card)
    card.set('pos', ['bereit', `a${index}`])
    card.set('description', new Y.Text(`Beschreibung ${index}`.repeat(5)))
  }
}

describe('one transaction that is too large is cut', () => {
  test.each<[string, (doc: Y.Doc) => void, number]>([
    ['2,000 new cards', importCards(2_000), 6],
    [
      '200 moves and struck-out texts',
      doc => {
        for (let index = 0; index < 200; index++) {
          cardOf(doc, `karte${index}`).set('pos', [['arbeit', 'a'.repeat(900)], index])
          ;(cardOf(doc, `karte${index}`).get('description') as Y.Text).delete(0, 6)
        }
      },
      3,
    ],
    [
      'a text of 32,768 signs that take three bytes each',
      doc => cardOf(doc, 'karte3').set('notes', new Y.Text('€'.repeat(32_768))),
      2,
    ],
    [
      'signs of four bytes, none of them cut in two',
      doc => cardOf(doc, 'karte3').set('notes', new Y.Text(`x${'👍'.repeat(20_000)}`)),
      2,
    ],
    [
      'a long insertion into a text that is there',
      doc => (cardOf(doc, 'karte3').get('description') as Y.Text).insert(5, 'ä'.repeat(50_000)),
      2,
    ],
  ])('%s', (_, work, entries) => {
    const whole = written(work)
    const pieces = valueOf(cutUpdate(whole))
    expect(pieces.length).toBe(entries)
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(caps.updateBytes)
    passes(pieces)
    sameAs(whole, pieces)
  })

  test('what fits stays one, and means the same', () => {
    const whole = written(doc => cardOf(doc, 'karte7').set('pos', [['arbeit', 'a1'], 99]))
    const pieces = valueOf(cutUpdate(whole))
    expect(pieces).toEqual([whole])
  })

  test('an update that only deletes is cut by its ranges', () => {
    const whole = written(doc => {
      for (let index = 0; index < 200; index += 2) doc.getMap('items').delete(`karte${index}`)
    })
    const pieces = valueOf(cutUpdate(whole, { ...entryRoom, deletes: 30 }))
    expect(pieces.length).toBe(4)
    passes(pieces)
    sameAs(whole, pieces)
  })

  test('what two dead tabs left, one building on the other, is cut in the order of causes', () => {
    const [later, earlier] = [11, 12]
    const early = written(importCards(30), earlier)
    const withCards = board([early])
    const late = works(
      later,
      doc =>
        doc.transact(() => {
          for (let index = 0; index < 30; index++) cardOf(doc, `neu${index}`).set('title', `Antrag ${index}`)
        }),
      withCards,
    )
    const whole = Y.mergeUpdates([early, ...late])
    const pieces = valueOf(cutUpdate(whole, { ...entryRoom, structs: 25 }))
    expect(pieces.length).toBeGreaterThan(5)
    passes(pieces, [later, earlier])
    sameAs(whole, pieces)
  })

  test.each<[string, Uint8Array, number]>([
    ['noise', Uint8Array.of(9, 9, 9), 0],
    ['what an author never writes', update(section(mallory, 0, 1, u({ byte: 0 }, 5))), 0],
    [
      'two that wait for each other',
      update(section(98, 0, 1, mapType(inItem(mallory, 0), 'k')), section(mallory, 0, 1, mapType(inItem(98, 0), 'k'))),
      0,
    ],
    ['one value over the cap', written(doc => cardOf(doc, 'karte7').set('title', 'x'.repeat(66_000))), 0],
  ])('%s cannot be cut', (_, whole, index) => {
    expect(refusalOf(cutUpdate(whole))).toEqual({ because: 'change cannot be split', index })
  })

  test('any work, any room, gives the same board (by chance, seeded)', () => {
    const step = fc.record({
      kind: fc.constantFrom('new', 'move', 'type', 'strike'),
      card: fc.nat(199),
      at: fc.nat(11),
      length: fc.nat(40),
    })
    const act = (
      doc: Y.Doc,
      { kind, card, at, length }: { kind: string; card: number; at: number; length: number },
    ) => {
      const text = cardOf(doc, `karte${card}`).get('description') as Y.Text
      if (kind === 'new') importCards(1 + (card % 5))(doc)
      else if (kind === 'move') cardOf(doc, `karte${card}`).set('pos', [['arbeit', `a${at}`], length])
      else if (kind === 'type') text.insert(Math.min(at, text.length), '👍'.repeat(length))
      else text.delete(Math.min(at, text.length), Math.min(length, text.length - Math.min(at, text.length)))
    }
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 12 }),
        (steps, structs) => {
          const whole = Y.mergeUpdates(
            works(ben, doc => steps.forEach(one => act(doc, one))).concat(Uint8Array.of(0, 0)),
          )
          const pieces = valueOf(cutUpdate(whole, { ...entryRoom, structs, deletes: structs }))
          sameAs(whole, pieces)
        },
      ),
      { numRuns: 25, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
  })

  test('a long text of a foreign kind of content stays whole', () => {
    const pieces = valueOf(cutUpdate(update(section(ben, 0, 1, u(item(1), 1, 'l', 9_000)))))
    expect(pieces).toEqual([update(section(ben, 0, 1, u(item(1), 1, 'l', 9_000)))])
  })

  test("Anna's whole board goes through too", () => {
    const whole = Y.encodeStateAsUpdate(team)
    const doc = new Y.Doc()
    for (const piece of valueOf(cutUpdate(whole, { ...entryRoom, structs: 50 }))) Y.applyUpdate(doc, piece)
    expect(equalBytes(Y.encodeStateAsUpdate(doc), whole)).toBe(true)
    expect(Y.decodeStateVector(Y.encodeStateVector(doc)).get(anna)).toBe(teamClocks.get(anna))
  })
})
