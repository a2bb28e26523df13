import { impediment } from '../../domain/impediments/impediment.ts'
import { blockedSince } from '../../domain/impediments/blocked-time.ts'
import { live, type View } from '../../domain/kernel/view.ts'
import { team } from '../../domain/people/team.ts'
import { tasksOf, type Task } from '../../domain/today/today.ts'
import { check } from '../../domain/work/check.ts'
import { item } from '../../domain/work/item.ts'
import { shownKey } from '../../domain/work/shown-key.ts'
import type { Kind } from '../../domain/work/item.ts'

/** One thing that is mine as a row shows it. Flat, so that an unchanged row is not drawn anew. */
export type TaskReading = Task &
  Readonly<{
    title: string
    teamName: string
    /** Of the card; of an impediment none. */
    key: string | undefined
    kind: Kind | undefined
    /** Of a point: the title of the card it stands on. */
    cardTitle: string | undefined
    /** Since when impediments hold the card up, milliseconds UTC. */
    blockedSince: number | undefined
  }>

/** In: a view over all teams, the person, today, now in milliseconds UTC. Out: what is theirs, the most urgent first. */
export const readTasks = (
  view: View,
  { person, today, now }: { readonly person: string; readonly today: string; readonly now: number },
): readonly TaskReading[] =>
  tasksOf(view, person, today).map(task => {
    const card = live(view, item, task.item)
    const own = { item: card, check: view.get(check, task.id), impediment: view.get(impediment, task.id) }[task.type]
    return {
      ...task,
      title: own?.title ?? '',
      teamName: view.get(team, task.team)?.name ?? '',
      key: card && shownKey(view, card),
      kind: card?.kind,
      cardTitle: task.type === 'check' ? card?.title : undefined,
      blockedSince: card && task.type === 'item' ? blockedSince(view, card, now) : undefined,
    }
  })
