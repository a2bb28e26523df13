import type { DocumentName } from '../domain/kernel/record.ts'
import { equalBytes, toHex, type Bytes } from '../journal/bytes.ts'
import { continueChain } from '../journal/chain.ts'
import { claimClients } from '../journal/client-claims.ts'
import { guardUpdate } from '../journal/guard.ts'
import type { EntryHeader, EntryRef } from '../journal/header.ts'
import { missingDeps } from '../journal/heads.ts'
import { decodePayload } from '../journal/payload.ts'
import type { Book } from './book.ts'
import type { Candidate } from './candidate.ts'
import { beyondTheCut, type DeviceId } from '../workspace/journal-port.ts'
import type { Members } from './members-port.ts'
import type { AdmissionRefusal, MembershipWait, Verdict, Wait } from './verdict.ts'

/** The journal's own checks, as values: a test takes one out and sees what it was for. */
export const journalChecks = { continueChain, missingDeps, claimClients, guardUpdate } as const
export type Checks = Readonly<{ [Name in keyof typeof journalChecks]: (typeof journalChecks)[Name] }>

export type Court = Readonly<{
  workspace: Bytes
  document: DocumentName
  members: Pick<Members, 'mayWrite' | 'cut' | 'knows'>
  checks: Checks
  /** Whether everything of the membership log that this device has is here too. */
  hasLogOf: (bringer: DeviceId) => boolean
}>

const held = (wait: Wait): Verdict => ({ outcome: 'held', wait })
const waitsForMembers = (because: MembershipWait): Verdict => held({ for: 'membership', because })
const refused = (refusal: AdmissionRefusal): Verdict => ({ outcome: 'refused', refusal })

/**
 * Judges one entry of a document against what is known of it, in the order of README 2. Pure: in: an entry that is well formed and
 * signed, the book with the hashes of its place and its causes. What depends on the order of arrival is held, never refused: only so do
 * all devices come to the same end.
 */
export const judgeEntry = (candidate: Candidate, book: Book, court: Court): Verdict => {
  const { header } = candidate.parts
  if (candidate.opened === undefined) return waitsForMembers('device is unknown')
  if (header.kind !== 'change') return refused({ because: 'entry belongs elsewhere', what: 'document' })
  return (
    judgeCut(candidate, book, court) ??
    judgeChain(candidate, book, court) ??
    judgeCauses(candidate, book, court) ??
    judgeRight(candidate, court) ??
    judgeContent(candidate, book, court)
  )
}

/** What lies behind a cut waits for nothing: what is before it may never come. What is here all the same is taken out by a refold. */
const judgeCut = (
  { device, hash, parts }: Candidate,
  book: Book,
  { document, members }: Court,
): Verdict | undefined => {
  const { seq, stamp } = parts.header
  if (seq <= (book.chain(device)?.head.seq ?? 0)) return undefined
  const answer = members.mayWrite({ document, device, seq, hash, stamp })
  return answer === 'beyond the cut' ? refused({ because: beyondTheCut }) : undefined
}

const judgeChain = ({ device, hash, parts }: Candidate, book: Book, court: Court): Verdict | undefined => {
  const { header } = parts
  // Where members have said how far a chain counts, their word holds: what ended it here was of another history, or lies behind.
  const end = court.members.cut(court.document, device) ? Infinity : book.endOf(device)
  if (header.seq >= end) return refused({ because: 'chain has ended', seq: end })
  const place = { workspace: court.workspace, document: court.document, device: header.device }
  const known = { place, head: book.chain(device)?.head, hashAt: (seq: number) => book.hashAt(device, seq) }
  const continued = court.checks.continueChain(known, { header, hash })
  if (continued.ok) return undefined
  const { refusal } = continued
  if (refusal.because === 'gap') return held({ for: 'entry', place: { device, seq: refusal.got - 1 } })
  if (refusal.because === 'fork') return { outcome: 'fork', seq: refusal.seq, proof: refusal.proof }
  const isHere =
    refusal.because === 'entry is already here' || refusal.because === 'entry is before the known beginning'
  return isHere ? { outcome: 'known' } : refused(refusal)
}

