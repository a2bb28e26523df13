import {
  choiceCell,
  dayCell,
  flagCell,
  lineCell,
  linkCell,
  logCell,
  numberCell,
  setCell,
  textCell,
  valueCell,
} from '../kernel/cell.ts'
import type { Json } from '../kernel/json.ts'
import { isRank, type Rank } from '../kernel/rank.ts'
import { defineRecord, type Deletion, type RecordOf } from '../kernel/record.ts'
import { timeOrder } from '../kernel/time-order.ts'

export const kinds = ['epic', 'story', 'task', 'bug', 'spike'] as const
export type Kind = (typeof kinds)[number]

export const priorities = ['lowest', 'low', 'medium', 'high', 'highest'] as const
export type Priority = (typeof priorities)[number]

/** Where an item stands: a column's id or the backlog, and its rank there. One cell, so two moves can never tear it apart. */
export type Position = readonly [place: string, rank: Rank]

/** The place of items that are on no board yet. */
export const backlog = 'backlog'

/** Items without a readable position are shown in the first column, never hidden. */
export const nowhere: Position = ['', 'a0']

const parsePosition = (raw: Json): Position | undefined =>
  Array.isArray(raw) && typeof raw[0] === 'string' && isRank(raw[1]) ? [raw[0], raw[1]] : undefined

const parseDropped = (raw: Json): Deletion | null | undefined => {
  if (raw === null) return null
  return Array.isArray(raw) && typeof raw[0] === 'number' && typeof raw[1] === 'string' ? [raw[0], raw[1]] : undefined
}

/** An item in another team. */
export type Elsewhere = readonly [team: string, item: string]

const parseElsewhere = (raw: Json): Elsewhere | undefined =>
  Array.isArray(raw) && typeof raw[0] === 'string' && typeof raw[1] === 'string' ? [raw[0], raw[1]] : undefined

// What has gone to another team stands behind what is here.
const goneLast = ({ movedTo }: { readonly movedTo: Elsewhere | null }): string => (movedTo ? '1' : '0')

/** Key of the index `place`: one list per document, place and sprint. */
export const placeKey = (document: string, place: string, sprint: string | null): string =>
  `${document}|${place}|${sprint ?? ''}`

export const longestTitle = 500
/** 32 KiB of UTF-8. */
export const longestDescription = 32 * 1024

/** Key of the indexes `person`: what is one person's in one team's document. */
export const personKey = (document: string, person: string): string => `${document}|${person}`

/** A piece of work, from an epic to a bug. */
export const item = defineRecord({
  type: 'item',
  document: 'team',
  cells: {
    /** The human key, `DIG-7K3QX`; given at creation. */
    key: lineCell(40),
    kind: choiceCell(kinds, 'task'),
    title: lineCell(longestTitle),
    description: textCell(),
    position: valueCell<Position>(nowhere, parsePosition),
    estimate: numberCell(0),
    priority: choiceCell(priorities, 'medium'),
    due: dayCell(),
    sprint: linkCell(),
    /** The epic or story this is a part of. */
    parent: linkCell(),
    /** The item this was taken out of as a part of its own. */
    splitFrom: linkCell(),
    people: setCell('p'),
    labels: setCell('l'),
    /** Items that have to be done first. */
    blockedBy: setCell('b'),
    /** Closed without a result: decided against, with time and person. */
    dropped: valueCell<Deletion | null>(null, parseDropped),
    /** It went to another team and is carried on there; here it is `dropped` and only says where it went. */
    movedTo: valueCell<Elsewhere | null>(null, parseElsewhere),
    /** It came from another team. */
    movedFrom: valueCell<Elsewhere | null>(null, parseElsewhere),
    /** Its texts were overwritten after a month in the bin; nothing is left to bring back. */
    purged: flagCell(),
    /** Where an import found it, so that the next import recognises it; its key there stays searchable. */
    source: lineCell(200),
    sourceKey: lineCell(200),
    /**
     * `column` [column id, category], `sprint`, `estimate`, `blocked`/`unblocked` with the impediment's id, `movedTo`/`movedFrom`
     * [team id, item id], `restored` out of the bin, `takenBack` after it was dropped.
     */
    history: logCell('at'),
  },
  links: { sprint: 'sprint', parent: 'item', splitFrom: 'item' },
  indexes: {
    place: {
      key: record =>
        record.kind === 'epic' || record.dropped
          ? undefined
          : placeKey(record.document, record.position[0], record.sprint),
      order: record => record.position[1],
    },
    epics: {
      key: record => (record.kind === 'epic' && !record.dropped ? record.document : undefined),
      order: record => record.position[1],
    },
    sprint: { key: record => record.sprint ?? undefined, order: record => record.position[1] },
    /** Every sprint an item was ever part of: the burndown's scope line needs those that left. */
    everInSprint: {
      key: record => [
        ...new Set(
          [...record.history.filter(entry => entry.kind === 'sprint').map(entry => entry.value), record.sprint].filter(
            (id): id is string => typeof id === 'string',
          ),
        ),
      ],
    },
    // What went to another team is nobody's part here, and waits for nothing.
    parent: { key: record => (record.movedTo ? [] : (record.parent ?? [])), order: record => record.position[1] },
    splitFrom: { key: record => (record.movedTo ? [] : (record.splitFrom ?? [])), order: timeOrder },
    blocks: { key: record => (record.movedTo ? [] : record.blockedBy) },
    dropped: { key: record => (record.dropped && !record.movedTo ? record.document : undefined) },
    moved: { key: record => (record.movedTo ? record.document : undefined), order: timeOrder },
    arrived: { key: record => (record.movedFrom ? record.document : undefined), order: timeOrder },
    key: { key: record => record.key || undefined, order: goneLast },
    source: {
      key: record => (record.source ? `${record.document}|${record.source}` : undefined),
      order: goneLast,
    },
    person: { key: record => (record.dropped ? undefined : record.people.map(id => personKey(record.document, id))) },
    estimated: { key: record => (record.estimate === null ? undefined : record.document) },
    bin: {
      of: 'deleted',
      key: record => (record.purged ? undefined : record.document),
      // What was deleted last stands last: milliseconds have had 13 digits since 2001.
      order: record => String(record.deleted),
    },
  },
})
export type Item = RecordOf<typeof item>
