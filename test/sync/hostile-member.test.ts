import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalDocument } from '../../src/document/canonical.ts'
import { RecordDocument } from '../../src/document/record-document.ts'
import { encodePayload } from '../../src/journal/payload.ts'
import { Admission } from '../../src/sync/admission.ts'
import { journalChecks } from '../../src/sync/judge.ts'
import type { AdmittedEntry } from '../../src/workspace/journal-port.ts'
import { board, cardOf, works } from '../journal/team-at-work.ts'
import { mutations } from '../support/mutations.ts'
import type { Hand } from './support/cryptography.ts'
import { document, doerte, jana, place, tablet } from './support/tablet.ts'
import { Page } from './support/page.ts'

const seed = Number(process.env['SEED'] ?? 20_261_129)
/** Milliseconds a colleague's device may be held up; looked at by `npm run endure` alone. */
const longest = Number(process.env['LONGEST_MS'] ?? Infinity)

/** Jana has laid out a board; Dörte, who may write on it, means no good and changes what her own app has made, under her own key. */
const laidOut = board(25)
const sealed = (hand: Hand, client: number, update: Uint8Array) =>
  new Page(hand, client, place).seal(encodePayload({ commands: [{ id: 'c', name: 'renameItem' }], update }))
const basis = await sealed(jana, laidOut.clientID, Y.encodeStateAsUpdate(laidOut))
const client = 99
const honest = Y.mergeUpdates(
  works(
    client,
    doc => {
      doc.transact(() => {
        const card = new Y.Map<unknown>()
        doc.getMap('items').set('neu', card)
        card.set('title', 'Hundesteuer')
        card.set('description', new Y.Text('Zuerst das Formular'))
      })
      for (let index = 0; index < 12; index++) cardOf(doc, `karte${index}`).set('pos', [['arbeit', `a${index}`], index])
      ;(cardOf(doc, 'karte3').get('description') as Y.Text).delete(0, 4)
      cardOf(doc, 'karte4').delete('title')
    },
    laidOut,
  ),
)

let slowest = 0
const timing = <Value>(work: () => Value): Value => {
  const began = performance.now()
  try {
    return work()
  } finally {
    slowest = Math.max(slowest, performance.now() - began)
  }
}
const timed: typeof journalChecks.guardUpdate = (...given) => timing(() => journalChecks.guardUpdate(...given))

type Change = readonly [at: number, byte: number, kind: 'flip' | 'cut' | 'insert' | 'drop']

const changed = (original: Uint8Array, changes: readonly Change[]): Uint8Array => {
  let bytes = [...original]
  for (const [at, byte, kind] of changes) {
    const spot = at % (bytes.length + 1)
    if (kind === 'flip') bytes[spot] = byte
    else if (kind === 'cut') bytes = bytes.slice(0, Math.max(1, spot))
    else if (kind === 'insert') bytes.splice(spot, 0, byte)
    else bytes.splice(spot, 1)
  }
  return Uint8Array.from(bytes)
}

const anyChange: fc.Arbitrary<Change> = fc.tuple(
  fc.nat(),
  fc.nat(255),
  // A cut leaves little to be judged: it comes seldom.
  fc.constantFrom('flip', 'flip', 'flip', 'insert', 'drop', 'cut'),
)

/** Cem’s tablet with the board on it, as it stands before each of the forged entries: it takes each as if it were the only one. */
const cemsTablet = async () => {
  const { journal, members, crypto, take } = tablet()
  expect((await take(basis)).map(({ verdict }) => verdict.outcome)).toEqual(['taken'])
  const [ledger, { port }] = [await journal.port.ledger(document), journal]
  const offer = async (bytes: Uint8Array) => {
    const taken: AdmittedEntry[] = []
    const admission = new Admission({
      workspace: place.workspace,
      members,
      journal: {
        ledger: async () => ledger,
        hashes: port.hashes,
        append: async (_, entries) => {
          taken.push(...entries)
          return { ok: true }
        },
        setAside: async () => undefined,
      },
      crypto,
      checks: { ...journalChecks, guardUpdate: timed },
    })
    const { outcomes } = await admission.take(document, [bytes], doerte.device)
    return { outcome: outcomes[0]?.verdict.outcome, taken }
  }
  return { offer }
}

const copyOf = (doc: Y.Doc): RecordDocument => {
  const copy = new RecordDocument(document, [], () => 0)
  Y.applyUpdate(copy.ydoc, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('a member seals what her app never wrote', () => {
  test(`${mutations} times (seed ${seed}): the board stays as it was, or what has changed is taken back; two devices come to the same`, async () => {
    const { offer } = await cemsTablet()
    const cases = fc.sample(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { numRuns: mutations, seed })
    const counts = { taken: 0, refused: 0, held: 0 }
    const forge = async (changes: readonly Change[]) => {
      const update = changed(honest, changes)
      const { bytes } = await sealed(doerte, client, update)
      return { changes, update, ...(await offer(bytes)) }
    }
    for (let from = 0; from < cases.length; from += 64) {
      const forged = await Promise.all(cases.slice(from, from + 64).map(forge))
      for (const { changes, update, outcome, taken } of forged) {
        if (outcome === 'refused' || outcome === 'held') counts[outcome]++
        if (taken.length === 0) continue
        counts.taken++
        expectHarmless(update, JSON.stringify(changes))
      }
    }
    console.log(`${JSON.stringify(counts)}, the slowest held a device up for ${slowest.toFixed(1)} ms`)
    expect(counts.taken).toBeGreaterThan(mutations / 100)
    expect(counts.refused).toBeGreaterThan(mutations / 2)
    expect(slowest).toBeLessThanOrEqual(longest)
  }, 3_600_000)
})

/** What Cem has written meanwhile. */
const ours = Y.mergeUpdates(works(3, doc => cardOf(doc, 'karte1').set('title', 'Bauantrag'), laidOut))

const expectHarmless = (update: Uint8Array, changes: string): void => {
  const here = copyOf(laidOut)
  const before = canonicalDocument(here)
  // A changed letter may name a root nobody knows, as a newer app may have one.
  const roots = new Set([...Y.decodeUpdate(update).structs].flatMap(rootOf))
  const back = new Y.UndoManager(
    [...roots, 'items'].map(root => here.ydoc.getMap(root)),
    {
      trackedOrigins: new Set(['theirs']),
    },
  )
  timing(() => Y.applyUpdate(here.ydoc, update, 'theirs'))
  expect(here.ydoc.store.pendingStructs, changes).toBeNull()
  expect(here.ydoc.store.pendingDs, changes).toBeNull()
  const there = copyOf(laidOut)
  Y.applyUpdate(there.ydoc, ours)
  Y.applyUpdate(there.ydoc, update)
  const first = copyOf(here.ydoc)
  Y.applyUpdate(first.ydoc, ours)
  expect(canonicalDocument(first), changes).toEqual(canonicalDocument(there))
  back.undo()
  expect(canonicalDocument(here), changes).toEqual(before)
}

const rootOf = (struct: Y.Item | Y.GC | { length: number }): readonly string[] =>
  struct instanceof Y.Item && typeof struct.parent === 'string' ? [struct.parent] : []
