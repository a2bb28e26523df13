import type { DocumentName } from '../domain/kernel/record.ts'
import { compareBytes, toHex, type Bytes } from '../journal/bytes.ts'
import type { SaveFailure } from '../workspace/ports.ts'
import { failureOf } from './background.ts'
import { Book } from './book.ts'
import { inspectEntry, type Candidate, type Unbelieved } from './candidate.ts'
import type { EntryCrypto } from './entry-crypto.ts'
import { Held, keysOfEntry } from './held.ts'
import { journalChecks, judgeEntry, type Checks } from './judge.ts'
import type { Limits } from './limits.ts'
import {
  beyondTheCut,
  type AdmittedEntry,
  type DeviceId,
  type Journal,
  type Place,
  type SetAside,
} from '../workspace/journal-port.ts'
import type { Members } from './members-port.ts'
import { isWritersFault, type Outcome, type Verdict } from './verdict.ts'

export type AdmissionParts = Readonly<{
  workspace: Bytes
  members: Members
  journal: Pick<Journal, 'ledger' | 'hashes' | 'append' | 'setAside'>
  crypto: EntryCrypto
  checks?: Checks
  limits?: Limits
  /** Whether everything of the membership log that this device has is here too; nobody's when nothing is said. */
  hasLogOf?: (bringer: DeviceId) => boolean
}>

export type Admitted = Readonly<{
  /** One for each entry that came, in their order. */
  outcomes: readonly Outcome[]
  /** Everything that is in the journal now and was not before, also what had been held; causes first. */
  taken: readonly AdmittedEntry[]
  /** The journal could not be written: nothing was taken, or what was refused could not be set aside. */
  failure: SaveFailure | undefined
}>

type Verdicts = Map<Candidate, Verdict>
type Judged = Readonly<{ judged: Verdicts; taken: readonly AdmittedEntry[]; failure: SaveFailure | undefined }>

const done = { ok: true } as const

/**
 * The door of the journal for entries of other devices (README 2): looks at each, judges it against the chain, its causes, the members
 * and the document's clocks, appends what has passed in one durable transaction, holds what waits, sets aside what is refused for good.
 */
export class Admission {
  readonly held: Held
  private readonly parts: AdmissionParts
  private readonly checks: Checks
  private readonly turns = new Map<DocumentName, Promise<unknown>>()
  /** How often members have spoken: what was judged before they did is judged again before it is appended. */
  private words = 0

  constructor(parts: AdmissionParts) {
    this.parts = parts
    parts.members.onChange(() => this.words++)
    this.held = new Held(parts.limits)
    this.checks = parts.checks ?? journalChecks
  }

  /** Entries of one document, as `from` brought them. */
  async take(document: DocumentName, entries: readonly Uint8Array[], from: DeviceId): Promise<Admitted> {
    const looked = await Promise.all(entries.map(bytes => inspectEntry(bytes, from, this.parts.crypto)))
    return this.inTurn(document, async () => {
      const candidates = looked.flatMap(one => (one.ok ? [one.value] : []))
      const { judged, taken, failure } = await this.admit(document, candidates)
      const outcomes = looked.map((one): Outcome => {
        if (!one.ok) return { verdict: verdictOf(one.refusal), entry: undefined }
        return outcomeOf(one.value, judged.get(one.value) ?? { outcome: 'known' })
      })
      return { outcomes, taken, failure }
    })
  }

  /** The membership log has grown: what waited for it is judged again. Out: what was taken, by document. */
  async membersChanged(): Promise<ReadonlyMap<DocumentName, Admitted>> {
    const admitted = new Map<DocumentName, Admitted>()
    for (const [document, waiting] of this.held.wakeMembers()) {
      const again = await Promise.all(waiting.map(({ bytes, from }) => inspectEntry(bytes, from, this.parts.crypto)))
      const candidates = again.flatMap(one => (one.ok ? [one.value] : []))
      const { judged, taken, failure } = await this.inTurn(document, () => this.admit(document, candidates))
      const outcomes = [...judged].map(([candidate, verdict]) => outcomeOf(candidate, verdict))
      admitted.set(document, { outcomes, taken, failure })
    }
    return admitted
  }

  /** Two batches of one document at once would both continue the same heads. Also for whoever sets the document in order. */
  inTurn<Value>(document: DocumentName, work: () => Promise<Value>): Promise<Value> {
    const before = this.turns.get(document) ?? Promise.resolve()
    const turn = before.catch(() => undefined).then(work)
    this.turns.set(document, turn)
    return turn
  }

