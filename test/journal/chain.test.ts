import { describe, expect, test } from 'vitest'
import { compareBytes, equalBytes, noHash, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { continueChain, type KnownChain } from '../../src/journal/chain.ts'
import { claimClients } from '../../src/journal/client-claims.ts'
import type { EntryRef } from '../../src/journal/header.ts'
import { missingDeps, newlySeen, withHead, type Heads } from '../../src/journal/heads.ts'
import { sealEntry, type SealedEntry } from '../../src/journal/seal.ts'
import { fixedNonce, office, refusalOf, valueOf } from './office.ts'

const { anna, ben, root, epochKey, draft, chain } = await office()
const place = { workspace: root.workspace, document: 'team:ab12#1', device: anna.id }
const entries = await chain(['eins', 'zwei', 'drei'])
const [first, second, third] = entries as readonly [SealedEntry, SealedEntry, SealedEntry]

const knows = (...known: readonly SealedEntry[]): KnownChain => {
  const newest = known.at(-1)
  return {
    place,
    head: newest && { device: anna.id, seq: newest.header.seq, hash: newest.hash },
    hashAt: seq => known.find(entry => entry.header.seq === seq)?.hash,
  }
}

const alsoSecond = valueOf(
  await sealEntry(
    draft({ seq: 2, prev: first.hash }),
    textBytes('doch anders'),
    { signing: anna.signing.privateKey, epoch: epochKey },
    fixedNonce(9),
  ),
)

describe('a chain of one device in one document', () => {
  test('grows entry by entry', () => {
    let known = knows()
    for (const [index, entry] of entries.entries()) {
      expect(valueOf(continueChain(known, entry))).toEqual({ device: anna.id, seq: index + 1, hash: entry.hash })
      known = knows(...entries.slice(0, index + 1))
    }
  })

  test.each<[string, KnownChain, SealedEntry, object]>([
    ['the third before the second', knows(first), third, { because: 'gap', expected: 2, got: 3 }],
    ['the second before any', knows(), second, { because: 'gap', expected: 1, got: 2 }],
    ['the newest once more', knows(first, second), second, { because: 'entry is already here' }],
    ['an old one once more', knows(first, second), first, { because: 'entry is already here' }],
    [
      'one from before the checkpoint',
      { ...knows(first, second), hashAt: () => undefined },
      first,
      { because: 'entry is before the known beginning', seq: 1 },
    ],
    [
      'a second second entry',
      knows(first, second),
      alsoSecond,
      { because: 'fork', seq: 2, proof: [second.hash, alsoSecond.hash] },
    ],
    [
      'a third entry that continues another second',
      knows(first, alsoSecond),
      third,
      { because: 'fork', seq: 2, proof: [alsoSecond.hash, third.hash] },
    ],
    [
      'an entry of another workspace',
      { ...knows(), place: { ...place, workspace: noHash() } },
      first,
      { because: 'entry belongs elsewhere', what: 'workspace' },
    ],
    [
      'an entry of another document',
      { ...knows(), place: { ...place, document: 'governance#1' } },
      first,
      { because: 'entry belongs elsewhere', what: 'document' },
    ],
    [
      'an entry of another device',
      { ...knows(), place: { ...place, device: ben.id } },
      first,
      { because: 'entry belongs elsewhere', what: 'device' },
    ],
  ])('refuses %s', (_, known, entry, refusal) => {
    expect(refusalOf(continueChain(known, entry))).toEqual(refusal)
  })
})

describe('heads', () => {
  const head = (byte: number, seq: number): EntryRef => ({ device: noHash().fill(byte), seq, hash: noHash().fill(seq) })
  const headsOf = (...refs: readonly EntryRef[]): Heads => refs.reduce(withHead, new Map())
  const own = noHash().fill(1)

  test('only what moved since my previous entry is named, in order, never my own', () => {
    const before = headsOf(head(1, 4), head(2, 7), head(3, 1))
    const now = headsOf(head(9, 1), head(1, 5), head(2, 7), head(3, 2))
    expect(newlySeen(before, now, own)).toEqual([[head(3, 2), head(9, 1)]])
    expect(newlySeen(now, now, own)).toEqual([])
  })

  test('seventy newly seen devices make two lots', () => {
    const now = headsOf(...Array.from({ length: 70 }, (_, index) => head(index + 2, 1)))
    expect(newlySeen(new Map(), now, own).map(lot => lot.length)).toEqual([64, 6])
  })

  test('a dependency is missing until exactly that entry is here', () => {
    const deps = [head(2, 1), head(3, 2), head(4, 3)]
    const hashAt = (device: Bytes, seq: number) =>
      device[0] === 2 ? head(2, seq).hash : device[0] === 3 ? noHash() : undefined
    expect(missingDeps(deps, hashAt)).toEqual([head(3, 2), head(4, 3)])
  })
})

describe('client ids belong to one device', () => {
  test('first come, first served; the same device may come again', () => {
    const claims = valueOf(claimClients(new Map(), anna.id, [7, 9]))
    expect(valueOf(claimClients(claims, anna.id, [9]))).toBe(claims)
    expect(valueOf(claimClients(claims, ben.id, [11])).get(11)).toEqual(ben.id)
    expect(refusalOf(claimClients(claims, ben.id, [11, 9]))).toEqual({
      because: 'client belongs to another device',
      client: 9,
    })
  })
})

describe('bytes', () => {
  test('are ordered by the first that differs, then by length', () => {
    const rows = [[2], [1, 1], [1], []].map(row => Uint8Array.from(row))
    expect(rows.sort(compareBytes).map(row => [...row])).toEqual([[], [1], [1, 1], [2]])
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false)
    expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff')
  })
})
