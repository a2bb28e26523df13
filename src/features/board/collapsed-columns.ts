import { createStore, useStore } from 'zustand'

const key = 'lotse:collapsed-columns'

const read = (): readonly string[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

const store = createStore<{ readonly ids: ReadonlySet<string> }>(() => ({ ids: new Set(read()) }))

/** Which columns this device shows as a narrow strip. */
export const useCollapsedColumns = (): ReadonlySet<string> => useStore(store, state => state.ids)

export const toggleColumn = (id: string): void => {
  const ids = new Set(store.getState().ids)
  if (!ids.delete(id)) ids.add(id)
  store.setState({ ids })
  try {
    localStorage.setItem(key, JSON.stringify([...ids]))
  } catch {
    // Storage may be full or forbidden; the choice then lasts as long as the page.
  }
}
