import { create, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine, type LineRefusal } from '../kernel/line.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { records, type View } from '../kernel/view.ts'
import { device, longestLabel } from './device.ts'

/** What a device is called; undefined where nobody has named it. In: its id in hexadecimal. */
export const labelOfDevice = (view: View, id: string): string | undefined =>
  records(view, device, 'device', id)[0]?.label

/** Calls a device by a name, or by another one. Refuses an empty name and one over 60 characters. */
export const nameDevice = defineCommand(
  'nameDevice',
  (
    view,
    { device: id, label }: { readonly device: string; readonly label: string },
    context,
  ): Result<readonly Change[], LineRefusal> => {
    const refusal = lineRefusal(label, longestLabel)
    if (refusal) return refuse(refusal)
    const [known] = records(view, device, 'device', id)
    const next = oneLine(label)
    if (known) return ok(known.label === next ? [] : edit(device, known, { label: next }))
    const place = { document: workspaceDocument, id: context.newId() }
    return ok(create(device, place, { device: id, label: next }, context))
  },
)
