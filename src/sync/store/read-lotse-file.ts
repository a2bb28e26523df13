import { ok, refuse, type Result } from '../../domain/kernel/result.ts'
import { equalBytes, type Bytes } from '../../journal/bytes.ts'
import { lotseFileAt, lotseFileBeginning, lotseFileVersion, type LotseFileParts } from './lotse-file.ts'
import type { Picked } from './picked.ts'
import { segmentCaps } from './segment-form.ts'
import { SegmentIntake } from './segment-intake.ts'

const mostSegments = 65_536
/** Bytes that are read before they are looked at. */
const roundBytes = 16 * 1024 * 1024

export type LotseFileRefusal =
  | { readonly because: 'not a Lotse file' }
  | { readonly because: 'file is of a newer version'; readonly version: number }
  | { readonly because: 'file is of another workspace' }

/** What came of a file. `isWhole`: nothing of it is missing or damaged; what of it is whole is taken all the same. */
export type LotseFileReport = Readonly<{
  isWhole: boolean
  segments: number
  states: Readonly<Record<Picked['state'], number>>
}>

/** Whether bytes begin as such a file does. */
export const isLotseFile = async (file: Blob): Promise<boolean> =>
  (await file.slice(0, lotseFileBeginning.length).text()) === lotseFileBeginning

/**
 * Reads a file, by the door entries of others always take. In: a file from anywhere. Refuses what is no such file, or not of this workspace;
 * then nothing was taken. Throws where the journal cannot be read.
 */
export const readLotseFile = async (
  parts: LotseFileParts,
  file: Blob,
): Promise<Result<LotseFileReport, LotseFileRefusal>> => {
  const head = new Uint8Array(await file.slice(0, lotseFileAt.first).arrayBuffer())
  const refusal = await refuseHead(file, head, parts.keys.tag)
  if (refusal) return refuse(refusal)
  const states = { settled: 0, waiting: 0, locked: 0, broken: 0, foreign: 0 }
  const intake = new SegmentIntake(parts)
  const claimed = Math.min(mostSegments, new DataView(head.buffer).getUint32(lotseFileAt.count))
  let [segments, open] = [0, new Map<string, Bytes>()]
  for await (const bytes of segmentsIn(file, claimed)) {
    open.set(String(segments++), bytes)
    if (sizeOf(open) < roundBytes) continue
    count(states, await intake.take(open))
    open = new Map()
  }
  count(states, await intake.take(open))
  const isWhole = segments === claimed && states.broken === 0 && states.foreign === 0
  return ok({ isWhole, segments, states })
}

const sizeOf = (pile: ReadonlyMap<string, Bytes>): number =>
  [...pile.values()].reduce((sum, { length }) => sum + length, 0)

const count = (states: Record<Picked['state'], number>, picked: ReadonlyMap<string, Picked>): void => {
  for (const { state } of picked.values()) states[state]++
}

const refuseHead = async (file: Blob, head: Bytes, tag: Bytes): Promise<LotseFileRefusal | undefined> => {
  if (!(await isLotseFile(file)) || head.length < lotseFileAt.first) return { because: 'not a Lotse file' }
  const found = head[lotseFileAt.version] ?? 0
  if (found > lotseFileVersion) return { because: 'file is of a newer version', version: found }
  if (found < lotseFileVersion) return { because: 'not a Lotse file' }
  const isOurs = equalBytes(head.subarray(lotseFileAt.tag, lotseFileAt.count), tag)
  return isOurs ? undefined : { because: 'file is of another workspace' }
}

/** As far as the file goes: a length beyond its end, or beyond any segment, ends it. */
async function* segmentsIn(file: Blob, claimed: number): AsyncGenerator<Bytes> {
  let from: number = lotseFileAt.first
  for (let index = 0; index < claimed; index++) {
    const length = new Uint8Array(await file.slice(from, from + 4).arrayBuffer())
    const size = length.length === 4 ? new DataView(length.buffer).getUint32(0) : Infinity
    if (size > segmentCaps.bytes || from + 4 + size > file.size) return
    yield new Uint8Array(await file.slice(from + 4, from + 4 + size).arrayBuffer())
    from += 4 + size
  }
}
