import type { DocumentName } from '../domain/kernel/record.ts'
import { compareBytes, toHex, type Bytes } from '../journal/bytes.ts'
import type { EntryRef } from '../journal/header.ts'
import type { DeviceId, Ledger, Span } from '../workspace/journal-port.ts'
import { limits } from './limits.ts'
import type { DocumentHeads, Head, Message, Range } from './messages.ts'
import type { KnownHead } from './peer-knowledge.ts'

/** What the other side was told and has said itself; only what is new to it then is told. */
export type News = Readonly<{
  told: ReadonlyMap<DeviceId, number>
  peer: DeviceId
  known: ReadonlyMap<DeviceId, KnownHead>
}>

/**
 * The heads of a document to tell of, in order. Without news all of them. With news those it does not have, and its own, so that it
 * knows where its edits have arrived: told of everything, twelve devices would answer each edit with a hundred messages.
 */
export const headsToTell = (
  { chains }: Ledger,
  mayGive: (device: DeviceId) => boolean,
  news: News | undefined,
): readonly Head[] => {
  const isNews = (device: DeviceId, seq: number): boolean =>
    !news || ((news.told.get(device) ?? 0) < seq && (device === news.peer || (news.known.get(device)?.seq ?? 0) < seq))
  return [...chains]
    .filter(([device, { head }]) => mayGive(device) && isNews(device, head.seq))
    .map(([, { head, first }]) => ({ device: head.device, seq: head.seq, hash: head.hash, first }))
    .sort((a, b) => compareBytes(a.device, b.device))
}

/** So many documents and heads as one message holds. */
export const messagesOf = (documents: readonly DocumentHeads[]): readonly Message<'have'>[] => {
  const messages: { type: 'have'; documents: DocumentHeads[] }[] = []
  let room = 0
  for (const one of documents.toSorted((a, b) => (a.document < b.document ? -1 : 1))) {
    const weight = 1 + one.heads.length
    if (room < weight) {
      messages.push({ type: 'have', documents: [] })
      room = limits.heads
    }
    messages.at(-1)?.documents.push(one)
    room -= weight
  }
  return messages
}

const bytesOf = (device: DeviceId): Bytes =>
  Uint8Array.from(device.match(/../g) ?? [], pair => Number.parseInt(pair, 16))

/** Spans as messages want them: in order, so many at once. */
export const rangesOf = (spans: readonly Span[]): readonly (readonly Range[])[] => {
  const ranges = spans
    .toSorted(
      (a, b) =>
        (a.document === b.document ? 0 : a.document < b.document ? -1 : 1) ||
        (a.device < b.device ? -1 : a.device > b.device ? 1 : a.from - b.from),
    )
    .map(({ document, device, from, to }) => ({ document, device: bytesOf(device), from, to }))
  return Array.from({ length: Math.ceil(ranges.length / limits.ranges) }, (_, index) =>
    ranges.slice(index * limits.ranges, (index + 1) * limits.ranges),
  )
}

/** What lies between what is here and these heads. */
export const spansOf = (
  document: DocumentName,
  heads: readonly EntryRef[],
  here: (device: DeviceId) => number,
): readonly Span[] =>
  heads.flatMap(({ device, seq }) => {
    const id = toHex(device)
    const from = here(id) + 1
    return seq >= from ? [{ document, device: id, from, to: seq }] : []
  })
