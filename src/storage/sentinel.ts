import { namesOf, sentinelOfAny } from './names.ts'

/** What is known of a workspace without its database. `since`: milliseconds UTC. */
export type Sentinel = Readonly<{ workspace: string; name: string; since: number }>

/**
 * A word in localStorage that a database stands. Chromium empties every database of an origin when one byte of its store is broken,
 * and opens them anew without an error (measured); localStorage and private files lie elsewhere and survive.
 */
export const setSentinel = ({ workspace, name, since }: Sentinel): void => {
  try {
    localStorage.setItem(namesOf(workspace).sentinel, JSON.stringify([name, since]))
  } catch {
    // A full localStorage costs the sentinel, nothing else.
  }
}

export const sentinelOf = (workspace: string): Sentinel | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(namesOf(workspace).sentinel) ?? 'null')
    const [name, since] = Array.isArray(value) ? (value as readonly unknown[]) : []
    return typeof name === 'string' && typeof since === 'number' ? { workspace, name, since } : undefined
  } catch {
    return undefined
  }
}

/** All workspaces that localStorage says this device has. */
export const allSentinels = (): readonly Sentinel[] => {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
  return keys.flatMap(key => {
    const workspace = sentinelOfAny.exec(key)?.[1]
    return workspace === undefined ? [] : (sentinelOf(workspace) ?? [])
  })
}
