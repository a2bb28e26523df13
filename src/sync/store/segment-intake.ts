import type { DocumentName } from '../../domain/kernel/record.ts'
import { toHex, type Bytes } from '../../journal/bytes.ts'
import { decodeEntry } from '../../journal/entry.ts'
import { membershipDocument, type EntryHeader } from '../../journal/header.ts'
import type { DeviceId, Journal } from '../../workspace/journal-port.ts'
import type { Arrivals } from '../arrivals.ts'
import type { Members } from '../members-port.ts'
import type { Outcome } from '../verdict.ts'
import { coversOf, type Cover, type Picked } from './picked.ts'
import type { SegmentRefusal } from './segment-form.ts'
import type { SegmentKeys } from './segment-keys.ts'
import { isSignedBy, openSegment, type OpenedSegment } from './segment.ts'

export type SegmentIntakeParts = Readonly<{
  keys: SegmentKeys
  members: Members
  journal: Pick<Journal, 'ledger'>
  arrivals: Pick<Arrivals, 'receive' | 'begin'>
}>

type Pile = ReadonlyMap<string, Bytes>
type Opened = Readonly<{ path: string; segment: OpenedSegment; headers: readonly EntryHeader[] }>

/** Entries that are given to the admission at once: others get their turn between two lots. */
const atOnce = 512
/** What waits for what came later in the same pile is looked at again, so often. */
const mostRounds = 8

const nothing = { covers: [] } as const

/** Reads segments, from a folder or a file: the log first, since it may hold the keys and names of the rest, then checkpoints, then changes. */
export class SegmentIntake {
  private readonly parts: SegmentIntakeParts

  constructor(parts: SegmentIntakeParts) {
    this.parts = parts
  }

  /** In: segments as bytes from anywhere, by a name that means nothing here. Out: what came of each. Throws where the journal cannot be read. */
  async take(pile: Pile): Promise<ReadonlyMap<string, Picked>> {
    const picked = new Map<string, Picked>()
    const contents: Opened[] = []
    for (let [closed, isDone] = [pile, false]; !isDone;) {
      const opened = await this.open(closed, picked)
      const logs = opened.filter(({ segment }) => segment.document === membershipDocument)
      contents.push(...opened.filter(({ segment }) => segment.document !== membershipDocument))
      for (const log of logs) picked.set(log.path, await this.takeLog(log))
      closed = new Map([...closed].filter(([path]) => picked.get(path)?.state === 'locked'))
      isDone = logs.length === 0
    }
    await this.takeContents(contents.toSorted(byCause), picked)
    return picked
  }

  private async open(pile: Pile, picked: Map<string, Picked>): Promise<readonly Opened[]> {
    const opener = await this.parts.keys.opener()
    const opened: Opened[] = []
    for (const [path, bytes] of pile) {
      const result = await openSegment(bytes, opener)
      const headers = result.ok ? headersOf(result.value) : undefined
      if (!result.ok) picked.set(path, pickedOf(result.refusal))
      else if (!headers) picked.set(path, { state: 'foreign', because: 'segment is malformed', ...nothing })
      else {
        picked.delete(path)
        opened.push({ path, segment: result.value, headers })
      }
    }
    return opened
  }

  private async takeLog({ segment, headers }: Opened): Promise<Picked> {
    await this.parts.members.take(segment.entries)
    const { chains } = await this.parts.journal.ledger(membershipDocument)
    const here = headers.filter(({ device, seq }) => (chains.get(toHex(device))?.head.seq ?? 0) >= seq)
    const isWhole = here.length === segment.entries.length
    return { ...placeOf(segment), state: isWhole ? 'settled' : 'waiting', covers: coversOf(here.map(placeIn)) }
  }

