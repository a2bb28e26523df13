import { create, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal } from '../kernel/line.ts'
import type { Rank } from '../kernel/rank.ts'
import { placeAmong } from '../kernel/ranked.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { check, checksKey, criteria, longestCheck, type Check } from './check.ts'
import { checklist } from './checklist.ts'
import { item } from './item.ts'
import { mostLines, pastedLines } from './pasted-lines.ts'
import type { WorkRefusal } from './refusal.ts'

/** Gives a check another rank in its list; nothing else of it is touched. */
export const rerankCheck = (record: Check, rank: Rank): readonly Change[] => edit(check, record, { rank })

/** Whether an item has this list: its acceptance criteria, or a checklist of its own. */
export const hasList = (view: View, itemId: string, list: string): boolean =>
  list === criteria || live(view, checklist, list)?.item === itemId

export type AddChecks = {
  readonly item: string
  /** `criteria`, or a checklist's id. */
  readonly list: string
  /** What was typed or pasted: one check per line. */
  readonly text: string
}

/**
 * Adds checks to the acceptance criteria or a checklist of an item, one per line, at the end; what was ticked in the paste is
 * ticked. Refuses a paste without lines, with more than 500, and lines over 1,000 characters.
 */
export const addChecks = defineCommand(
  'addChecks',
  (view, args: AddChecks, context): Result<readonly Change[], WorkRefusal> => {
    const owner = live(view, item, args.item)
    if (!owner) return refuse({ because: 'itemIsGone' })
    if (!hasList(view, owner.id, args.list)) return refuse({ because: 'checklistIsGone' })
    const lines = pastedLines(args.text)
    if (lines.length === 0) return refuse({ because: 'linesAreMissing' })
    if (lines.length > mostLines) return refuse({ because: 'linesAreTooMany', most: mostLines, count: lines.length })
    const refusal = lines.map(({ text }) => lineRefusal(text, longestCheck)).find(found => found !== undefined)
    if (refusal) return refuse(refusal)
    const others = records(view, check, 'list', checksKey(owner.id, args.list))
    const at = { spot: 'bottom', count: lines.length } as const
    const { ranks, changes } = placeAmong(others, at, context.jitter, rerankCheck)
    const made = lines.flatMap(({ text, isTicked }, index) => {
      const done = isTicked ? ([context.now, context.actor] as const) : null
      const values = { item: owner.id, list: args.list, title: text, rank: ranks[index] as Rank, done }
      return create(check, { document: owner.document, id: context.newId() }, values, context)
    })
    return ok([...made, ...changes])
  },
)
