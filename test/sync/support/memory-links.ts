import type { Bytes } from '../../../src/journal/bytes.ts'
import type { CloseReason, Link } from '../../../src/sync/link.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What happens to one message on its way: after how many milliseconds it arrives, once or several times, or never. */
export type Fate = (message: Bytes) => readonly number[]

export type Wire = Readonly<{
  ends: readonly [Link, Link]
  /** The way is gone; what is underway is lost. */
  cut(): void
  readonly isOpen: boolean
}>

const noFingerprints = { own: new Uint8Array(32), other: new Uint8Array(32) }

type End = {
  readonly messages: Set<(message: Bytes) => void>
  readonly closings: Set<(why: CloseReason) => void>
  closed: CloseReason | undefined
}

/** Two ends of a line in memory. `watch` sees everything that is sent, by the index of the end that sends. */
export const wire = (
  time: VirtualTime,
  fate: Fate,
  watch: (from: 0 | 1, message: Bytes) => void = () => undefined,
  /** Milliseconds until the carrier has room again. */
  room: () => number = () => 0,
): Wire => {
  const ends: readonly [End, End] = [newEnd(), newEnd()]
  const shut = (end: End, why: CloseReason): void => {
    if (end.closed) return
    end.closed = why
    for (const tell of end.closings) tell(why)
    end.messages.clear()
  }
  const linkOf = (from: 0 | 1): Link => {
    const [own, other] = [ends[from], ends[from === 0 ? 1 : 0]]
    return {
      offered: from === 0,
      fingerprints: noFingerprints,
      send: async message => {
        if (own.closed) return
        watch(from, message)
        for (const delay of fate(message))
          time.after(delay, () => {
            if (!other.closed) for (const tell of other.messages) tell(message)
          })
        const wait = room()
        if (wait > 0) await time.sleep(wait)
      },
      onMessage: listener => {
        own.messages.add(listener)
        return () => own.messages.delete(listener)
      },
      onClose: listener => {
        if (own.closed) listener(own.closed)
        else own.closings.add(listener)
        return () => own.closings.delete(listener)
      },
      close: why => {
        shut(own, why)
        shut(other, why)
      },
    }
  }
  const cut = (): void => {
    for (const end of ends) shut(end, 'lost')
  }
  return {
    ends: [linkOf(0), linkOf(1)],
    cut,
    get isOpen() {
      return ends[0].closed === undefined
    },
  }
}

const newEnd = (): End => ({ messages: new Set(), closings: new Set(), closed: undefined })
