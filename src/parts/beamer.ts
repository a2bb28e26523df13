import { createStore, useStore } from 'zustand'

const key = 'lotse:beamer'

/** Kept with the tab: a reload in the meeting stays in it, another tab does not begin with it. */
const stored = (): boolean => {
  try {
    return sessionStorage.getItem(key) !== null
  } catch {
    return false
  }
}

const store = createStore<{ readonly isOn: boolean }>(() => ({ isOn: stored() }))

export const setBeamer = (isOn: boolean): void => {
  store.setState({ isOn })
  try {
    if (isOn) sessionStorage.setItem(key, '')
    else sessionStorage.removeItem(key)
  } catch {
    // Storage may be forbidden; the mode then lasts as long as the page.
  }
}

export const isBeamerNow = (): boolean => store.getState().isOn

/** What a meeting looks at together: the board, and the sprint with its planning. */
export const isForBeamer = (address: string): boolean => /^\/t\/[^/]+\/(board|sprint)\b/.test(address)

/** Whether a meeting looks at this address: large, without places, persons' filters and messages with names. */
export const useBeamer = (address: string): boolean => useStore(store, state => state.isOn) && isForBeamer(address)
