import { discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import type { Spot } from '../kernel/placing.ts'
import { placeAmong, reorder } from '../kernel/ranked.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records } from '../kernel/view.ts'
import { person } from '../people/person.ts'
import { hasList, rerankCheck } from './add-checks.ts'
import { check, checksKey, longestCheck } from './check.ts'
import type { WorkRefusal } from './refusal.ts'
import { dayRefusal } from './value-rules.ts'

type Edited = Result<readonly Change[], WorkRefusal>
type OfCheck = { readonly check: string }

/** Ticks a check, with time and person, or takes the tick off; a tick that is there stays with who set it. */
export const tickCheck = defineCommand(
  'tickCheck',
  (view, { check: id, isDone }: OfCheck & { readonly isDone: boolean }, context): Edited => {
    const record = live(view, check, id)
    if (!record) return refuse({ because: 'checkIsGone' })
    if (isDone && record.done) return ok([])
    return ok(edit(check, record, { done: isDone ? [context.now, context.actor] : null }))
  },
)

/** Gives a check another text. Refuses an empty one and one over 1,000 characters. */
export const renameCheck = defineCommand(
  'renameCheck',
  (view, { check: id, title }: OfCheck & { readonly title: string }): Edited => {
    const record = live(view, check, id)
    if (!record) return refuse({ because: 'checkIsGone' })
    const refusal = lineRefusal(title, longestCheck)
    return refusal ? refuse(refusal) : ok(edit(check, record, { title: oneLine(title) }))
  },
)

export type MoveCheck = OfCheck & {
  readonly spot: Spot
  /** Another list of the same item; its own when left out. */
  readonly list?: string | undefined
}

/** Moves a check within its list or to another list of the same item. Refuses a list that is gone. */
export const moveCheck = defineCommand('moveCheck', (view, args: MoveCheck, context): Edited => {
  const record = live(view, check, args.check)
  if (!record || record.item === null) return refuse({ because: 'checkIsGone' })
  const list = args.list ?? record.list
  if (!hasList(view, record.item, list)) return refuse({ because: 'checklistIsGone' })
  const there = records(view, check, 'list', checksKey(record.item, list))
  if (list === record.list) return ok(reorder(there, record, args.spot, context.jitter, rerankCheck))
  const { ranks, changes } = placeAmong(there, { spot: args.spot, count: 1 }, context.jitter, rerankCheck)
  return ok([...edit(check, record, { list, rank: ranks[0] as Rank }), ...changes])
})

/** Deletes a check. */
export const deleteCheck = defineCommand('deleteCheck', (view, { check: id }: OfCheck, context): Edited => {
  const record = live(view, check, id)
  return record ? ok(discard(record, context)) : refuse({ because: 'checkIsGone' })
})

/** Sets the day by which a check is due, or takes it away (null). Refuses days that do not exist. */
export const scheduleCheck = defineCommand(
  'scheduleCheck',
  (view, { check: id, due }: OfCheck & { readonly due: string | null }): Edited => {
    const record = live(view, check, id)
    if (!record) return refuse({ because: 'checkIsGone' })
    const refusal = dayRefusal(due)
    return refusal ? refuse(refusal) : ok(edit(check, record, { due }))
  },
)

/** Gives a check to a person, or to nobody (null). Refuses a person who is gone. */
export const assignCheck = defineCommand(
  'assignCheck',
  (view, { check: id, person: personId }: OfCheck & { readonly person: string | null }): Edited => {
    const record = live(view, check, id)
    if (!record) return refuse({ because: 'checkIsGone' })
    if (personId !== null && !live(view, person, personId)) return refuse({ because: 'personIsGone' })
    return ok(edit(check, record, { person: personId }))
  },
)
