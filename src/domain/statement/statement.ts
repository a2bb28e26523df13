import { dayCell, lineCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'
import { timeOrder } from '../kernel/time-order.ts'

/** In characters. */
export const longestStatementLine = 500
export const longestBarriers = 8000

/**
 * What a body says of the accessibility of the Lotse it provides. It is a form: nothing in it is claimed by the app. Everybody in the
 * workspace reads the same one, on every device.
 */
export const statement = defineRecord({
  type: 'statement',
  document: 'workspace',
  cells: {
    /** The body that provides Lotse and answers for it. */
    body: lineCell(longestStatementLine),
    /** How barriers can be told to it. */
    contact: lineCell(longestStatementLine),
    /** The arbitration body of its state. */
    arbitration: lineCell(longestStatementLine),
    checkedOn: dayCell(),
    /** How it was checked: by itself, by a test, by whom. */
    method: lineCell(longestStatementLine),
    /** Known barriers with their reasons; paragraphs and lists as in other long texts. */
    barriers: lineCell(longestBarriers),
  },
  indexes: { all: { key: () => 'all', order: timeOrder } },
})
export type Statement = RecordOf<typeof statement>
