import { impediment } from '../../domain/impediments/impediment.ts'
import { column } from '../../domain/kanban/column.ts'
import type { RecordBase } from '../../domain/kernel/record.ts'
import { oneLine } from '../../domain/kernel/line.ts'
import { records, type View } from '../../domain/kernel/view.ts'
import { person } from '../../domain/people/person.ts'
import { documentOfTeam, team, type Team } from '../../domain/people/team.ts'
import { sprint } from '../../domain/scrum/sprint.ts'
import { timeInBin } from '../../domain/work/bin.ts'
import { item, type Kind } from '../../domain/work/item.ts'
import { partsInBin, type BinnedPart } from '../../domain/work/parts-in-bin.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'

const day = 86_400_000

type PartType = 'comment' | 'attachment' | 'link'

/** One deleted thing, or a card that was decided against. */
export type Binned = Readonly<{
  id: string
  type: 'item' | 'column' | 'sprint' | 'impediment' | 'person' | 'team' | 'dropped' | PartType
  title: string
  /** Of an item, or of the item a comment, file or link was on. */
  key: string | undefined
  /** Only items have a kind. */
  kind: Kind | undefined
  /** Milliseconds UTC. */
  at: number
  by: string | undefined
  /** Whole days until it can no longer be brought back, at least 1; what was decided against stays for good. */
  daysLeft: number | undefined
}>

type Named = Pick<Binned, 'type' | 'title' | 'key' | 'kind'>

/** A comment is known by how it begins. */
const longestTitle = 120

const tell = (part: BinnedPart): { readonly type: PartType; readonly title: string } => {
  if ('text' in part) return { type: 'comment', title: oneLine(part.text).slice(0, longestTitle) }
  return 'address' in part
    ? { type: 'link', title: part.name || part.address }
    : { type: 'attachment', title: part.name }
}

/** What lies in a team's bin and what it has decided against, with teams and people of the whole workspace, the newest first. In: the team, now in milliseconds UTC. */
export const readBin = (view: View, ofTeam: Team, now: number): readonly Binned[] => {
  const home = documentOfTeam(ofTeam)
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
    ...partsInBin(view, ofTeam).flatMap(part =>
      binned(part, {
        ...tell(part),
        key: shownKeyOf(view, part.item ?? '') || undefined,
        kind: undefined,
      }),
    ),
    ...records(view, person, 'bin', 'all').flatMap(record =>
      binned(record, { type: 'person', title: record.name, ...plain }),
    ),
    ...records(view, team, 'bin', 'all').flatMap(record =>
      binned(record, { type: 'team', title: record.name, ...plain }),
    ),
  ].toSorted((one, other) => other.at - one.at)
}
