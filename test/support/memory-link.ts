import { ownBytes, type Bytes } from '../../src/journal/bytes.ts'
import { LinkEnd } from '../../src/sync/link-end.ts'
import type { CloseReason, StrangerLink } from '../../src/sync/link.ts'

const noFingerprint = (): Bytes => new Uint8Array(32)

/** Two ends of one way in memory, the offering one first. `cut` takes the way away under both of them. */
export type MemoryLinks = Readonly<{ ends: readonly [StrangerLink, StrangerLink]; cut(): void }>

/**
 * A way between two devices of a scene. `fingerprints`: of the two ends, as both see them, unless somebody stands between them.
 * `tap` hears every message, in the order in which they were sent.
 */
export const memoryLink = (
  fingerprints: readonly [Bytes, Bytes] = [noFingerprint(), noFingerprint()],
  tap: (from: 0 | 1, message: Bytes) => void = () => undefined,
): MemoryLinks => {
  const ends = [new LinkEnd(), new LinkEnd()] as const

  const arrive = (side: 0 | 1, message: Bytes): void => {
    const [own, other] = [ends[side], ends[side === 0 ? 1 : 0]]
    if (own.ended !== undefined) return
    if (own.isWithin(message.length)) return own.deliver(message)
    own.end('too much')
    other.end('too much')
  }

  const linkOf = (side: 0 | 1): StrangerLink => {
    const [own, other] = [ends[side], ends[side === 0 ? 1 : 0]]
    return {
      offered: side === 0,
      fingerprints: { own: fingerprints[side], other: fingerprints[side === 0 ? 1 : 0] },
      send: async message => {
        if (own.ended !== undefined) return
        const copy = ownBytes(message)
        tap(side, copy)
        queueMicrotask(() => arrive(side === 0 ? 1 : 0, copy))
      },
      onMessage: listener => own.onMessage(listener),
      onClose: listener => own.onClose(listener),
      trust: () => own.trust(),
      close: (why: CloseReason) => {
        if (own.end(why)) queueMicrotask(() => other.end(why))
      },
    }
  }
  return { ends: [linkOf(0), linkOf(1)], cut: () => void ends.map(end => end.end('lost')) }
}