const judgeCauses = ({ parts, from }: Candidate, book: Book, court: Court): Verdict | undefined => {
  const { deps, membership } = parts.header
  // A frontier of several heads can be told only by who stood behind it. Who brings the entry has nothing of the log that is not here: then
  // there is nothing to wait for.
  if (!court.members.knows(membership) && !court.hasLogOf(from)) return waitsForMembers('frontier is unknown')
  const needed = deps.filter(dep => !book.isBeforeBeginning(toHex(dep.device), dep.seq) && !isCutOff(dep, book, court))
  const [missing] = court.checks.missingDeps(needed, (device, seq) => book.hashAt(toHex(device), seq))
  return missing && held({ for: 'entry', place: { device: toHex(missing.device), seq: missing.seq } })
}

/** Nobody waits for what members have taken out: entries beyond a cut, or of another branch than the one the cut names. */
const isCutOff = ({ device, seq, hash }: EntryRef, book: Book, { document, members }: Court): boolean => {
  const id = toHex(device)
  const cut = members.cut(document, id)
  if (!cut) return false
  if (seq > cut.seq) return true
  const here = book.hashAt(id, seq)
  const isBranchHere = (book.chain(id)?.head.seq ?? 0) >= cut.seq
  return isBranchHere && here !== undefined && !equalBytes(here, hash)
}

const judgeRight = ({ device, hash, parts }: Candidate, { document, members }: Court): Verdict | undefined => {
  const { seq, stamp } = parts.header
  const answer = members.mayWrite({ document, device, seq, hash, stamp })
  if (answer === 'yes') return undefined
  if (answer === 'beyond the cut') return refused({ because: beyondTheCut })
  return waitsForMembers(answer === 'no grant' ? 'no grant' : 'device is unknown')
}

const judgeContent = ({ device, parts, opened }: Candidate, book: Book, court: Court): Verdict => {
  const { header } = parts
  if (!opened?.ok) {
    const refusal = opened?.refusal ?? { because: 'seal is broken' as const }
    return refusal.because === 'key is missing' ? waitsForMembers('key is missing') : refused(refusal)
  }
  const payload = decodePayload(opened.value)
  if (!payload) return refused({ because: 'payload is malformed' })
  const claimed = court.checks.claimClients(book.claims, header.device, header.clients)
  if (!claimed.ok) return waitsForMembers('client belongs to another device')
  const verdict = judgeUpdate(payload.update, device, header, book, court)
  if (verdict.outcome === 'taken') book.claims = claimed.value
  return verdict
}

const judgeUpdate = (update: Bytes, device: string, header: EntryHeader, book: Book, court: Court): Verdict => {
  const { guardUpdate } = court.checks
  const clients = new Set(header.clients)
  // Has the writer seen what was taken out since? Then what is missing here will not come any more.
  const restsOnCut = (book.chain(device)?.restsOnCut ?? false) || header.deps.some(dep => isCutOff(dep, book, court))
  const guarded = guardUpdate(update, { clocks: book.clocksFor(device), clients })
  if (guarded.ok) {
    const counts = !book.hasGaps(device) || guardUpdate(update, { clocks: book.clocks, clients }).ok
    return { outcome: 'taken', counts, restsOnCut, clocks: guarded.value.clocksAfter }
  }
  if (guarded.refusal.because !== 'dependency is missing') return refused(guarded.refusal)
  const alone = guardUpdate(update, { clocks: book.ownClocks(device, header.clients), clients })
  if (!alone.ok) return refused(alone.refusal)
  return restsOnCut
    ? { outcome: 'taken', counts: false, restsOnCut, clocks: alone.value.clocksAfter }
    : held({ for: 'client', client: guarded.refusal.client })
}