  private async admit(document: DocumentName, candidates: readonly Candidate[]): Promise<Judged> {
    const { journal } = this.parts
    const words = this.words
    const isStill = (): boolean => words === this.words
    const book = new Book(await journal.ledger(document))
    const judged = await this.judgeAll(document, candidates, book)
    const kept = book.taken.length > 0 ? await journal.append(document, book.taken, book.moved, isStill) : done
    if (!kept.ok && !isStill()) return this.admitAnew(document, judged)
    if (!kept.ok) return { judged, taken: [], failure: kept.failure }
    const aside = [...judged].flatMap(([candidate, verdict]) => asideOf(document, candidate, verdict))
    const failure = aside.length > 0 ? await this.setAside(aside) : undefined
    return { judged, taken: book.taken, failure }
  }

  /** Members have spoken between judging and appending. What is held is judged by whoever heard them. */
  private async admitAnew(document: DocumentName, before: Verdicts): Promise<Judged> {
    const candidates = [...before].flatMap(([candidate, { outcome }]) => (outcome === 'held' ? [] : [candidate]))
    const anew = await this.admit(document, candidates)
    return { ...anew, judged: new Map([...before, ...anew.judged]) }
  }

  /** What was taken is taken, whether or not the rest could be set aside: it is refused again when it comes again. */
  private async setAside(rows: readonly SetAside[]): Promise<SaveFailure | undefined> {
    try {
      await this.parts.journal.setAside(rows)
      return undefined
    } catch (error) {
      return failureOf(error)
    }
  }

  /** Judges all, and with each that is taken those that waited for it; oldest first, so that few have to wait. */
  private async judgeAll(document: DocumentName, candidates: readonly Candidate[], book: Book): Promise<Verdicts> {
    const { workspace, members, hasLogOf = () => false } = this.parts
    const court = { workspace, document, members, checks: this.checks, hasLogOf }
    const verdicts: Verdicts = new Map()
    const open = candidates.toSorted(youngestFirst)
    await this.lookUp(document, open, book)
    for (let candidate = open.pop(); candidate; candidate = open.pop()) {
      const verdict = judgeEntry(candidate, book, court)
      verdicts.set(candidate, verdict)
      if (isWritersFault(verdict)) book.end({ device: candidate.device, seq: candidate.parts.header.seq })
      if (verdict.outcome === 'held') this.held.add(document, candidate, verdict.wait)
      if (verdict.outcome !== 'taken') continue
      book.take(admittedOf(candidate, verdict))
      const keys = keysOfEntry(candidate.device, candidate.parts.header.seq, verdict.clocks.keys())
      const woken = this.held.wake(document, keys).toSorted(youngestFirst)
      await this.lookUp(document, woken, book)
      open.push(...woken)
    }
    return verdicts
  }

  private async lookUp(document: DocumentName, candidates: readonly Candidate[], book: Book): Promise<void> {
    const places = candidates.flatMap(({ device, parts: { header } }): Place[] => [
      { device, seq: header.seq },
      ...header.deps.map(dep => ({ device: toHex(dep.device), seq: dep.seq })),
    ])
    const unknown = places.filter(
      ({ device, seq }) => seq < (book.chain(device)?.head.seq ?? 0) && book.hashAt(device, seq) === undefined,
    )
    if (unknown.length > 0) book.know(await this.parts.journal.hashes(document, unknown))
  }
}

const outcomeOf = ({ parts, hash }: Candidate, verdict: Verdict): Outcome => ({
  verdict,
  entry: { header: parts.header, hash },
})

type Taken = Verdict & Readonly<{ outcome: 'taken' }>

/** Stamps follow causes and within a device the chain, so the last of these is the one to begin with. */
const youngestFirst = ({ parts: { header: a } }: Candidate, { parts: { header: b } }: Candidate): number =>
  b.stamp - a.stamp || compareBytes(b.device, a.device) || b.seq - a.seq

const admittedOf = (
  { bytes, hash, parts, opened }: Candidate,
  { counts, restsOnCut, clocks }: Taken,
): AdmittedEntry => ({
  bytes,
  hash,
  header: parts.header,
  plaintext: opened?.ok ? opened.value : new Uint8Array(),
  counts,
  restsOnCut,
  clocks,
})

/** Bytes of a newer app are nobody's fault, and no version of this app can say more of them. */
const verdictOf = (refusal: Unbelieved): Verdict =>
  refusal.because === 'entry has a newer format' || refusal.because === 'entry has a newer algorithm'
    ? { outcome: 'held', wait: { for: 'newer app' } }
    : { outcome: 'refused', refusal }

/** Kept with sender and reason is what its writer has signed: whatever else somebody sends could fill the disk in another's name. */
const asideOf = (
  document: DocumentName,
  { bytes, device, from, parts }: Candidate,
  verdict: Verdict,
): readonly SetAside[] => {
  const row = { document, device, seq: parts.header.seq, bytes, from }
  if (verdict.outcome === 'fork') return [{ ...row, reason: 'fork' }]
  if (verdict.outcome !== 'refused') return []
  const { because } = verdict.refusal
  const isKept = isWritersFault(verdict) || because === beyondTheCut
  return isKept ? [{ ...row, reason: because }] : []
}
