import type { Notes } from '../workspace/ports.ts'
import type { WorkspaceDatabase } from './database.ts'

const keyOf = (key: string): string => `note:${key}`

/** The notes of one workspace, kept in its settings table. */
export const notesOn = (database: WorkspaceDatabase): Notes => ({
  get: async key => (await database.settings.get(keyOf(key)))?.value,
  set: async (key, value) => {
    if (value === undefined) await database.settings.delete(keyOf(key))
    else await database.settings.put({ id: keyOf(key), value })
  },
})
