import { workspaceDocument } from '../../domain/kernel/record.ts'
import type { Archive } from '../../workspace/exchange-port.ts'

/** The people of an archive who are not in its bin, by name: one of them sits at this device. */
export const archivePeople = ({ documents }: Archive): readonly { readonly id: string; readonly name: string }[] =>
  Object.entries(documents[workspaceDocument]?.['person'] ?? {})
    .flatMap(([id, { name, deleted }]) => (typeof name === 'string' && deleted === undefined ? [{ id, name }] : []))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'de'))
