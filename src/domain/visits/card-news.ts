import { attachment } from '../attachments/attachment.ts'
import { link } from '../attachments/link.ts'
import { comment } from '../discussion/comment.ts'
import { sameValue, type Json } from '../kernel/json.ts'
import { readRecord } from '../kernel/read.ts'
import type { AnyDefinition, RecordBase } from '../kernel/record.ts'
import type { View } from '../kernel/view.ts'
import { check } from '../work/check.ts'
import { checklist } from '../work/checklist.ts'
import { item, type Item } from '../work/item.ts'
import { placeName, tellCell, type Told } from './told.ts'

/** What others have written in one record and still holds: by cell, who wrote it. */
export type WrittenRecord = Readonly<{ type: string; id: string; cells: ReadonlyMap<string, string> }>

/** What happened to the comments, points, links and files of a card. */
export const partKinds = [
  'commented',
  'commentEdited',
  'commentRemoved',
  'checkAdded',
  'checkEdited',
  'checkRemoved',
  'checkTicked',
  'checkOpened',
  'referenceAdded',
  'referenceEdited',
  'referenceRemoved',
] as const
export type PartKind = (typeof partKinds)[number]
/** `areMany`: more than one. How many one person did is no business of anybody. */
type PartTold = Readonly<{ kind: PartKind; areMany: boolean }>

/** One thing others have done to a card, and who: a person's id. */
export type News = (Told | PartTold) & Readonly<{ by: string }>
export type CardNews = Readonly<{ item: string; key: string; title: string; news: readonly News[] }>

/** Records as they were when I looked last, as they are now, and what others have written in between. */
export type Seen = Readonly<{
  before: Pick<View, 'get'>
  after: Pick<View, 'get'>
  written: readonly WrittenRecord[]
}>

type Fate = 'came' | 'went' | 'stayed' | 'gone'

/** What became of a record by others' hands. What I have made or deleted myself is no news, whatever they did to it beside. */
const fateOf = (from: RecordBase | undefined, to: RecordBase, { cells }: WrittenRecord): Fate => {
  const [was, is] = [from?.deleted === null, to.deleted === null]
  if (!is) return was && cells.has('deleted') ? 'went' : 'gone'
  return !was && cells.has(from ? 'deleted' : 'm') ? 'came' : 'stayed'
}

/** Who wrote a cell that others have written. */
const byOf = ({ cells }: WrittenRecord, cell: string): string => String(cells.get(cell))

const cellsOf = (record: RecordBase) => record as RecordBase & Readonly<Record<string, Json | undefined>>
const differ = (cell: string, from: RecordBase | undefined, to: RecordBase): boolean =>
  !from || !sameValue(cellsOf(from)[cell], cellsOf(to)[cell])

const newsOfItem = (record: WrittenRecord, to: Item, { before, after }: Seen): readonly News[] => {
  const from = before.get(item, record.id)
  const fate = fateOf(from, to, record)
  if (fate === 'went') return [{ kind: 'deleted', by: byOf(record, 'deleted') }]
  if (fate === 'gone') return []
  if (fate === 'came')
    return from
      ? [{ kind: 'restored', by: byOf(record, 'deleted') }]
      : [{ kind: 'new', to: placeName(after, to), by: byOf(record, 'm') }]
  // Of what I have made since, they have changed what was never seen here.
  const base = from ?? (readRecord(item, to, new Map()) as Item)
  return [...record.cells].flatMap(([cell, by]) => {
    if (Object.hasOwn(item.cells, cell) && !differ(cell, base, to)) return []
    const told = tellCell(cell, base, to, after)
    return told ? [{ ...told, by }] : []
  })
}

type Part = RecordBase & Readonly<{ item: string | null; done?: Json }>
type PartTelling = Readonly<{
  definition: AnyDefinition
  came: PartKind
  went: PartKind
  edited: PartKind
  /** Cells whose change is worth a word. */
  cells: readonly string[]
}>

const checkKinds = { came: 'checkAdded', went: 'checkRemoved', edited: 'checkEdited' } as const
const referenceKinds = { came: 'referenceAdded', went: 'referenceRemoved', edited: 'referenceEdited' } as const

