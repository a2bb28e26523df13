import type { Bytes } from '../../journal/bytes.ts'
import type { Journal, Span } from '../../workspace/journal-port.ts'
import { peekEntry } from '../peek-entry.ts'
import { segmentCaps } from './segment-form.ts'

/** The spans without what was given of them. */
const restOf = (spans: readonly Span[], given: readonly Bytes[]): readonly Span[] => {
  const places = given.flatMap(entry => peekEntry(entry) ?? [])
  return spans.flatMap(span => {
    const here = places.filter(({ document, device }) => document === span.document && device === span.device)
    const from = Math.max(span.from, ...here.map(({ seq }) => seq + 1))
    return from <= span.to ? [{ ...span, from }] : []
  })
}

/** What is in the journal of these spans, oldest first, in lots that each fit a segment. What it does not have is left out. */
export async function* lotsOf(
  journal: Pick<Journal, 'entries'>,
  spans: readonly Span[],
  lotBytes: number = segmentCaps.lotBytes,
): AsyncGenerator<readonly Bytes[]> {
  let [lot, size]: [Bytes[], number] = [[], 0]
  for (let open = spans; open.length > 0;) {
    const entries = await journal.entries(open, lotBytes)
    if (entries.length === 0) break
    const rest = restOf(open, entries)
    for (const entry of entries) {
      if (lot.length > 0 && (size + entry.length > lotBytes || lot.length >= segmentCaps.entries)) {
        yield lot
        ;[lot, size] = [[], 0]
      }
      lot.push(entry)
      size += entry.length
    }
    if (rest.length === open.length && rest.every((span, index) => span.from === open[index]?.from)) break
    open = rest
  }
  if (lot.length > 0) yield lot
}
