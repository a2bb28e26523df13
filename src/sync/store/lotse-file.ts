import type { Day } from '../../domain/kernel/day.ts'
import type { DocumentName } from '../../domain/kernel/record.ts'
import { joinBytes, textBytes, toHex, type Bytes } from '../../journal/bytes.ts'
import { membershipDocument } from '../../journal/header.ts'
import type { DeviceId, Journal } from '../../workspace/journal-port.ts'
import type { Arrivals } from '../arrivals.ts'
import type { Members } from '../members-port.ts'
import { lotsOf } from './lots.ts'
import { tagLength } from './segment-form.ts'
import type { SegmentKeys } from './segment-keys.ts'
import { sealSegment } from './segment.ts'

/**
 * A file of segments, version 1, for a mail or a stick. Numbers are big endian.
 *
 * | bytes | what |
 * |---|---|
 * | 10 | `LOTSE-SYNC` |
 * | 1 | version 1 |
 * | 10 | tag of the workspace |
 * | 4 | number of segments |
 * | 4, n each | length and bytes of a segment |
 */
export const lotseFileBeginning = 'LOTSE-SYNC'
export const lotseFileType = 'application/vnd.lotse'
export const lotseFileEnding = '.lotse'
export const lotseFileVersion = 1
export const lotseFileAt = { version: 10, tag: 11, count: 11 + tagLength, first: 15 + tagLength } as const

/** Signs that some file system does not take, and those that turn or hide text. */
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu

/** `Lotse Bauamt 2026-11-20 von Jana.lotse`. In: names as people gave them. */
export const lotseFileName = (workspace: string, person: string, day: Day): string => {
  const [name, by] = [workspace, person].map(text => text.replaceAll(unfit, ' ').replaceAll(/\s+/g, ' ').trim())
  const parts = ['Lotse', name?.slice(0, 60), day, by ? `von ${by.slice(0, 40)}` : ''].map(part => part?.trim())
  return `${parts.filter(Boolean).join(' ')}${lotseFileEnding}`
}

/** How far somebody has the chains of a document. */
export type KnownHeads = ReadonlyMap<DocumentName, ReadonlyMap<DeviceId, number>>

export type LotseFileParts = Readonly<{
  keys: SegmentKeys
  members: Members
  journal: Journal
  /** Of the replicator. */
  arrivals: Arrivals
}>

const bigEndian = (value: number): Bytes => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/**
 * Packs what is here into one file: everything this device may read, or what lies behind the heads somebody is known to have. The log is in
 * it whole, and a checkpoint where a document began with one. Throws where the journal cannot be read.
 */
export const packLotseFile = async (parts: LotseFileParts, since: KnownHeads = new Map()): Promise<Blob> => {
  const segments: Bytes[] = []
  for (const document of [membershipDocument, ...(await parts.journal.documents())]) {
    const seal = await parts.keys.sealOf(document)
    const isMine = document === membershipDocument || parts.members.mayRead(toHex(parts.keys.own), document)
    if (!seal || !isMine) continue
    for await (const entries of entriesOf(parts.journal, document, since.get(document))) {
      const made = await sealSegment({ document, entries }, seal)
      if (made.ok) segments.push(made.value)
    }
  }
  const head = joinBytes(textBytes(lotseFileBeginning), Uint8Array.of(lotseFileVersion), parts.keys.tag)
  const pieces = segments.flatMap(segment => [bigEndian(segment.length), segment])
  return new Blob([head, bigEndian(segments.length), ...pieces], { type: lotseFileType })
}

async function* entriesOf(
  journal: Journal,
  document: DocumentName,
  since: ReadonlyMap<DeviceId, number> | undefined,
): AsyncGenerator<readonly Bytes[]> {
  const { chains } = await journal.ledger(document)
  const isLog = document === membershipDocument
  const spans = [...chains].map(([device, { head, first }]) => {
    const from = isLog ? 1 : (since?.get(device) ?? 0) + 1
    return { document, device, from, first, to: head.seq }
  })
  const checkpoint = spans.some(({ from, first }) => from < first) ? await journal.checkpoint(document) : undefined
  if (checkpoint) yield checkpoint
  yield* lotsOf(
    journal,
    spans
      .filter(({ from, to }) => from <= to)
      .map(({ first, from, ...span }) => ({ ...span, from: Math.max(from, first) })),
  )
}
