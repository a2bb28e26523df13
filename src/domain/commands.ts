import { addAttachments } from './attachments/add-attachments.ts'
import { removeAttachment, renameAttachment, restoreAttachment } from './attachments/edit-attachment.ts'
import { addLink, editLink, removeLink, restoreLink } from './attachments/edit-link.ts'
import { addComment } from './discussion/add-comment.ts'
import { deleteComment, editComment, restoreComment } from './discussion/edit-comment.ts'
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
import { importItems } from './intake/import-items.ts'
import { addColumn, moveColumn } from './kanban/add-column.ts'
import { deleteColumn } from './kanban/delete-column.ts'
import { restoreColumn } from './kanban/restore-column.ts'
import { editColumn } from './kanban/edit-column.ts'
import { adjustTeam } from './people/adjust-team.ts'
import { addPerson, removePerson, renamePerson, restorePerson } from './people/edit-person.ts'
import { nameDevice } from './people/name-device.ts'
import { changeMethod, deleteTeam, renameTeam, restoreTeam, setPrefix } from './people/edit-team.ts'
import { foundTeam } from './people/found-team.ts'
import { setRoles } from './people/set-roles.ts'
import { allowPresence } from './presence/presence-rule.ts'
import { fillStatement } from './statement/fill-statement.ts'
import { markRead } from './visits/mark-read.ts'
import { changeView, deleteView, saveView } from './views/save-view.ts'
import { addChecks } from './work/add-checks.ts'
import { deleteItems, dropItems, emptyBin, restoreItems, takeBackItems } from './work/bin.ts'
import { createItem } from './work/create-item.ts'
import { createItems } from './work/create-items.ts'
import { duplicateItem } from './work/duplicate-item.ts'
import { assignCheck, deleteCheck, moveCheck, renameCheck, scheduleCheck, tickCheck } from './work/edit-check.ts'
import { addChecklist, deleteChecklist, moveChecklist, renameChecklist } from './work/edit-checklist.ts'
import { addBlocker, changeKind, removeBlocker, setParent } from './work/edit-family.ts'
import { createLabel, deleteLabel, editLabel } from './work/edit-label.ts'
import { assignByName, assignItems, labelItems, unassignItems, unlabelItems } from './work/edit-sets.ts'
import { describeItem, renameItem } from './work/edit-text.ts'
import { estimateItems, prioritiseItems, scheduleItems } from './work/edit-values.ts'
import { moveItem, moveItems } from './work/move-item.ts'
import { moveItemBy } from './work/move-item-by.ts'
import { splitItem } from './work/split-item.ts'
import { moveItemToTeam } from './work/move-to-team.ts'
import { rankItem, rankItems } from './work/rank-item.ts'

/** Every command by its name: the names stand in undo, history and the catalogues. */
export const allCommands = {
  // attachments
  addAttachments,
  addLink,
  editLink,
  removeAttachment,
  removeLink,
  renameAttachment,
  restoreAttachment,
  restoreLink,
  // discussion
  addComment,
  deleteComment,
  editComment,
  restoreComment,
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
  // intake
  importItems,
  // people
  addPerson,
  adjustTeam,
  changeMethod,
  deleteTeam,
  foundTeam,
  removePerson,
  renamePerson,
  nameDevice,
  renameTeam,
  restorePerson,
  restoreTeam,
  setPrefix,
  setRoles,
  // kanban
  addColumn,
  deleteColumn,
  editColumn,
  moveColumn,
  restoreColumn,
  // presence
  allowPresence,
  // statement
  fillStatement,
  // views
  changeView,
  deleteView,
  saveView,
  // visits
  markRead,
  // work
  addBlocker,
  addChecklist,
  addChecks,
  assignCheck,
  assignByName,
  assignItems,
  changeKind,
  createItem,
  createItems,
  createLabel,
  deleteCheck,
  deleteChecklist,
  deleteItems,
  deleteLabel,
  describeItem,
  dropItems,
  duplicateItem,
  editLabel,
  emptyBin,
  estimateItems,
  labelItems,
  moveCheck,
  moveChecklist,
  moveItem,
  moveItemBy,
  moveItemToTeam,
  moveItems,
  prioritiseItems,
  rankItem,
  rankItems,
  removeBlocker,
  renameCheck,
  renameChecklist,
  renameItem,
  restoreItems,
  scheduleCheck,
  scheduleItems,
  setParent,
  splitItem,
  takeBackItems,
  tickCheck,
  unassignItems,
  unlabelItems,
} as const

export type CommandName = keyof typeof allCommands
