import { workspaceDocument } from '../../domain/kernel/record.ts'
import type { Archive } from '../../workspace/exchange-port.ts'

/** The person who made most of the records: whoever worked on this device. Undefined when nobody of them is in the archive. */
export const mainAuthor = ({ documents }: Archive): { readonly id: string; readonly name: string } | undefined => {
  const people = documents[workspaceDocument]?.['person'] ?? {}
  const counts = new Map<string, number>()
  for (const types of Object.values(documents))
    for (const records of Object.values(types))
      for (const { m } of Object.values(records)) {
        const author: unknown = Array.isArray(m) ? m[2] : undefined
        if (typeof author === 'string') counts.set(author, (counts.get(author) ?? 0) + 1)
      }
  const [id] =
    [...counts].filter(([author]) => Object.hasOwn(people, author)).sort(([, one], [, other]) => other - one)[0] ?? []
  const name: unknown = id === undefined ? undefined : people[id]?.['name']
  return id !== undefined && typeof name === 'string' ? { id, name } : undefined
}
