import type { AnyDefinition, IndexNameOf, RecordOf } from './record.ts'

/** What a rule may read: records by id and through declared indexes. It reads the record store, it is never a copy. */
export type View = {
  /** The record, deleted ones too; undefined when this device has never seen it. */
  get<D extends AnyDefinition>(definition: D, id: string): RecordOf<D> | undefined
  /** Ids under a key, in the order of the index. The same list is the same object until something in it changes. */
  ids<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>, key: string): readonly string[]
  /** The keys of an index that hold at least one id. */
  keys<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>): readonly string[]
}

/** A record that is there and not in the bin. */
export const live = <D extends AnyDefinition>(
  view: View,
  definition: D,
  id: string | null | undefined,
): RecordOf<D> | undefined => {
  const record = id === null || id === undefined ? undefined : view.get(definition, id)
  return record?.deleted === null ? record : undefined
}

/** All records under a key, in order. */
export const records = <D extends AnyDefinition>(
  view: View,
  definition: D,
  index: IndexNameOf<D>,
  key: string,
): readonly RecordOf<D>[] =>
  view.ids(definition, index, key).flatMap(id => {
    const record = view.get(definition, id)
    return record ? [record] : []
  })
