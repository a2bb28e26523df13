import type { DocumentName } from '../domain/kernel/record.ts'

/** What the person here may do with a document. */
export type Access = 'write' | 'read' | 'none'

/** Asks the membership log as it lies on this device. */
export type AccessHere = Readonly<{
  of(document: DocumentName): Access
  /** Another tab may know more. */
  look(): Promise<void>
  /** Calls back when this tab knows more of the log. Out: what ends it. */
  onChange(listener: () => void): () => void
}>
