import { createStore, useStore } from 'zustand'
import { toggled, upTo } from '../../parts/selection.ts'

/** What belongs to this screen and to nobody else. */
type BacklogState = Readonly<{
  /** Whose backlog it is: another team has other sprints and cards. */
  team: string | undefined
  epicsShown: boolean
  /** The sprint whose cards are listed; the others show their sums. */
  openSprint: string | undefined
  selected: ReadonlySet<string>
  /** Where a range of the selection begins. */
  anchor: string | undefined
  /** The cards "Verschieben nach …" is open for. */
  moving: readonly string[] | undefined
}>

const nobody: ReadonlySet<string> = new Set()

const store = createStore<BacklogState>(() => ({
  team: undefined,
  epicsShown: false,
  openSprint: undefined,
  selected: nobody,
  anchor: undefined,
  moving: undefined,
}))

export const useBacklogState = <Part>(select: (state: BacklogState) => Part): Part => useStore(store, select)

export const changeBacklogState = (part: Partial<BacklogState>): void => store.setState(part)

/** The selection goes with the place, the open sprint with the team. */
export const enterBacklog = (team: string): void =>
  store.setState(before => ({
    team,
    selected: nobody,
    anchor: undefined,
    moving: undefined,
    ...(before.team === team ? {} : { openSprint: undefined }),
  }))

export const clearSelection = (): void => store.setState({ selected: nobody, anchor: undefined })

export const toggleSelected = (id: string): void =>
  store.setState(({ selected }) => ({ selected: toggled(selected, id), anchor: id }))

/** Selects everything from where the selection began to `id`. In: the rows in the order in which they stand. */
export const selectUpTo = (rows: readonly string[], id: string): void =>
  store.setState(({ selected, anchor }) => ({ selected: upTo(selected, rows, anchor, id), anchor: anchor ?? id }))

export const selectAll = (rows: readonly string[]): void => store.setState({ selected: new Set(rows) })

export const selectedNow = (): ReadonlySet<string> => store.getState().selected
