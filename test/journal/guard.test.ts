import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { guardUpdate } from '../../src/journal/guard.ts'
import { mutations } from '../support/mutations.ts'
import { refusalOf, valueOf } from './office.ts'
import { anyIn, inRoot, section, update } from './hand-made-update.ts'
import { ben, board, cardOf, clocksOf, knows, mallory, team, teamClocks, works } from './team-at-work.ts'

describe('honest work passes', () => {
  const newCard = (doc: Y.Doc) =>
    doc.transact(() => {
      const card = new Y.Map<unknown>([['m', ['task', 7, 'ben']]])
      doc.getMap('items').set('neu', card)
      card.set('pos', ['bereit', 'a0V'])
      card.set('description', new Y.Text('Zuerst das Formular'))
    })
  test.each<[string, (doc: Y.Doc) => void]>([
    ['a new card with its long text', newCard],
    ['a move', doc => cardOf(doc, 'karte7').set('pos', [['arbeit', 'a1'], 99])],
    [
      'the same cell twice in one command',
      doc => doc.transact(() => [1, 2].map(n => cardOf(doc, 'karte7').set('title', [`t${n}`, n]))),
    ],
    ['typing into a text', doc => (cardOf(doc, 'karte7').get('description') as Y.Text).insert(5, ' sehr 👍')],
    ['striking out', doc => (cardOf(doc, 'karte7').get('description') as Y.Text).delete(2, 6)],
    ['a long text for a card that had none', doc => cardOf(doc, 'karte7').set('notes', new Y.Text('Nachtrag'))],
    ['a long text where something else lay', doc => cardOf(doc, 'karte7').set('title', new Y.Text('lang'))],
    [
      'text written and struck out within one command',
      doc =>
        doc.transact(() => {
          const text = cardOf(doc, 'karte7').get('description') as Y.Text
          text.insert(0, 'Irrtum')
          text.delete(0, 6)
        }),
    ],
    ['a removed cell', doc => cardOf(doc, 'karte7').delete('title')],
    [
      'a cell with everything JSON can say',
      doc => cardOf(doc, 'karte7').set('c', { a: [1, -2.5, null, true, 'ä', { b: [] }] }),
    ],
    ['a new list', doc => cardOf(doc, 'karte7').set('l', Y.Array.from([1, 2]))],
  ])('%s', (_, work) => {
    for (const update of works(ben, work)) {
      const guarded = valueOf(guardUpdate(update, knows(ben)))
      const after = Y.parseUpdateMeta(update).to
      expect(guarded.clocksAfter).toEqual(after)
      expect(guarded.clients).toEqual([...after.keys()])
    }
  })

  test('64 changes that were merged into one entry', () => {
    const merged = Y.mergeUpdates(
      works(ben, doc => {
        newCard(doc)
        for (let index = 0; index < 63; index++)
          cardOf(doc, `karte${index}`).set('pos', [['arbeit', `a${index}`], index])
      }),
    )
    expect(valueOf(guardUpdate(merged, knows(ben))).clients).toEqual([ben])
  })

  test('an entry in which Ben adopts what two of his dead tabs left, one building on the other', () => {
    const [firstTab, secondTab] = [11, 12]
    const early = works(firstTab, newCard)
    const withCard = new Y.Doc()
    for (const update of [Y.encodeStateAsUpdate(team), ...early]) Y.applyUpdate(withCard, update)
    const late = works(secondTab, doc => cardOf(doc, 'neu').set('title', 'Bauantrag'), withCard)
    const merged = Y.mergeUpdates([...early, ...late])
    const guarded = valueOf(guardUpdate(merged, knows(ben, firstTab, secondTab)))
    expect([...guarded.clients].sort()).toEqual([firstTab, secondTab])
  })

  test('an update that only deletes has no author', () => {
    const [update] = works(ben, doc => doc.getMap('items').delete('karte7'))
    expect(valueOf(guardUpdate(update!, knows(ben)))).toEqual({ clients: [], clocksAfter: new Map(), structs: 0 })
  })

  test('2,000 moves in a row, each known after the one before', () => {
    const moves = works(ben, doc => {
      for (let index = 0; index < 2_000; index++)
        cardOf(doc, `karte${index % 200}`).set('pos', [['arbeit', `a${index}`], index])
    })
    const clocks = new Map(teamClocks)
    for (const update of moves) {
      const guarded = valueOf(guardUpdate(update, { clocks, clients: new Set([ben]) }))
      for (const [client, clock] of guarded.clocksAfter) clocks.set(client, clock)
    }
    expect(clocks.get(ben)).toBe(2_000)
  })
})

describe('what the guard leaves to others', () => {
  test('a root the document does not have; a new root of the known form passes', () => {
    const isRoot = (name: string) => /^[a-z]+$/.test(name)
    const guard = (root: string) =>
      guardUpdate(update(section(mallory, 0, 1, anyIn(inRoot(root), 'k', 1))), { ...knows(mallory), isRoot })
    expect(refusalOf(guard('Items!'))).toEqual({ because: 'root is not allowed', root: 'Items!' })
    expect(guard('decisions').ok).toBe(true)
  })

  test('the delete-all is valid: it passes here and is for the mass-change quarantine', () => {
    const [wipe] = works(mallory, doc => doc.transact(() => doc.getMap('items').clear()))
    expect(guardUpdate(wipe!, knows(mallory)).ok).toBe(true)
  })
})

describe('by chance', () => {
  const seed = Number(process.env['SEED'] ?? 20_261_120)
  const small = board(25)
  const knownOfSmall = { clocks: clocksOf(small), clients: new Set([ben]) }
  const honest = Y.mergeUpdates(
    works(
      ben,
      doc => {
        doc.transact(() => {
          const card = new Y.Map<unknown>()
          doc.getMap('items').set('neu', card)
          card.set('title', 'Bauantrag')
          card.set('description', new Y.Text('Zuerst das Formular'))
        })
        for (let index = 0; index < 20; index++)
          cardOf(doc, `karte${index}`).set('pos', [['arbeit', `a${index}`], index])
        ;(cardOf(doc, 'karte3').get('description') as Y.Text).delete(0, 4)
      },
      small,
    ),
  )

  test('a mutated update never throws in the guard, and what passes leaves a document sound', () => {
    let accepted = 0
    const change = fc.record({ at: fc.nat(honest.length - 1), byte: fc.nat(255), cut: fc.integer({ min: 0, max: 30 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        const bytes = Uint8Array.from(honest)
        for (const { at, byte } of changes) bytes[at] = byte
        const mutated = bytes.slice(0, bytes.length - Math.max(0, (changes[0]?.cut ?? 0) - 25))
        const guarded = guardUpdate(mutated, knownOfSmall)
        if (!guarded.ok) return
        accepted++
        const doc = new Y.Doc()
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(small))
        Y.applyUpdate(doc, mutated)
        expect(doc.store.pendingStructs).toBeNull()
        expect(doc.store.pendingDs).toBeNull()
        for (const [client, clock] of guarded.value.clocksAfter) expect(clocksOf(doc).get(client)).toBe(clock)
        const reloaded = new Y.Doc()
        Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(doc))
        expect(reloaded.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
      }),
      { numRuns: mutations, seed, verbose: 1 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  test('random bytes never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        guardUpdate(bytes, knows(ben))
      }),
      { numRuns: 3_000, seed, verbose: 1 },
    )
  })
})
