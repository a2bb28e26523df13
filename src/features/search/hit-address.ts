import { teamOfDocument } from '../../domain/kernel/record.ts'
import { boardAddress, cardAddress, impedimentTail, teamAddress } from '../../parts/addresses.ts'
import type { Hit } from '../../workspace/search-port.ts'

/** Where a found thing is shown: what lies in a bin leads there. */
export const hitAddress = ({ document, kind, id, key, inBin, isOver }: Hit): string => {
  const team = teamOfDocument(document) ?? ''
  if (inBin) return teamAddress(team, 'bin')
  if (kind === 'impediment') return `${teamAddress(team, 'impediments')}${impedimentTail(id)}`
  if (kind === 'sprint') return teamAddress(team, isOver ? `sprint/past/${encodeURIComponent(id)}` : 'sprint')
  return key === '' ? boardAddress(team) : cardAddress(team, key)
}
