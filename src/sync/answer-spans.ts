import { encodeMessage } from './messages.ts'
import type { Journal, Span } from '../workspace/journal-port.ts'
import { limits } from './limits.ts'
import type { Answer } from './outbox.ts'
import { peekEntry } from './peek-entry.ts'

/**
 * Entries that were asked for, message by message, oldest first, each read from the journal when there is room to send it. `may`: asked
 * before each message, for who may read something may cease to be one who may.
 */
export const answerSpans = (
  journal: Pick<Journal, 'entries'>,
  spans: readonly Span[],
  may: (span: Span) => boolean,
): Answer => {
  let open = spans
  return async () => {
    open = open.filter(may)
    if (open.length === 0) return undefined
    const entries = (await journal.entries(open, limits.batchBytes)).slice(0, limits.entries)
    const places = entries.flatMap(entry => peekEntry(entry) ?? [])
    if (places.length === 0 || !open.every(may)) return undefined
    open = open.flatMap(span => {
      const given = places.filter(({ document, device }) => document === span.document && device === span.device)
      const from = Math.max(span.from, ...given.map(({ seq }) => seq + 1))
      return from <= span.to ? [{ ...span, from }] : []
    })
    return encodeMessage({ type: 'entries', entries })
  }
}
