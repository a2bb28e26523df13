import { attachment } from '../attachments/attachment.ts'
import { link } from '../attachments/link.ts'
import { comment } from '../discussion/comment.ts'
import { impediment, isOver, type Impediment } from '../impediments/impediment.ts'
import type { AnyDefinition, DocumentName, RecordBase, RecordOf } from '../kernel/record.ts'
import { oneLine } from '../kernel/line.ts'
import { isOver as isPast } from '../scrum/sprints.ts'
import { sprint, type Sprint } from '../scrum/sprint.ts'
import { check, criteria } from '../work/check.ts'
import { checklist } from '../work/checklist.ts'
import { item, type Item, type Kind } from '../work/item.ts'
import { longKey } from '../work/shown-key.ts'

/** What can be found: the nouns of a team, and what lies in its bin alone without its card. */
export const searchKinds = ['item', 'impediment', 'sprint', 'comment', 'attachment', 'link'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Where in a found thing a text stands. */
export type TextPart =
  | 'description'
  | 'criterion'
  | 'check'
  | 'comment'
  | 'file'
  | 'link'
  | 'goal'
  | 'effect'
  | 'nextStep'
  | 'party'
  | 'helped'

export type SearchText = Readonly<{ part: TextPart; text: string }>

/** One thing that can be found, with all that is said in it. */
export type SearchEntry = Readonly<{
  id: string
  kind: SearchKind
  document: DocumentName
  /** Only items have one. */
  itemKind: Kind | undefined
  title: string
  /** As it is stored; empty where there is none. */
  key: string
  /** Everything it is called by, old keys of imports too. */
  keys: readonly string[]
  texts: readonly SearchText[]
  inBin: boolean
  /** Of an impediment or a sprint: it lies behind the team. */
  isOver: boolean
  /** It went to another team and is carried on there: found by its key alone. */
  hasLeft: boolean
}>

const is = <D extends AnyDefinition>(definition: D, record: RecordBase): record is RecordOf<D> & RecordBase =>
  record.type === definition.type

/** The item a record is a part of, by id; undefined: it stands for itself, or is nothing the search knows. */
export const itemOfPart = (record: RecordBase): string | undefined =>
  [check, checklist, comment, attachment, link].some(({ type }) => type === record.type)
    ? ((record as RecordBase & { readonly item: string | null }).item ?? undefined)
    : undefined

const textsOfPart = (record: RecordBase): readonly SearchText[] => {
  if (is(check, record)) return [{ part: record.list === criteria ? 'criterion' : 'check', text: record.title }]
  if (is(checklist, record)) return [{ part: 'check', text: record.title }]
  if (is(comment, record)) return [{ part: 'comment', text: record.text }]
  if (is(attachment, record)) return [{ part: 'file', text: record.name }]
  const { name, address } = record as RecordOf<typeof link>
  return [
    { part: 'link', text: name },
    { part: 'link', text: address },
  ]
}

const written = (texts: readonly SearchText[]): readonly SearchText[] => texts.filter(({ text }) => text !== '')

const plain = { itemKind: undefined, key: '', keys: [], hasLeft: false, isOver: false } as const

const entryOfItem = (record: Item, parts: readonly RecordBase[]): SearchEntry => {
  const { id, document, kind, title, key, sourceKey } = record
  const isOut = record.deleted !== null
  const hasLeft = record.movedTo !== null
  // What is in the bin with its card comes back with it; what lies there alone is found alone.
  const own = parts.filter(part => isOut || part.deleted === null).flatMap(textsOfPart)
  return {
    id,
    kind: 'item',
    document,
    itemKind: kind,
    title,
    key,
    keys: [key, longKey(record), sourceKey].filter(Boolean),
    texts: hasLeft ? [] : written([{ part: 'description', text: record.description }, ...own]),
    inBin: isOut || (record.dropped !== null && !hasLeft),
    isOver: false,
    hasLeft,
  }
}

const entryOfImpediment = (record: Impediment): SearchEntry => ({
  ...plain,
  id: record.id,
  kind: 'impediment',
  document: record.document,
  title: record.title,
  texts: written([
    { part: 'effect', text: record.effect },
    { part: 'nextStep', text: record.nextStep },
    { part: 'party', text: record.partyName },
    { part: 'helped', text: record.helped },
  ]),
  inBin: record.deleted !== null,
  isOver: isOver(record.state),
})

const entryOfSprint = (record: Sprint): SearchEntry => ({
  ...plain,
  id: record.id,
  kind: 'sprint',
  document: record.document,
  title: record.name,
  texts: written([{ part: 'goal', text: record.goal }]),
  inBin: record.deleted !== null,
  isOver: isPast(record.state),
})

/** A comment is known by how it begins. */
const longestTitle = 120

/** A part that was taken away alone: it lies in the bin beside its card. */
const entryOfPart = (record: RecordBase, owner: Item | undefined): SearchEntry | undefined => {
  if (record.deleted === null || !owner || owner.deleted !== null || owner.movedTo !== null) return undefined
  const kind = searchKinds.find(one => one === record.type)
  const [first] = written(textsOfPart(record))
  if (kind === undefined || !first) return undefined
  return {
    ...plain,
    id: record.id,
    kind,
    document: record.document,
    key: owner.key,
    title: oneLine(first.text).slice(0, longestTitle),
    texts: written(textsOfPart(record)),
    inBin: true,
  }
}

/**
 * What the search can find of a record. In: the record; of an item its parts, of a part its item. Out: undefined when there is nothing
 * to find: another type, or emptied after a month in the bin.
 */
export const searchEntry = (
  record: RecordBase,
  { parts = [], owner }: { readonly parts?: readonly RecordBase[]; readonly owner?: Item | undefined } = {},
): SearchEntry | undefined => {
  const entry = is(item, record)
    ? entryOfItem(record, parts)
    : is(impediment, record)
      ? entryOfImpediment(record)
      : is(sprint, record)
        ? entryOfSprint(record)
        : entryOfPart(record, owner)
  return entry?.title === '' && entry.texts.length === 0 ? undefined : entry
}
