/**
 * Every limit between two devices, in one place. What travels is capped by the receiver, so a sender keeps the same numbers: a limit
 * only one side knew would cut a colleague off.
 */
export const limits = {
  /** Bytes of one message. Senders stay at a quarter of it where they can choose; frames could carry 32 times as much. */
  messageBytes: 1024 * 1024,
  /** Bytes a sender lays into one message of entries: small enough that news can pass between two of them. */
  batchBytes: 256 * 1024,
  /** Entries in one message: a batch of the smallest ones there are. */
  entries: 2_048,
  /** Bytes and number of entries that one link may have waiting here for what they rest on. */
  heldBytes: 1024 * 1024,
  heldEntries: 4_096,
  /** What a link may bring without being asked: for good, and at once. */
  unaskedBytes: { perSecond: 2_000_000, atOnce: 8_000_000 },
  unaskedMessages: { perSecond: 200, atOnce: 1_000 },
  /** What a sender gives unasked stays well below. Beyond it the other side is told, and asks as fast as it can. */
  givenBytes: { perSecond: 1_000_000, atOnce: 2_000_000 },
  /** Own entries in one gift. */
  givenAtOnce: 64,
  /** Messages of one link that wait to be looked at. */
  inbox: 4_096,
  /** Refused entries that end a link. */
  strikes: 3,
  /** Documents one message tells of. */
  documents: 1_024,
  /** Devices that wrote in one document; a checkpoint has the same cap. */
  heads: 4_096,
  /** Ranges asked for in one message. */
  ranges: 1_024,
  /** Devices in one message about neighbours. */
  neighbours: 256,
  /** How often a sealed introduction may be passed on. */
  hops: 4,
  /** Bytes of one sealed introduction: a signalling text is below 2 kB. */
  introBytes: 16 * 1024,
  /** Bytes of one sealed presence: a place and a card. */
  presenceBytes: 1_024,
  /** Bytes of one sealed blob: ten million, the fill of its length and the seal around it. */
  blobBytes: 12 * 1024 * 1024,
} as const

type Amount<Limit> = Limit extends number ? number : { readonly [Part in keyof Limit]: number }

/** The limits a receiver keeps, as values: a test sets one aside and sees what it was for. */
export type Limits = Readonly<{ [Name in keyof typeof limits]: Amount<(typeof limits)[Name]> }>
