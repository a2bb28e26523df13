import { namesOf } from './names.ts'

/**
 * A word in localStorage that a database stands. Chromium empties every database of an origin when one byte of its store is broken,
 * and opens them anew without an error (measured); localStorage lies elsewhere and survives.
 */
export const setSentinel = (workspace: string, at: number): void => {
  try {
    localStorage.setItem(namesOf(workspace).sentinel, String(at))
  } catch {
    // A full localStorage costs the sentinel, nothing else.
  }
}

/** Since when the database of this workspace is known to stand; undefined when nothing is known. Milliseconds UTC. */
export const sentinelOf = (workspace: string): number | undefined => {
  const since = Number(localStorage.getItem(namesOf(workspace).sentinel) ?? Number.NaN)
  return Number.isFinite(since) ? since : undefined
}

export const removeSentinel = (workspace: string): void => localStorage.removeItem(namesOf(workspace).sentinel)
