import * as Y from 'yjs'
import type { Touched } from './record-document.ts'

type Recorded = Y.Item | Y.GC

/**
 * The records that updates have changed, all of them merged already. In: the document and the updates. Out: each record once; undefined
 * when one changed something that Yjs has cleared away since, so that nobody can say where it stood.
 */
export const touchedBy = (document: Y.Doc, updates: readonly Uint8Array[]): readonly Touched[] | undefined => {
  const touched = new Map<string, Touched>()
  for (const update of updates)
    for (const struct of structsOf(document, update)) {
      const record = struct && recordOf(struct)
      if (!record) return undefined
      touched.set(`${record.type}/${record.id}`, record)
    }
  return [...touched.values()]
}

/** What an update has inserted and deleted, as it stands in the document now; undefined: it still waits for what came before it. */
function* structsOf({ store }: Y.Doc, update: Uint8Array): Iterable<Recorded | undefined> {
  const known = (client: number, clock: number) =>
    clock < Y.getState(store, client) ? (Y.getItem(store, Y.createID(client, clock)) as Recorded) : undefined
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) if (!(struct instanceof Y.Skip)) yield known(struct.id.client, struct.id.clock)
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len;) {
        const struct = known(client, at)
        yield struct
        at = struct ? struct.id.clock + struct.length : clock + len
      }
}

/** A record is a map under its id in the root map of its type; what changed may lie deeper. */
const recordOf = (struct: Recorded): Touched | undefined => {
  let item = struct instanceof Y.Item ? struct : undefined
  while (item?.parent instanceof Y.AbstractType && item.parent._item) item = item.parent._item
  if (!(item?.parent instanceof Y.AbstractType) || item.parentSub === null) return undefined
  return { type: Y.findRootTypeKey(item.parent as never), id: item.parentSub }
}
