import { backlogItems } from '../kanban/board.ts'
import type { View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { sprint } from '../scrum/sprint.ts'
import { item } from '../work/item.ts'
import { placeLists } from '../work/place-lists.ts'

/** PRODUCT 2.4. A Kanban team plans no sprint and has five. */
export const firstSteps = ['card', 'backlog', 'estimate', 'sprint', 'backup', 'invite'] as const
export type FirstStep = (typeof firstSteps)[number]

/** What only the device knows. */
export type Arrangements = { readonly hasBackupFolder: boolean; readonly hasInvited: boolean }

const enoughInBacklog = 5

/**
 * What a team has tried of the first steps. A step that was gone stays gone: whoever has planned a sprint has had a backlog.
 * In: the team, and what only the device knows. Out: the steps in their order.
 */
export const firstStepsOf = (
  view: View,
  team: Team,
  { hasBackupFolder, hasInvited }: Arrangements,
): readonly { readonly step: FirstStep; readonly isDone: boolean }[] => {
  const document = documentOfTeam(team)
  const lists = ['epics', 'dropped', 'moved', 'bin'] as const
  const hasSprint = view.ids(sprint, 'document', document).length > 0
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    card: placeLists(view, document).length > 0 || lists.some(index => view.ids(item, index, document).length > 0),
    backlog: hasSprint || backlogItems(view, team).length >= enoughInBacklog,
    estimate: view.ids(item, 'estimated', document).length > 0,
    sprint: hasSprint,
    backup: hasBackupFolder,
    invite: hasInvited,
  }
  const steps = firstSteps.filter(step => step !== 'sprint' || team.method === 'scrum')
  return steps.map(step => ({ step, isDone: isDone[step] }))
}
