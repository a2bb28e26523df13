import type { RecordDocument } from '../document/record-document.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { Heads } from './ports.ts'

/** What one device has written in one entry. */
export type WrittenEntry = Readonly<{ device: string; seq: number; update: Uint8Array }>

/** The journal as it is read by whoever wants to know what came since. */
export type Past = Readonly<{
  /** Team documents of which something is here. */
  teams(): Promise<readonly DocumentName[]>
  heads(document: DocumentName): Promise<Heads>
  /** What these devices have written behind `from`, up to `to`, as far as it counts. */
  written(document: DocumentName, devices: readonly string[], from: Heads, to: Heads): Promise<readonly WrittenEntry[]>
  /**
   * The document as it was at these heads; all of it where none are given. Where it began here with a colleague's checkpoint, not before
   * that one.
   */
  fold(document: DocumentName, into: RecordDocument, at?: Heads): Promise<void>
}>
