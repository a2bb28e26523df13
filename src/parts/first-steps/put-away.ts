import { useCallback, useSyncExternalStore } from 'react'
import { useWorkspace } from '../workspace-context.ts'

/** Begins like all that belongs to the workspace, so that it goes with it. */
const keyOf = (workspace: string): string => `lotse:${workspace}:first-steps-away`
const listeners = new Set<() => void>()

const stored = (key: string): boolean => {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

const store = (key: string, isAway: boolean): void => {
  try {
    if (isAway) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Without storage they stay in sight.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the first steps are put away in this workspace on this device, and how to do so or bring them back. */
export const usePutAway = (): readonly [boolean, (isAway: boolean) => void] => {
  const key = keyOf(useWorkspace().id)
  const isAway = useSyncExternalStore(subscribe, () => stored(key))
  return [isAway, useCallback((next: boolean) => store(key, next), [key])]
}
