import {
  attachItems,
  deleteImpediment,
  detachItems,
  editImpediment,
  reportImpediment,
  restoreImpediment,
} from './impediments/report-impediment.ts'
import { moveImpediment, resolveImpediment } from './impediments/move-impediment.ts'
import { cancelSprint, closeSprint } from './scrum/close-sprint.ts'
import { deleteSprint, restoreSprint } from './scrum/delete-sprint.ts'
import { editSprint, planSprint } from './scrum/plan-sprint.ts'
import { addToSprint, removeFromSprint } from './scrum/sprint-scope.ts'
import { moveSprintToReview, startSprint } from './scrum/start-sprint.ts'
import { setAvailability } from './scrum/team-availability.ts'
import { foundTeam } from './people/found-team.ts'
import { createItem } from './work/create-item.ts'
import { createItems } from './work/create-items.ts'
import { describeItem, renameItem } from './work/edit-text.ts'
import { estimateItems, prioritiseItems, scheduleItems } from './work/edit-values.ts'
import { moveItemBy } from './work/move-item-by.ts'
import { moveItem, moveItems } from './work/move-item.ts'
import { rankItem } from './work/rank-item.ts'

/** Every command by its name: the names stand in undo, history and the catalogues. */
export const allCommands = {
  // impediments
  attachItems,
  deleteImpediment,
  detachItems,
  editImpediment,
  moveImpediment,
  reportImpediment,
  resolveImpediment,
  restoreImpediment,
  // scrum
  addToSprint,
  cancelSprint,
  closeSprint,
  deleteSprint,
  editSprint,
  moveSprintToReview,
  planSprint,
  removeFromSprint,
  restoreSprint,
  setAvailability,
  startSprint,
  // people
  foundTeam,
  // work
  createItem,
  createItems,
  describeItem,
  estimateItems,
  moveItem,
  moveItemBy,
  moveItems,
  prioritiseItems,
  rankItem,
  renameItem,
  scheduleItems,
} as const

export type CommandName = keyof typeof allCommands