const parts: Readonly<Record<string, PartTelling>> = {
  comment: {
    definition: comment,
    came: 'commented',
    went: 'commentRemoved',
    edited: 'commentEdited',
    cells: ['text'],
  },
  check: { definition: check, ...checkKinds, cells: ['done', 'title', 'due', 'person'] },
  checklist: { definition: checklist, ...checkKinds, cells: ['title'] },
  link: { definition: link, ...referenceKinds, cells: ['address', 'name'] },
  attachment: { definition: attachment, ...referenceKinds, cells: ['name'] },
}

const changedPart = (telling: PartTelling, from: Part | undefined, to: Part, record: WrittenRecord) => {
  const cell = telling.cells.find(name => record.cells.has(name) && differ(name, from, to))
  if (cell === undefined) return undefined
  const ticked = to.done === null ? 'checkOpened' : 'checkTicked'
  return { kind: cell === 'done' ? ticked : telling.edited, by: byOf(record, cell) }
}

type OfPart = Readonly<{ item: string; kind: PartKind; by: string }>
type ByItem<Value> = ReadonlyMap<string, Value>

const newsOfPart = (record: WrittenRecord, { before, after }: Seen): OfPart | undefined => {
  const telling = parts[record.type]
  if (!telling) return undefined
  const to = after.get(telling.definition, record.id) as Part | undefined
  if (!to?.item) return undefined
  const from = before.get(telling.definition, record.id) as Part | undefined
  const fate = fateOf(from, to, record)
  const told = {
    came: () => ({ kind: telling.came, by: byOf(record, from ? 'deleted' : 'm') }),
    went: () => ({ kind: telling.went, by: byOf(record, 'deleted') }),
    gone: () => undefined,
    stayed: () => changedPart(telling, from, to, record),
  }[fate]()
  return told && { item: to.item, ...told }
}

/** What one person did to several parts in the same way is one line. */
const together = (news: readonly OfPart[]): readonly News[] => {
  const lines = new Map<string, PartTold & Readonly<{ by: string }>>()
  for (const { kind, by } of news) lines.set(`${kind}/${by}`, { kind, by, areMany: lines.has(`${kind}/${by}`) })
  return [...lines.values()]
}

/** A card that came or went says it all: what was done to it beside is no news of its own. */
const isWhole = ([first]: readonly News[]): boolean =>
  first?.kind === 'new' || first?.kind === 'deleted' || first?.kind === 'restored'

/** Cards and what was written in each, in itself or in its parts. */
const byItem = (seen: Seen): Readonly<{ own: ByItem<WrittenRecord>; ofParts: ByItem<readonly OfPart[]> }> => {
  const own = new Map<string, WrittenRecord>()
  const ofParts = new Map<string, OfPart[]>()
  for (const record of seen.written) {
    if (record.type === item.type) own.set(record.id, record)
    const part = newsOfPart(record, seen)
    if (part) ofParts.set(part.item, [...(ofParts.get(part.item) ?? []), part])
  }
  return { own, ofParts }
}

/**
 * What others have done to cards since I looked last: card by card, the one changed last first. Told from what was to what is, so what
 * was undone in between is no news, nor is what I have written over since. In: see `Seen`; no clock has a say in what is new.
 */
export const cardNews = (seen: Seen): readonly CardNews[] => {
  const { own, ofParts } = byItem(seen)
  // By id first, so that cards of one moment stand in the same order on every device.
  const cards = [...new Set([...own.keys(), ...ofParts.keys()])].sort().flatMap(id => {
    const [to, record] = [seen.after.get(item, id), own.get(id)]
    if (!to) return []
    const news = record ? newsOfItem(record, to, seen) : []
    const isThere = to.deleted === null && !isWhole(news)
    const all = [...news, ...(isThere ? together(ofParts.get(id) ?? []) : [])]
    return all.length === 0 ? [] : [{ changedAt: to.changedAt, item: id, key: to.key, title: to.title, news: all }]
  })
  return cards
    .toSorted((one, other) => other.changedAt - one.changedAt)
    .map(({ item: id, key, title, news }) => ({ item: id, key, title, news }))
}
