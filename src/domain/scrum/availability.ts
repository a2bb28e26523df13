import { linkCell, numberCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

/** How many days a person can give to a sprint. It is shown as the team's sum; no points per person exist anywhere. */
export const availability = defineRecord({
  type: 'availability',
  document: 'team',
  cells: { sprint: linkCell(), person: linkCell(), days: numberCell(0) },
  links: { sprint: 'sprint', person: 'person' },
  indexes: { sprint: { key: record => record.sprint ?? undefined } },
})
export type Availability = RecordOf<typeof availability>
