import type { DocumentName } from '../domain/kernel/record.ts'

/** The database of this device, beside the databases of its workspaces. */
export const deviceDatabaseName = 'lotse'

/** Begins the name of everything that belongs to a workspace. */
export const ownPrefix = 'lotse:'
export const sentinelOfAny = /^lotse:([0-9a-f]{64}):sentinel$/

/** Every database, folder, lock, channel and key name carries the workspace id: several workspaces live in one browser. */
export const namesOf = (workspace: string) => {
  const prefix = `${ownPrefix}${workspace}`
  return {
    database: prefix,
    copy: (document: DocumentName): string => `${prefix}:copy:${document}`,
    appendLock: `${prefix}:append`,
    leaderLock: `${prefix}:leader`,
    tabLock: (tab: string): string => `${prefix}:tab:${tab}`,
    channel: `${prefix}:tabs`,
    syncLock: `${prefix}:sync`,
    syncChannel: `${prefix}:sync`,
    ahead: `${prefix}:ahead:`,
    intent: `${prefix}:intent:`,
    sentinel: `${prefix}:sentinel`,
    folder: `lotse-${workspace}`,
    /** Within the folder. */
    blobFolder: 'blobs',
  } as const
}

export type WorkspaceNames = ReturnType<typeof namesOf>
