import { workspaceDocument } from '../../domain/kernel/record.ts'
import type { Archive } from '../../workspace/exchange-port.ts'

/** What a workspace made of an archive is called: as its oldest team. */
export const archiveName = ({ documents }: Archive): string | undefined => {
  const madeAt = (facts: unknown): number => Number(Array.isArray(facts) ? facts[1] : 0)
  const [oldest] = Object.values(documents[workspaceDocument]?.['team'] ?? {})
    .filter(({ name, deleted }) => typeof name === 'string' && deleted === undefined)
    .toSorted((one, other) => madeAt(one['m']) - madeAt(other['m']))
  return oldest?.['name'] as string | undefined
}
