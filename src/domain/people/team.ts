import { choiceCell, flagCell, lineCell, numberCell } from '../kernel/cell.ts'
import { defineRecord, teamDocument, type DocumentName, type RecordOf } from '../kernel/record.ts'

export const methods = ['kanban', 'scrum'] as const
export type Method = (typeof methods)[number]

/** A team: its name and way of working. Its columns, items, sprints and impediments lie in the team's own document. */
export const team = defineRecord({
  type: 'team',
  document: 'workspace',
  cells: {
    name: lineCell(120),
    /** Two to six capital letters in front of every card's key. */
    prefix: lineCell(6),
    method: choiceCell(methods, 'kanban'),
    /** Length of a sprint in days; 14 when nobody has said otherwise. */
    sprintDays: numberCell(1),
    /** Bounds for the number of developers; 3 and 9 when nobody has said otherwise. They warn, they never refuse. */
    leastDevelopers: numberCell(0),
    mostDevelopers: numberCell(0),
    /** The team does not want to be told about missing or doubled roles. */
    rolesUnchecked: flagCell(),
    edition: numberCell(1),
  },
  indexes: {
    all: { key: () => 'all', order: record => record.name.toLocaleLowerCase('de') },
    bin: { of: 'deleted', key: () => 'all' },
  },
})
export type Team = RecordOf<typeof team>

/** The document in which a team's columns, items, sprints and impediments lie, in its present edition. */
export const documentOfTeam = (record: Team): DocumentName => teamDocument(record.id, record.edition ?? 1)

/** How many developers a team wants to have: three to nine unless it has said otherwise. */
export const developerBounds = (
  settings: Partial<Pick<Team, 'leastDevelopers' | 'mostDevelopers'>>,
): { readonly least: number; readonly most: number } => ({
  least: settings.leastDevelopers ?? 3,
  most: settings.mostDevelopers ?? 9,
})
