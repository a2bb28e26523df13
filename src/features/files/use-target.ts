import { useContext } from 'react'
import { emptyView, teamToBe } from '../../domain/intake/team-to-be.ts'
import type { View } from '../../domain/kernel/view.ts'
import { team as teamRecord, type Method, type Team } from '../../domain/people/team.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'

/** Where an import goes: a team that is there, or one that will be founded with it. */
export type Target = Readonly<{ view: View; team: Team }>

/** Finds the target for a team's id; without one, the team that is to be. */
export const useTarget = (id: string | undefined) => {
  const workspace = useContext(WorkspaceContext)
  return (method: Method): Target => {
    const found = id === undefined ? undefined : workspace?.records.get(teamRecord, id)
    return workspace && found ? { view: workspace.records, team: found } : { view: emptyView, team: teamToBe(method) }
  }
}
