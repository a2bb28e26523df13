import { create, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { editEach } from './edit-values.ts'
import { item } from './item.ts'
import { label, longestLabel, type Hue } from './label.ts'
import type { WorkRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], WorkRefusal>

/** A label's name is its own, however it is cased. */
const nameRefusal = (view: View, name: string, own?: string): WorkRefusal | undefined => {
  const wanted = oneLine(name).toLocaleLowerCase('de')
  const other = records(view, label, 'all', 'all').find(
    record => record.id !== own && record.name.toLocaleLowerCase('de') === wanted,
  )
  return lineRefusal(name, longestLabel) ?? (other ? { because: 'labelExists', label: other.id } : undefined)
}

export type CreateLabel = {
  readonly name: string
  readonly hue: Hue
  /** Items that carry it from the beginning. */
  readonly items?: readonly string[]
}

/**
 * Makes a label for the whole workspace, and puts it on items where some are named. Refuses an empty name, one over 80 characters, one
 * that exists, and items of which none is left.
 */
export const createLabel = defineCommand('createLabel', (view, { name, hue, items }: CreateLabel, context): Edited => {
  const refusal = nameRefusal(view, name)
  if (refusal) return refuse(refusal)
  const id = context.newId()
  const made = create(label, { document: workspaceDocument, id }, { name: oneLine(name), hue }, context)
  if (items === undefined) return ok(made)
  const put = editEach(view, items, record => edit(item, record, { labels: [...record.labels, id] }))
  return put.ok ? ok([...made, ...put.value]) : put
})

/** Gives a label another name or colour; what is left out stays. Refuses as `createLabel` does. */
export const editLabel = defineCommand(
  'editLabel',
  (view, { label: id, name, hue }: { readonly label: string; readonly name?: string; readonly hue?: Hue }): Edited => {
    const record = live(view, label, id)
    if (!record) return refuse({ because: 'labelIsGone' })
    const kept = { name: oneLine(name ?? record.name), hue: hue ?? record.hue }
    const refusal = nameRefusal(view, kept.name, id)
    return refusal ? refuse(refusal) : ok(edit(label, record, kept))
  },
)

/** Deletes a label. Items are not touched; they show labels that are there. */
export const deleteLabel = defineCommand(
  'deleteLabel',
  (view, { label: id }: { readonly label: string }, context): Edited => {
    const record = live(view, label, id)
    return record ? ok(discard(record, context)) : refuse({ because: 'labelIsGone' })
  },
)
