import type { StoreApi } from 'zustand/vanilla'
import { boardColumn } from '../../domain/kanban/board.ts'
import { item } from '../../domain/work/item.ts'
import { afterChanges } from '../../parts/after-changes.ts'
import { countOf, filterIn, filterOf, isNarrower, type ItemFilter } from '../../parts/item-filter.ts'
import { onQueryChange, placeOf, queryOf } from '../../parts/place-query.ts'
import type { ChosenTeam } from '../../parts/use-team.ts'
import type { ColumnCards } from '../../ui/board/board-surface.tsx'
import { isSameAnswer, Reading } from '../../workspace/reading.ts'
import type { RecordStore } from '../../workspace/record-store.ts'
import type { Session } from '../../workspace/session.ts'

export type Viewer = {
  readonly records: RecordStore
  readonly team: ChosenTeam
  readonly actor: string
  readonly today: string
  readonly session: StoreApi<Session>
}

type Shown = { readonly all: readonly string[]; readonly filter: ItemFilter; readonly cards: readonly string[] }
type Listener = () => void

const filterNow = (team: ChosenTeam): ItemFilter => filterIn(queryOf(placeOf(team, 'board')))

/** What one column shows: a card that comes, goes or moves at once, one that no longer fits the filter a moment later. */
class ShownColumn {
  private readonly viewer: Viewer
  private readonly all: Reading<readonly string[]>
  private readonly listeners = new Set<Listener>()
  private shown: Shown | undefined
  private isStale = false
  private stops: readonly (() => void)[] = []

  constructor(viewer: Viewer, column: string) {
    this.viewer = viewer
    this.all = new Reading(viewer.records, view => boardColumn(view, viewer.team, column))
  }

  get cards(): readonly string[] {
    const { records, team, actor, today, session } = this.viewer
    const [all, filter] = [this.all.current(), filterNow(team)]
    if (countOf(filter) === 0) return all
    const { shown } = this
    if (shown?.all === all && shown.filter === filter && !this.isStale) return shown.cards
    const looking = { actor, today, changed: session.getState().news.cards }
    // Each letter looks only through what the letters before it have left.
    const isPart = shown?.all === all && !this.isStale && isNarrower(shown.filter, filter)
    const cards = (isPart ? shown.cards : all).filter(filterOf(records, filter, looking))
    this.isStale = false
    this.shown = { all, filter, cards: shown && isSameAnswer(shown.cards, cards) ? shown.cards : cards }
    return this.shown.cards
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    if (this.listeners.size === 1) this.stops = this.listen()
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size > 0) return
      for (const stop of this.stops) stop()
      this.isStale = true
    }
  }

  private listen(): readonly (() => void)[] {
    const { records, team, session } = this.viewer
    const tell = (): void => this.listeners.forEach(listener => listener())
    const lookAgain = (): void => {
      if (countOf(filterNow(team)) === 0) return
      this.isStale = true
      tell()
    }
    const stopNews = session.subscribe(({ news }, before) => (news === before.news ? undefined : lookAgain()))
    return [this.all.subscribe(tell), onQueryChange(tell), afterChanges(records, item, lookAgain), stopNews]
  }
}

/** The cards of a team's board as its filter leaves them, told column by column. */
export const boardCards = (viewer: Viewer): ColumnCards => {
  const columns = new Map<string, ShownColumn>()
  const at = (id: string): ShownColumn => {
    const column = columns.get(id) ?? new ShownColumn(viewer, id)
    columns.set(id, column)
    return column
  }
  return { get: id => at(id).cards, subscribe: (id, listener) => at(id).subscribe(listener) }
}
