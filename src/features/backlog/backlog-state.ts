import { createStore, useStore } from 'zustand'
import { clearSelection } from '../../parts/selection.ts'

/** What belongs to this screen and to nobody else. */
type BacklogState = Readonly<{
  /** Whose backlog it is: another team has other sprints and cards. */
  team: string | undefined
  epicsShown: boolean
  /** The sprint whose cards are listed; the others show their sums. */
  openSprint: string | undefined
  /** The cards "Verschieben nach …" is open for. */
  moving: readonly string[] | undefined
}>

const store = createStore<BacklogState>(() => ({
  team: undefined,
  epicsShown: false,
  openSprint: undefined,
  moving: undefined,
}))

export const useBacklogState = <Part>(select: (state: BacklogState) => Part): Part => useStore(store, select)

export const changeBacklogState = (part: Partial<BacklogState>): void => store.setState(part)

/** The selection goes with the place, the open sprint with the team. */
export const enterBacklog = (team: string): void => {
  clearSelection()
  store.setState(before => ({ team, moving: undefined, ...(before.team === team ? {} : { openSprint: undefined }) }))
}
