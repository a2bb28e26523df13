import { sha256, textBytes, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import type { SealedEntry } from '../../../src/journal/seal.ts'
import { Admission } from '../../../src/sync/admission.ts'
import type { Members, WriteAnswer, WrittenPlace } from '../../../src/sync/members-port.ts'
import type { Outcome } from '../../../src/sync/verdict.ts'
import { webCryptography, type Hand } from './cryptography.ts'
import { MemoryDisk } from './memory-disk.ts'
import { MemoryJournal, updateOf } from './memory-journal.ts'
import { Page, refOf } from './page.ts'

/** Cem's tablet takes in what Jana's laptop and Dörte's telephone have written; Jana brings it. Signatures and seals are real. */

export const place = {
  workspace: await sha256(textBytes('Musterstadt')),
  document: 'team:ab12#1',
  frontier: await sha256(textBytes('frontier')),
}
export const { document } = place
const cryptography = webCryptography()
export const [jana, doerte, cem] = (await Promise.all(
  ['Jana', 'Dörte', 'Cem'].map(name => cryptography.makeHand(name)),
)) as [Hand, Hand, Hand]

const nobodyAsked = () => {
  throw new Error('not asked for here')
}

/** Cem's device: what it knows of the members can be changed while it runs. */
export const tablet = () => {
  const disk = new MemoryDisk()
  const knows = {
    devices: new Set([jana.device, doerte.device, cem.device]),
    frontiers: new Set([toHex(place.frontier)]),
    key: true,
    /** Everything of the log that the bringer has. */
    log: false,
    answer: ((): WriteAnswer => 'yes') as (at: WrittenPlace) => WriteAnswer,
    cuts: new Map<string, { seq: number; hash: Bytes }>(),
  }
  const members: Members = {
    standing: () => 'member',
    mayWrite: at => knows.answer(at),
    mayRead: () => true,
    mayVouch: () => false,
    cut: (_, device) => knows.cuts.get(device),
    knows: frontier => knows.frontiers.has(toHex(frontier)),
    keyring: nobodyAsked,
    heads: () => [],
    take: nobodyAsked,
    onChange: () => () => undefined,
  }
  const crypto = cryptography.eyes({ device: device => knows.devices.has(device), document: () => knows.key })
  const journal = new MemoryJournal({
    disk,
    run: { isDead: false },
    hand: cem,
    workspace: place.workspace,
    now: () => Date.UTC(2026, 10, 16, 8),
    frontier: () => place.frontier,
    clientId: () => 3,
    mayVouch: () => false,
    watch: work => work,
    open: ({ plaintext }) => updateOf(plaintext),
  })
  const admission = new Admission({
    workspace: place.workspace,
    members,
    journal: journal.port,
    crypto,
    hasLogOf: () => knows.log,
  })
  const take = async (...entries: readonly SealedEntry[]): Promise<readonly Outcome[]> =>
    (
      await admission.take(
        document,
        entries.map(({ bytes }) => bytes),
        jana.device,
      )
    ).outcomes
  const chain = (hand: Hand): number => disk.ledger(document).chains.get(hand.device)?.head.seq ?? 0
  const content = () => journal.fold(document).ydoc.getMap('item').toJSON()
  return { disk, journal, members, crypto, admission, knows, take, chain, content }
}

export const outcomes = (list: readonly Outcome[]): readonly string[] => list.map(({ verdict }) => verdict.outcome)
export const because = ([one]: readonly Outcome[]): string | undefined => {
  if (one?.verdict.outcome === 'refused') return one.verdict.refusal.because
  return one?.verdict.outcome === 'held' && one.verdict.wait.for === 'membership' ? one.verdict.wait.because : undefined
}

const [laptop, telephone] = [new Page(jana, 1, place), new Page(doerte, 2, place)]
export const first = await laptop.set('title', 'Bauantrag')
export const second = await laptop.set('title', 'Bauantrag digital')
export const third = await laptop.set('due', '2026-12-01')
telephone.read(first, second)
export const answer = await telephone.set('title', 'Bauantrag online', { deps: [refOf(second)] })
