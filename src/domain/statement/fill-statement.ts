import { create, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { isDay } from '../kernel/day.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { records, type View } from '../kernel/view.ts'
import type { StatementRefusal } from './refusal.ts'
import { longestBarriers, longestStatementLine, statement, type Statement } from './statement.ts'

/** What is left out stays as it is; the empty text takes away what was there. */
export type FillStatement = {
  readonly body?: string
  readonly contact?: string
  readonly arbitration?: string
  readonly checkedOn?: string | null
  readonly method?: string
  readonly barriers?: string
}

/** The statement of the workspace; of two that were begun apart, the older one. */
export const statementOf = (view: View): Statement | undefined => records(view, statement, 'all', 'all')[0]

const refusalOf = ({ checkedOn = null, barriers = '', ...lines }: FillStatement): StatementRefusal | undefined => {
  if (checkedOn !== null && !isDay(checkedOn)) return { because: 'dayIsUnfit' }
  if (barriers.trim().length > longestBarriers) return { because: 'textIsTooLong', longest: longestBarriers }
  return Object.values(lines).some(text => text.trim().length > longestStatementLine)
    ? { because: 'textIsTooLong', longest: longestStatementLine }
    : undefined
}

/** Fills in fields of the accessibility statement, which begins with the first of them. Refuses a text that is too long and a day that does not exist. */
export const fillStatement = defineCommand(
  'fillStatement',
  (view, fields: FillStatement, context): Result<readonly Change[], StatementRefusal> => {
    const refusal = refusalOf(fields)
    if (refusal) return refuse(refusal)
    const values = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
    )
    const known = statementOf(view)
    return ok(
      known
        ? edit(statement, known, values)
        : create(statement, { document: workspaceDocument, id: context.newId() }, values, context),
    )
  },
)
