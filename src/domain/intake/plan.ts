import type { Category } from '../kanban/column.ts'
import type { Day } from '../kernel/day.ts'
import type { Kind, Priority } from '../work/item.ts'
import type { Hue } from '../work/label.ts'

/**
 * What a file wants to bring, in Lotse's terms and before anything is written. Things name each other by `source`, the id they
 * have where they come from; the same file gives the same sources again, so the next import recognises what it brought.
 */
export type ImportPlan = Readonly<{
  /** What the source calls itself: the board's name, or the file's. */
  name: string
  kind: 'trello' | 'jira' | 'table'
  columns: readonly PlanColumn[]
  people: readonly PlanPerson[]
  labels: readonly PlanLabel[]
  items: readonly PlanItem[]
  findings: readonly Finding[]
  losses: readonly Loss[]
}>

export type PlanColumn = Readonly<{
  source: string
  name: string
  /** The list is put away where it comes from, though cards may still lie in it. */
  isArchived: boolean
  /** What its cards are, where the source says so. */
  category?: Category
}>
export type PlanPerson = Readonly<{ source: string; name: string }>
/** A label without a name is called by its colour; the caller knows the word. */
export type PlanLabel = Readonly<{ source: string; name: string; hue: Hue }>

export type PlanCheck = Readonly<{ title: string; isDone: boolean; due: Day | null; person: string | null }>
export type PlanChecklist = Readonly<{ title: string; checks: readonly PlanCheck[] }>

/** Something said about an item elsewhere: the author's name as text, the date it has there, and a source of its own. */
export type PlanComment = Readonly<{
  source: string
  author: string
  /** At most 32 KiB of UTF-8. */
  text: string
  /** Milliseconds UTC; null: not known. */
  createdAt: number | null
}>

/** Something that lies elsewhere: a page, an uploaded file, a path. */
export type PlanLink = Readonly<{ source: string; address: string; name: string }>

/** Whether figures may use an item's dates: both are there and in order, one is missing, or it was finished before it began. */
export type DateTrust = 'known' | 'unknown' | 'contradictory'

export type PlanItem = Readonly<{
  source: string
  /** The key people know it by where it comes from; stays searchable. */
  sourceKey: string
  /** Its line in the file, or its place in the list, from 1. */
  row: number
  kind: Kind
  title: string
  description: string
  estimate: number | null
  priority: Priority
  due: Day | null
  /** The source of its column; null: the backlog. */
  column: string | null
  people: readonly string[]
  labels: readonly string[]
  parent: string | null
  /** The sources of items that have to be done first. */
  blockedBy: readonly string[]
  criteria: readonly PlanCheck[]
  checklists: readonly PlanChecklist[]
  comments: readonly PlanComment[]
  links: readonly PlanLink[]
  /** Milliseconds UTC; null: not known. */
  createdAt: number | null
  /** When it came to where it stands, milliseconds UTC; null: not known. */
  arrivedAt: number | null
  dates: DateTrust
  isArchived: boolean
}>

/** The pseudo column of rows that are finished, in a table that has no column for the state. */
export const finishedColumn = 'finished'

export const findingKinds = [
  'finishedBeforeCreated',
  'dateUnreadable',
  'numberUnreadable',
  'valueUnknown',
  'titleMissing',
  'entryUnreadable',
  'titleCut',
  'textCut',
  'rowTooWide',
  'rowTooNarrow',
  'keyRepeated',
  'parentUnknown',
  'parentUnfit',
  'becameStory',
  'blockerUnknown',
  'blockerUnfit',
  'listCut',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Something in one row that a person should look at. The row comes in all the same, unless it has no title. */
export type Finding = Readonly<{ finding: FindingKind; row: number; field: string; value: string }>

export const lossKinds = [
  'comments',
  'attachments',
  'customField',
  'activity',
  'activityCapped',
  'votes',
  'startDate',
  'dueDone',
  'cover',
  'location',
  'powerUps',
  'formerMembers',
  'tableColumn',
] as const
export type LossKind = (typeof lossKinds)[number]

/** Something that has no place in Lotse, with how often it occurs and a few examples. `name` tells fields of one kind apart. */
export type Loss = Readonly<{ loss: LossKind; name: string; count: number; examples: readonly string[] }>
