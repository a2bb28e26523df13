import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useWorkspace } from '../../parts/workspace-context.ts'

/** Begins like all that belongs to the workspace, so that it goes with it. */
const keyOf = (workspace: string): string => `lotse:${workspace}:collapsed-columns`

const read = (workspace: string): ReadonlySet<string> => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(workspace)) ?? '[]')
    return new Set(Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}

const stores = new Map<string, StoreApi<ReadonlySet<string>>>()

const storeOf = (workspace: string): StoreApi<ReadonlySet<string>> => {
  const known = stores.get(workspace) ?? createStore(() => read(workspace))
  stores.set(workspace, known)
  return known
}

/** Which columns of the open workspace this device shows as a narrow strip. */
export const useCollapsedColumns = (): ReadonlySet<string> => useStore(storeOf(useWorkspace().id))

/** The button that was pressed is gone; where it stood there is another one. */
const focusHead = (column: string): void => {
  const head = document.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"] header button`)
  head?.focus({ preventScroll: true })
}

export const useToggleColumn = (): ((id: string) => void) => {
  const { id: workspace } = useWorkspace()
  return id => {
    const ids = new Set(storeOf(workspace).getState())
    if (!ids.delete(id)) ids.add(id)
    storeOf(workspace).setState(ids, true)
    requestAnimationFrame(() => focusHead(id))
    try {
      localStorage.setItem(keyOf(workspace), JSON.stringify([...ids]))
    } catch {
      // Storage may be full or forbidden; the choice then lasts as long as the page.
    }
  }
}
