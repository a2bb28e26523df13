import * as Y from 'yjs'
import { editedCell } from './record-document.ts'

/** A cell of a record as it lies in its document: `title`, `p:<person>`, `at:<stamp>:<random>`. */
export type HeldCell = Readonly<{ type: string; id: string; cell: string }>

/**
 * What an update has written that still holds: nobody has written over it since. In: the document, into which the update was merged, and
 * the update. Out: cells, each as often as it was written in pieces; a long text counts as held as long as one sign of it is.
 */
export const heldCells = (document: Y.Doc, update: Uint8Array): readonly HeldCell[] => {
  const cells: HeldCell[] = []
  for (const item of liveItems(document, update)) {
    const cell = cellOf(item)
    if (cell) cells.push(cell)
  }
  return cells
}

function* liveItems({ store }: Y.Doc, update: Uint8Array): Iterable<Y.Item> {
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue
    const { client, clock } = struct.id
    const end = Math.min(clock + struct.length, Y.getState(store, client))
    for (let at = clock; at < end;) {
      const here = Y.getItem(store, Y.createID(client, at)) as Y.Item | Y.GC
      if (here instanceof Y.Item && !here.deleted) yield here
      at = here.id.clock + here.length
    }
  }
}

/** The cell an item stands in, however deep; undefined for the record itself, whose facts are a cell of their own. */
const cellOf = (item: Y.Item): HeldCell | undefined => {
  let [cell, record]: (Y.Item | undefined)[] = [undefined, item]
  while (record?.parent instanceof Y.AbstractType && record.parent._item) {
    cell = record
    record = record.parent._item
  }
  if (!(record?.parent instanceof Y.AbstractType) || record.parentSub === null || !cell?.parentSub) return undefined
  const of = { type: Y.findRootTypeKey(record.parent as never), id: record.parentSub }
  return { ...of, cell: cell.parentSub === editedCell ? editedText(cell) : cell.parentSub }
}

/** `ed` says which long text was edited: also one from which something was only taken away. */
const editedText = (item: Y.Item): string => {
  const value: unknown = item.content.getContent()[0]
  return Array.isArray(value) ? String(value[0]) : editedCell
}
