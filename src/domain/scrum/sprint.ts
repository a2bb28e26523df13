import { choiceCell, dayCell, instantCell, lineCell, logCell, numberCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const sprintStates = ['planned', 'running', 'review', 'closed', 'cancelled'] as const
export type SprintState = (typeof sprintStates)[number]

export const goalOutcomes = ['open', 'reached', 'partly', 'missed'] as const
export type GoalOutcome = (typeof goalOutcomes)[number]

export const longestSprintName = 80
export const longestGoal = 500

/** Key of the index `state`: one list per document and state. */
export const sprintKey = (document: string, state: SprintState): string => `${document}|${state}`

/** A sprint: planned → running → review → closed, or cancelled. */
export const sprint = defineRecord({
  type: 'sprint',
  document: 'team',
  cells: {
    name: lineCell(longestSprintName),
    goal: lineCell(longestGoal),
    state: choiceCell(sprintStates, 'planned'),
    /** First and last day, both included. */
    start: dayCell(),
    end: dayCell(),
    startedAt: instantCell(),
    closedAt: instantCell(),
    goalOutcome: choiceCell(goalOutcomes, 'open'),
    /** What was in it, fixed at the start, and what was done, fixed at the close: later edits do not rewrite the past. */
    plannedPoints: numberCell(),
    plannedItems: numberCell(),
    donePoints: numberCell(),
    doneItems: numberCell(),
    /** Changes of state, with their time and person. */
    history: logCell('at'),
  },
  indexes: {
    document: { key: record => record.document, order: record => `${record.start ?? '9'}|${record.createdAt}` },
    state: {
      key: record => sprintKey(record.document, record.state),
      order: record => `${record.start ?? '9'}|${record.createdAt}`,
    },
    bin: { of: 'deleted', key: record => record.document },
  },
})
export type Sprint = RecordOf<typeof sprint>
