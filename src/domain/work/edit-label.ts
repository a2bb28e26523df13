import { create, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
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

/** Makes a label for the whole workspace. Refuses an empty name, one over 80 characters, and one that exists. */
export const createLabel = defineCommand(
  'createLabel',
  (view, { name, hue }: { readonly name: string; readonly hue: Hue }, context): Edited => {
    const refusal = nameRefusal(view, name)
    if (refusal) return refuse(refusal)
    const at = { document: workspaceDocument, id: context.newId() }
    return ok(create(label, at, { name: oneLine(name), hue }, context))
  },
)

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
