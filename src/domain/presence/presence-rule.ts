import { flagCell } from '../kernel/cell.ts'
import { create, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { defineRecord, workspaceDocument } from '../kernel/record.ts'
import { ok, type Result } from '../kernel/result.ts'
import { records, type View } from '../kernel/view.ts'

/** Whether people in this workspace are shown to each other while they look at the same board. Shown unless somebody has said no. */
export const presenceRule = defineRecord({
  type: 'presenceRule',
  document: 'workspace',
  cells: { isOff: flagCell() },
  indexes: { all: { key: () => 'all' } },
})

/** Of several rules that were begun apart the strictest holds until somebody decides anew. */
export const isPresenceOff = (view: View): boolean => records(view, presenceRule, 'all', 'all').some(rule => rule.isOff)

export type AllowPresence = { readonly isAllowed: boolean }

/** Allows for the whole workspace that it is shown who looks where right now, or ends it. */
export const allowPresence = defineCommand(
  'allowPresence',
  (view, { isAllowed }: AllowPresence, context): Result<readonly Change[], never> => {
    const known = records(view, presenceRule, 'all', 'all')
    const at = { document: workspaceDocument, id: context.newId() }
    return ok(
      known.length === 0
        ? create(presenceRule, at, { isOff: !isAllowed }, context)
        : known.flatMap(rule => edit(presenceRule, rule, { isOff: !isAllowed })),
    )
  },
)
