import { documentOfTeam, team } from '../domain/people/team.ts'
import { matchAddress } from '../parts/addresses.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'
import { lastTeam } from './last-team.ts'

/** Has the picture of the team that will be shown read while React begins. */
export const anticipateTeam = (workspaces: BrowserWorkspaces, address: string): void => {
  const { current } = workspaces.state.getState()
  const id = matchAddress('/t/:team/:a?/:b?/:c?/:d?/:e?', address)?.['team'] ?? (current && lastTeam(current.id))
  const record = current && id !== undefined ? current.records.get(team, id) : undefined
  if (current && record && !record.deleted) current.anticipate(documentOfTeam(record))
}
