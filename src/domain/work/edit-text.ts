import { edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { rebaseText } from '../kernel/rebase-text.ts'
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

export type DescribeItem = {
  readonly item: string
  readonly description: string
  /** What stood there when the person began to write; what others have changed since then stays. */
  readonly base?: string | undefined
}

/** Writes an item's description (Markdown). Refuses more than 32 KiB of UTF-8. */
export const describeItem = defineCommand(
  'describeItem',
  (view, { item: id, description, base }: DescribeItem): Result<readonly Change[], WorkRefusal> => {
    const record = live(view, item, id)
    if (!record) return refuse({ because: 'itemIsGone' })
    const text = base === undefined ? description : rebaseText(base, description, record.description)
    const refusal = descriptionRefusal(text)
    return refusal ? refuse(refusal) : ok(edit(item, record, { description: text }))
  },
)
