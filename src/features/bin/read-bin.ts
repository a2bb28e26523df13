import { impediment } from '../../domain/impediments/impediment.ts'
import { column } from '../../domain/kanban/column.ts'
import type { RecordBase } from '../../domain/kernel/record.ts'
import { records, type View } from '../../domain/kernel/view.ts'
import { person } from '../../domain/people/person.ts'
import { team } from '../../domain/people/team.ts'
import { sprint } from '../../domain/scrum/sprint.ts'
import { timeInBin } from '../../domain/work/bin.ts'
import { item, type Kind } from '../../domain/work/item.ts'

const day = 86_400_000

/** One deleted thing, or a card that was decided against. */
export type Binned = Readonly<{
  id: string
  type: 'item' | 'column' | 'sprint' | 'impediment' | 'person' | 'team' | 'dropped'
  title: string
  /** Only items have a key and a kind. */
  key: string | undefined
  kind: Kind | undefined
  /** Milliseconds UTC. */
  at: number
  by: string | undefined
  /** Whole days until it can no longer be brought back, at least 1; what was decided against stays for good. */
  daysLeft: number | undefined
}>

type Named = Pick<Binned, 'type' | 'title' | 'key' | 'kind'>

/** What lies in a team's bin and what it has decided against, with teams and people of the whole workspace, the newest first. In: the team's document, now in milliseconds UTC. */
export const readBin = (view: View, home: string, now: number): readonly Binned[] => {
  const binned = ({ id, deleted }: RecordBase, named: Named): readonly Binned[] => {
    if (!deleted || deleted[0] <= now - timeInBin) return []
    const [at, by] = deleted
    const daysLeft = Math.max(1, Math.ceil((at + timeInBin - now) / day))
    return [{ ...named, id, at, by: view.get(person, by)?.name, daysLeft }]
  }
  const plain = { key: undefined, kind: undefined }
  return [
    ...records(view, item, 'bin', home).flatMap(record => {
      const { title, key, kind } = record
      return binned(record, { type: 'item', title, key, kind })
    }),
    ...records(view, item, 'dropped', home).flatMap(({ id, title, key, kind, dropped }): readonly Binned[] => {
      if (!dropped) return []
      const [at, by] = dropped
      return [{ id, type: 'dropped', title, key, kind, at, by: view.get(person, by)?.name, daysLeft: undefined }]
    }),
    ...records(view, column, 'bin', home).flatMap(record =>
      binned(record, { type: 'column', title: record.name, ...plain }),
    ),
    ...records(view, sprint, 'bin', home).flatMap(record =>
      binned(record, { type: 'sprint', title: record.name, ...plain }),
    ),
    ...records(view, impediment, 'bin', home).flatMap(record =>
      binned(record, { type: 'impediment', title: record.title, ...plain }),
    ),
    ...records(view, person, 'bin', 'all').flatMap(record =>
      binned(record, { type: 'person', title: record.name, ...plain }),
    ),
    ...records(view, team, 'bin', 'all').flatMap(record =>
      binned(record, { type: 'team', title: record.name, ...plain }),
    ),
  ].toSorted((one, other) => other.at - one.at)
}
