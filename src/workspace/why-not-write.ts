import type { Change } from '../domain/kernel/change.ts'
import type { AccessHere } from './access-port.ts'
import type { Session, SessionRefusal } from './session.ts'

/** Why changes may not be written here: a newer version is needed, or the person may only read. Undefined when they may. */
export const whyNotWrite = (
  changes: readonly Change[],
  { readOnly }: Session,
  access: AccessHere,
): SessionRefusal | undefined => {
  const documents = [...new Set(changes.map(({ document }) => document))]
  if (documents.some(document => readOnly.has(document))) return { because: 'needsNewerVersion' }
  return documents.some(document => access.of(document) !== 'write') ? { because: 'mayOnlyRead' } : undefined
}
