import { useEffect, useReducer } from 'react'
import { impediment } from '../domain/impediments/impediment.ts'
import { column } from '../domain/kanban/column.ts'
import { sprint } from '../domain/scrum/sprint.ts'
import { check } from '../domain/work/check.ts'
import { checklist } from '../domain/work/checklist.ts'
import { item } from '../domain/work/item.ts'
import { OverTeams } from '../workspace/over-teams.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { useWorkspace } from './workspace-context.ts'

const kept = new WeakMap<Workspace, OverTeams>()

/** What is read once stays: whoever comes back to the screen sees it at once. */
const overTeamsOf = (workspace: Workspace): OverTeams => {
  const over = kept.get(workspace) ?? new OverTeams(workspace, [item, check, checklist, impediment, column, sprint])
  kept.set(workspace, over)
  return over
}

/** The records of all teams, and whether all of them are here. Kept close behind every tab while the screen is there. */
export const useOverTeams = (): { readonly over: OverTeams; readonly isComplete: boolean } => {
  const over = overTeamsOf(useWorkspace())
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const stop = over.follow()
    over.look().then(draw, (error: unknown) => {
      // What is open is shown all the same.
      over.isComplete = true
      draw()
      reportError(error)
    })
    return stop
  }, [over])
  return { over, isComplete: over.isComplete }
}
