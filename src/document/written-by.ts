import * as Y from 'yjs'
import type { Json } from '../domain/kernel/json.ts'
import type { RecordDocument } from './record-document.ts'
import { plainJson } from './raw-record.ts'

/** A cell that an update has written, with the value it wrote: stamped where it was edited, long text as it reads afterwards. */
export type WrittenCell = Readonly<{ type: string; id: string; cell: string; value: Json }>

/**
 * The cells each of some updates would write, whether or not its values would stand there: another edit may win. In: a document, which stays as
 * it is, and updates in their order. Each cell once for an update, its last value; what waits for something that is not here is left out.
 */
export const cellsWrittenBy = (
  base: Pick<RecordDocument, 'encode'>,
  updates: readonly Uint8Array[],
): readonly (readonly WrittenCell[])[] => {
  // What is overwritten is kept: it is what somebody wrote.
  const scratch = new Y.Doc({ gc: false })
  Y.applyUpdate(scratch, base.encode())
  const written = updates.map(update => {
    Y.applyUpdate(scratch, update)
    return cellsOf(scratch, update)
  })
  scratch.destroy()
  return written
}

const cellsOf = (document: Y.Doc, update: Uint8Array): readonly WrittenCell[] => {
  const cells = new Map<string, WrittenCell>()
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const written = id.clock < Y.getState(document.store, id.client) ? cellAt(document, id, length) : undefined
    if (written) cells.set(`${written.type}/${written.id}/${written.cell}`, written)
  }
  return [...cells.values()]
}

const cellAt = ({ store }: Y.Doc, { client, clock }: Y.ID, length: number): WrittenCell | undefined => {
  const struct = Y.getItem(store, Y.createID(client, clock)) as Y.Item | Y.GC
  if (!(struct instanceof Y.Item)) return undefined
  const path = pathOf(struct)
  const [record, cell] = [path.at(-1), path.at(-2)]
  // A record's own map is the record, not a cell of it.
  if (!record || !cell || record.parentSub === null || cell.parentSub === null) return undefined
  const value = valueOf(cell, cell === struct ? clock + length - 1 - struct.id.clock : 0)
  const type = record.parent instanceof Y.AbstractType ? Y.findRootTypeKey(record.parent as never) : undefined
  if (value === undefined || type === undefined) return undefined
  return { type, id: record.parentSub, cell: cell.parentSub, value }
}

/** From the item itself up to the one in a root map. */
const pathOf = (item: Y.Item): readonly Y.Item[] => {
  const path = [item]
  for (let at = item; at.parent instanceof Y.AbstractType && at.parent._item; at = at.parent._item)
    path.push(at.parent._item)
  return path
}

/** Yjs joins neighbours: `at` is the place of the value among them. */
const valueOf = ({ content }: Y.Item, at: number): Json | undefined => {
  if (content instanceof Y.ContentType) return content.type instanceof Y.Text ? content.type.toString() : undefined
  return plainJson(content.getContent()[at])
}
