/**
 * Every cap of the journal, in one place. Senders split before they reach one, receivers refuse what is over one: a cap that only
 * one side knew would cut a colleague off. Raising a cap is therefore a new entry format, not an edit here.
 */
import { believableAhead } from '../domain/kernel/stamp.ts'

export const caps = {
  /** Bytes of one Yjs update. A hostile update of this size costs milliseconds; the bombs of RELIABILITY 3.4 start at 80 kB. */
  updateBytes: 64 * 1024,
  /** Bytes of one sealed entry: the update, its tag and signature, and the largest header (64 dependencies are 4.6 kB). */
  entryBytes: 72 * 1024,
  /** Yjs structs in one update, about 2 µs and 0.5 kB of heap each: one entry never costs a frame. */
  structs: 2_000,
  /** Ranges in one delete set. Each may cut a struct in two, and 32,000 cuts in one list cost half a second. */
  deleteRanges: 4_000,
  /** How far one update may move the clocks of Yjs. Deleted content costs bytes for no length at all, so bytes alone do not bound it. */
  clockGrowth: 1_048_576,
  /** Types inside types: a record in its root, a text in its record, and one to spare. 10,000 overflow the stack of every reader. */
  typeNesting: 3,
  /** Values inside one cell, such as `[[column, rank], stamp]`. */
  valueNesting: 8,
  /** Yjs clients one entry writes with. One per page load; several only where the copies of dead tabs are adopted. */
  clients: 16,
  /** Entry heads newly seen since the previous entry. More than this many devices wrote in between: send them in lots. */
  deps: 64,
  /** Parts of one command. 4,096 parts of 64 KiB are 256 MiB; an import of 10,000 cards takes about 150. */
  commandParts: 4_096,
  /** Characters of a command id. Ids are twelve characters; an outside source may prefix its own. */
  commandId: 64,
  /** Characters of a document name. It becomes part of database, lock and folder names. */
  documentName: 64,
  /** Characters of a person id in a certificate. */
  personId: 64,
  /** Bytes of one checkpoint before it is cut into entries: four times the state at which an edition is re-founded. */
  checkpointBytes: 16 * 1024 * 1024,
  /** Entry heads one checkpoint covers: one per device that ever wrote in the document. */
  checkpointHeads: 4_096,
  /** Yjs clients of one device under a checkpoint: one per page load of some twenty years. */
  checkpointClients: 16_384,
  /** Devices one key epoch is wrapped for in one membership entry: 64 KiB hold about 560. */
  wrappedKeys: 512,
  /** Bytes of one wrapped secret: a key or a PKCS #8 private key with the ephemeral key and tag around it. */
  wrappedBytes: 512,
  /** Keys handed to devices in one membership entry: each takes about 150 of its 64 KiB. */
  sharedKeys: 400,
  /** Devices, and people, that one removal names. Who removes more writes several. */
  removed: 64,
  /** Documents for which one membership entry says how far somebody's entries count. */
  cutDocuments: 256,
  /** Devices per such document: all that a person ever had. */
  cutDevices: 512,
  /** Certificates between a device and the root: with long person ids 5.4 kB of the 8 KiB a stranger may send before its proof. */
  certificateChain: 24,
  /** Bytes of one photo or file before it is sealed. */
  blobBytes: 10_000_000,
  /** Milliseconds a sender's clock may run ahead of mine before its stamps are clamped. The entry itself is not refused for it. */
  clockAhead: believableAhead,
} as const
