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
