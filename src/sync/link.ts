import type { Bytes } from '../journal/bytes.ts'

/** Why a link ended. `lost`: the way is gone; all others were said by one of the two. */
export type CloseReason = 'left' | 'lost' | 'denied' | 'malformed' | 'too much' | 'silent'

/**
 * A live way between two devices: ordered, whole messages, may vanish at any time. Who is at the other end is not known before the
 * handshake has proved it.
 */
export type Link = Readonly<{
  /** This side made the offer; in a pair exactly one did. */
  offered: boolean
  /** SHA-256 of the DTLS certificates as this side sees them; 32 zero bytes where a carrier has none. */
  fingerprints: Readonly<{ own: Bytes; other: Bytes }>
  /** Resolves when the carrier has room for more; rejects never: what a closed link is given is lost, and its closing is told. */
  send(message: Bytes): Promise<void>
  /** A message that comes while nobody listens waits for the next listener, who hears it in a microtask; also after the end. */
  onMessage(listener: (message: Bytes) => void): () => void
  /** Calls back once. A listener added after the end is called at once. */
  onClose(listener: (why: CloseReason) => void): () => void
  close(why: CloseReason): void
}>

/**
 * A link before anybody knows who is at the other end. It ends by itself (`too much`) when more than 8 KiB have come in; from `trust` on
 * it takes messages up to 32 MiB.
 */
export type StrangerLink = Link & Readonly<{ trust(): void }>
