import { useEffect, useState } from 'react'
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

type TeamsRead = Readonly<{
  over: OverTeams
  /** All of them have been read at some time: what is known of them can be shown. */
  isComplete: boolean
  /** They have been read since the screen came: what is not there is not there. */
  isCurrent: boolean
}>

/** The records of all teams. Kept close behind every tab while the screen is there. */
export const useOverTeams = (): TeamsRead => {
  const over = overTeamsOf(useWorkspace())
  const [current, setCurrent] = useState<OverTeams>()
  useEffect(() => {
    const stop = over.follow()
    const note = () => setCurrent(over)
    over.look().then(note, (error: unknown) => {
      // What is open is shown all the same.
      over.isComplete = true
      note()
      reportError(error)
    })
    return stop
  }, [over])
  return { over, isComplete: over.isComplete, isCurrent: current === over }
}
