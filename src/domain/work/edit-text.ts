import { edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { item, longestTitle } from './item.ts'
import type { WorkRefusal } from './refusal.ts'
import { descriptionRefusal } from './value-rules.ts'

/** Gives an item another title; its human key stays. Refuses an empty title and one over 500 characters. */
export const renameItem = defineCommand(
  'renameItem',
  (
    view,
    { item: id, title }: { readonly item: string; readonly title: string },
  ): Result<readonly Change[], WorkRefusal> => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    const refusal = lineRefusal(title, longestTitle)
    return refusal ? refuse(refusal) : ok(edit(item, record, { title: oneLine(title) }))
  },
)

/** Writes an item's description (Markdown). Refuses more than 32 KiB of UTF-8. */
export const describeItem = defineCommand(
  'describeItem',
  (
    view,
    { item: id, description }: { readonly item: string; readonly description: string },
  ): Result<readonly Change[], WorkRefusal> => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    const refusal = descriptionRefusal(description)
    return refusal ? refuse(refusal) : ok(edit(item, record, { description }))
  },
)
