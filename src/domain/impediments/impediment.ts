import { choiceCell, dayCell, instantCell, lineCell, linkCell, logCell, numberCell, setCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const impedimentStates = [
  'reported',
  'accepted',
  'inProgress',
  'escalated',
  'decided',
  'resolved',
  'tolerated',
] as const
export type ImpedimentState = (typeof impedimentStates)[number]

export const severities = ['low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

/** Whose turn it is. */
export const parties = ['team', 'pmo', 'management', 'office', 'provider', 'politics'] as const
export type Party = (typeof parties)[number]

/** Whether nobody has to act any more: resolved, or tolerated for good. */
export const isOver = (state: ImpedimentState): boolean => state === 'resolved' || state === 'tolerated'

/** In characters. */
export const longest = { title: 500, effect: 2000, partyName: 120, nextStep: 500, helped: 500 } as const

/** Something that holds the team up. */
export const impediment = defineRecord({
  type: 'impediment',
  document: 'team',
  cells: {
    title: lineCell(longest.title),
    effect: lineCell(longest.effect),
    state: choiceCell(impedimentStates, 'reported'),
    severity: choiceCell(severities, 'medium'),
    party: choiceCell(parties, 'team'),
    /** The name behind the party: which office, which provider. */
    partyName: lineCell(longest.partyName),
    /** The person who looks after it. */
    owner: linkCell(),
    /** 0 the team, then one step of the ladder each. */
    level: numberCell(0),
    nextStep: lineCell(longest.nextStep),
    dueAt: dayCell(),
    escalateAt: dayCell(),
    /** What helped, in one line; written on the cards when it is resolved. */
    helped: lineCell(longest.helped),
    overAt: instantCell(),
    items: setCell('i'),
    /** `state` with the new state, and beside it `level` and `reason` where a move brought them. */
    history: logCell('at'),
  },
  links: { owner: 'person' },
  indexes: {
    open: {
      key: record => (isOver(record.state) ? undefined : record.document),
      order: record => String(record.createdAt),
    },
    over: {
      key: record => (isOver(record.state) ? record.document : undefined),
      order: record => String(record.createdAt),
    },
    item: { key: record => record.items },
    bin: { of: 'deleted', key: record => record.document },
  },
})
export type Impediment = RecordOf<typeof impediment>