  private async takeContents(contents: readonly Opened[], picked: Map<string, Picked>): Promise<void> {
    let [open, isMoving] = [contents, true]
    for (let round = 0; round < mostRounds && isMoving; round++) {
      isMoving = false
      for (const one of open) {
        const { taken, ...rest } = await this.takeContent(one)
        if (taken > 0) isMoving = true
        picked.set(one.path, rest)
      }
      open = open.filter(({ path }) => picked.get(path)?.state === 'waiting')
    }
  }

  private async takeContent({ segment, headers }: Opened): Promise<Picked & Readonly<{ taken: number }>> {
    const { keys, members } = this.parts
    const place = placeOf(segment)
    const key = keys.verifyKey(segment.device)
    if (!key) return { ...nothing, state: 'waiting', taken: 0 }
    if (!(await isSignedBy(segment, key)))
      return { ...nothing, state: 'foreign', because: 'segment is malformed', taken: 0 }
    if (!members.mayRead(toHex(keys.own), segment.document)) return { ...nothing, state: 'locked', taken: 0 }
    if (headers.some(({ kind }) => kind === 'checkpoint')) return { ...(await this.begin(segment, place)), taken: 0 }
    return this.takeChanges(segment, place)
  }

  private async begin(segment: OpenedSegment, place: Place): Promise<Picked> {
    const heads = await this.parts.arrivals.begin(segment.document, segment.entries, place.device)
    const covers = (heads ?? []).map(({ device, seq }): Cover => [toHex(device), 1, seq])
    return { ...place, state: heads ? 'settled' : 'waiting', covers }
  }

  private async takeChanges({ document, entries }: OpenedSegment, place: Place) {
    const outcomes: Outcome[] = []
    let [taken, hasFailed] = [0, false]
    for (let from = 0; from < entries.length && !hasFailed; from += atOnce) {
      const lot = await this.parts.arrivals.receive(document, entries.slice(from, from + atOnce), place.device)
      taken += lot.taken.length
      hasFailed = lot.failure !== undefined
      if (!hasFailed) outcomes.push(...lot.outcomes)
    }
    const isWaiting = hasFailed || outcomes.some(({ verdict }) => verdict.outcome === 'held')
    const covers = coversOf(outcomes.flatMap(placeHere))
    return { ...place, state: isWaiting ? ('waiting' as const) : ('settled' as const), covers, taken }
  }
}

type Place = Readonly<{ device: DeviceId; document: DocumentName }>

const placeOf = ({ device, document }: OpenedSegment): Place => ({ device: toHex(device), document })
const placeIn = ({ device, seq }: EntryHeader) => ({ device: toHex(device), seq })

/** Only what is in the journal counts as laid down: whoever claims to have somebody's entries keeps nobody from bringing them. */
const placeHere = ({ verdict, entry }: Outcome) =>
  entry && (verdict.outcome === 'taken' || verdict.outcome === 'known') ? [placeIn(entry.header)] : []

/** Undefined where an entry of another document was slipped in, or a checkpoint among changes: judged here, they would end an honest chain. */
const headersOf = ({ document, entries }: OpenedSegment): readonly EntryHeader[] | undefined => {
  const decoded = entries.map(bytes => decodeEntry(bytes))
  const headers = decoded.flatMap(one => (one.ok ? [one.value.header] : []))
  const areOfOneKind = headers.every(({ kind }) => kind === headers[0]?.kind)
  return areOfOneKind && headers.every(header => header.document === document) ? headers : undefined
}

/** Checkpoints before changes, and then the oldest first: few have to wait. */
const byCause = ({ headers: [one] }: Opened, { headers: [other] }: Opened): number =>
  Number(other?.kind === 'checkpoint') - Number(one?.kind === 'checkpoint') || (one?.stamp ?? 0) - (other?.stamp ?? 0)

const pickedOf = ({ because }: SegmentRefusal): Picked => {
  if (because === 'key is missing') return { state: 'locked', ...nothing }
  const mayMend = because === 'segment is cut short' || because === 'segment is damaged'
  return { state: mayMend ? 'broken' : 'foreign', because, ...nothing }
}
