import { openImpedimentsOfItem } from '../../domain/impediments/open-impediments.ts'
import { blockedSince } from '../../domain/impediments/blocked-time.ts'
import { live, records, type View } from '../../domain/kernel/view.ts'
import { person } from '../../domain/people/person.ts'
import { check, checksKey, criteria, type Check } from '../../domain/work/check.ts'
import { item, type Item } from '../../domain/work/item.ts'
import { label } from '../../domain/work/label.ts'
import { checkProgress, isOverdue, openBlockers, type Progress } from '../../domain/work/progress.ts'
import { shownKey, shownKeyOf } from '../../domain/work/shown-key.ts'
import { categoryOf } from '../../domain/work/whereabouts.ts'

/** What paper says of a card: everything in words, since nobody can point at paper. */
export type PaperItem = Readonly<
  Pick<Item, 'id' | 'title' | 'kind' | 'priority' | 'estimate' | 'due' | 'description'> & {
    key: string
    people: string
    labels: string
    /** The title of what it is a part of. */
    partOf: string
    isDone: boolean
    isLate: boolean
    /** Since when impediments hold it up, milliseconds UTC, and their titles. */
    blockedSince: number | undefined
    impediments: string
    /** The keys of what has to be done first. */
    waitsFor: string
    checks: Progress
    criteria: readonly Check[]
  }
>

const names = (all: readonly string[]): string =>
  all.toSorted((one, other) => one.localeCompare(other, 'de')).join(', ')

/** The people on a card by name; who has left meanwhile stays named. */
export const peopleOn = (view: View, { people }: Pick<Item, 'people'>): string =>
  names(people.flatMap(id => view.get(person, id)?.name ?? []))

/** The words of a card's labels. */
export const labelsOn = (view: View, { labels }: Pick<Item, 'labels'>): string =>
  names(labels.flatMap(id => live(view, label, id)?.name ?? []))

const readOne = (view: View, record: Item, now: number, today: string): PaperItem => {
  const { id, title, kind, priority, estimate, due, description } = record
  return {
    id,
    title,
    kind,
    priority,
    estimate,
    due,
    description: description.trim(),
    key: shownKey(view, record),
    people: peopleOn(view, record),
    labels: labelsOn(view, record),
    partOf: live(view, item, record.parent)?.title ?? '',
    isDone: categoryOf(view, record) === 'done',
    isLate: isOverdue(view, record, today),
    blockedSince: blockedSince(view, record, now),
    impediments: openImpedimentsOfItem(view, id)
      .map(each => each.title)
      .join('; '),
    waitsFor: openBlockers(view, record)
      .map(blocker => shownKeyOf(view, blocker))
      .join(', '),
    checks: checkProgress(view, id),
    criteria: records(view, check, 'list', checksKey(id, criteria)),
  }
}

/** In: ids in their order, now in milliseconds UTC, today. Out: what is said of each; what is gone meanwhile is left out. */
export const readPaperItems = (view: View, ids: readonly string[], now: number, today: string): readonly PaperItem[] =>
  ids.flatMap(id => {
    const record = live(view, item, id)
    return record ? [readOne(view, record, now, today)] : []
  })
