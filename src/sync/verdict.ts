import { toHex, type Bytes } from '../journal/bytes.ts'
import type { EntryHeader } from '../journal/header.ts'
import type { ChainRefusal, EntryRefusal, SealRefusal, UpdateRefusal } from '../journal/refusal.ts'
import { beyondTheCut, type AdmittedEntry, type DeviceId, type Place } from '../workspace/journal-port.ts'

/** What an entry waits for. `membership`: anything that the log may still say. `newer app`: nothing this version can be told. */
export type Wait =
  | Readonly<{ for: 'entry'; place: Place }>
  | Readonly<{ for: 'client'; client: number }>
  | Readonly<{ for: 'membership'; because: MembershipWait }>
  | Readonly<{ for: 'newer app' }>

export type MembershipWait =
  | 'device is unknown'
  | 'frontier is unknown'
  | 'no grant'
  | 'key is missing'
  /** Two devices claim one Yjs client id. Members have to say whose word counts. */
  | 'client belongs to another device'

export type AdmissionRefusal =
  | EntryRefusal
  | SealRefusal
  | UpdateRefusal
  | ChainRefusal
  | { readonly because: 'payload is malformed' }
  | { readonly because: typeof beyondTheCut }
  | { readonly because: 'chain has ended'; readonly seq: number }

/** What becomes of an entry (README 2). */
export type Verdict =
  | Readonly<{ outcome: 'taken' } & Pick<AdmittedEntry, 'counts' | 'restsOnCut' | 'clocks'>>
  | Readonly<{ outcome: 'known' }>
  | Readonly<{ outcome: 'held'; wait: Wait }>
  | Readonly<{ outcome: 'refused'; refusal: AdmissionRefusal }>
  | Readonly<{ outcome: 'fork'; seq: number; proof: readonly [known: Bytes, other: Bytes] }>

/** What came of one arrival, for whoever brought it and for those who look into it. */
export type Outcome = Readonly<{
  verdict: Verdict
  /** Undefined where the bytes are no entry, or nobody's. */
  entry: Readonly<{ header: EntryHeader; hash: Bytes }> | undefined
}>

/** Not the bringer's fault: they may not know yet, or know more. */
const innocent: ReadonlySet<AdmissionRefusal['because']> = new Set([
  beyondTheCut,
  'chain has ended',
  'entry is before the known beginning',
])

/** Whether a verdict counts against the link it came over: nobody honest would have brought this. */
export const isStrike = (verdict: Verdict): boolean =>
  verdict.outcome === 'refused' && !innocent.has(verdict.refusal.because)

/**
 * Whether a verdict speaks against whoever wrote the entry. What is genuine and was brought where it does not belong, a checkpoint among
 * changes or into another document, is the bringer's doing: it must not end an honest chain.
 */
export const isWritersFault = (verdict: Verdict): boolean =>
  verdict.outcome === 'refused' && isStrike(verdict) && verdict.refusal.because !== 'entry belongs elsewhere'

/** Whether one of them proves that a device has two histories. */
export const showsForkOf = (device: DeviceId, outcomes: readonly Outcome[]): boolean =>
  outcomes.some(
    ({ verdict, entry }) => verdict.outcome === 'fork' && entry !== undefined && toHex(entry.header.device) === device,
  )
