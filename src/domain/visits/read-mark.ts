import { lineCell, valueCell } from '../kernel/cell.ts'
import { isFiniteNumber, type Json } from '../kernel/json.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'
import { records, type View } from '../kernel/view.ts'

/** How far somebody has read: of each device, by its id, the number of the last entry of it that they had before them. */
export type ReadHeads = Readonly<Record<string, number>>

const parseHeads = (raw: Json): ReadHeads | undefined =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) && Object.values(raw).every(isFiniteNumber)
    ? (raw as ReadHeads)
    : undefined

/**
 * How far one of my devices has read in a document. It counts entries and no time: what comes late is new, whenever it was written. Each
 * device writes a mark of its own, so that none takes back what another one has read; what I have read is all of them together.
 */
export const readMark = defineRecord({
  type: 'readMark',
  document: 'person',
  cells: {
    /** The name of the document that was read. */
    of: lineCell(200),
    /** The reading device's id, in hexadecimal. */
    device: lineCell(64),
    heads: valueCell<ReadHeads>({}, parseHeads),
  },
  indexes: { of: { key: record => record.of } },
})
export type ReadMark = RecordOf<typeof readMark>

/** What was read by either: of each device the later entry. */
export const furthest = (one: ReadHeads, other: ReadHeads): ReadHeads => {
  const heads = { ...one }
  for (const [device, seq] of Object.entries(other)) heads[device] = Math.max(seq, heads[device] ?? 0)
  return heads
}

/** How far this person has read in a document, on all their devices together; undefined where they have never looked. */
export const readUpTo = (view: View, of: string): ReadHeads | undefined => {
  const marks = records(view, readMark, 'of', of)
  return marks.length === 0 ? undefined : marks.map(({ heads }) => heads).reduce(furthest)
}
