import { choiceCell, linkCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const roles = ['productOwner', 'scrumMaster', 'developer', 'guest'] as const
export type Role = (typeof roles)[number]

/** A person's role in a team. Roles are data and never permissions; one person may hold several. */
export const teamRole = defineRecord({
  type: 'teamRole',
  document: 'workspace',
  cells: { team: linkCell(), person: linkCell(), role: choiceCell(roles, 'developer') },
  links: { team: 'team', person: 'person' },
  indexes: {
    team: { key: record => record.team ?? '' },
    person: { key: record => record.person ?? '' },
  },
})
export type TeamRole = RecordOf<typeof teamRole>
