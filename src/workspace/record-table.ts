import type { AnyDefinition, RecordBase } from '../domain/kernel/record.ts'
import { SortedIds, type Placed } from './sorted-ids.ts'

export type Listener = () => void
type AnyIndex = AnyDefinition['indexes'][string]
type Place = { readonly key: string; readonly order: string }

const none: readonly string[] = Object.freeze([])

const keysOf = (index: AnyIndex, record: RecordBase): readonly string[] => {
  if ((index.of === 'deleted') !== (record.deleted !== null)) return none
  const key = index.key(record as never)
  return key === undefined ? none : typeof key === 'string' ? [key] : key
}

const placesOf = (index: AnyIndex, record: RecordBase | undefined): readonly Place[] => {
  if (!record) return []
  const keys = keysOf(index, record)
  if (keys.length === 0) return []
  const order = index.order?.(record as never) ?? ''
  return keys.map(key => ({ key, order }))
}

const stays = ({ key, order }: Place, places: readonly Place[]): boolean =>
  places.some(other => other.key === key && other.order === order)

/** The lists of one index, and who listens to them. */
class IndexLists {
  readonly index: AnyIndex
  readonly lists = new Map<string, SortedIds>()
  readonly listeners = new Map<string, Set<Listener>>()
  readonly keyListeners = new Set<Listener>()
  /** Built when first asked for: the first screen asks for four of the eleven indexes of ten thousand items. */
  isBuilt = false
  private frozenKeys: readonly string[] | undefined

  constructor(index: AnyIndex) {
    this.index = index
  }

  get keys(): readonly string[] {
    this.frozenKeys ??= Object.freeze([...this.lists.keys()].sort())
    return this.frozenKeys
  }

  /** The list under a key, made when it is not there. */
  at(key: string, due: Set<Listener>): SortedIds {
    const known = this.lists.get(key)
    if (known) return known
    const list = new SortedIds()
    this.lists.set(key, list)
    this.keysChanged(due)
    return list
  }

  /** Records these lists do not hold yet: one sort per list instead of many insertions. */
  add(records: Iterable<RecordBase>, due: Set<Listener>): void {
    const additions = new Map<string, Placed[]>()
    for (const record of records)
      for (const { key, order } of placesOf(this.index, record)) {
        const placed = additions.get(key)
        if (placed) placed.push({ order, id: record.id })
        else additions.set(key, [{ order, id: record.id }])
      }
    for (const [key, placed] of additions) {
      this.at(key, due).load(placed)
      this.changed(key, due)
    }
  }

  take({ key, order }: Place, id: string, due: Set<Listener>): void {
    const list = this.lists.get(key)
    if (!list) return
    list.remove(order, id)
    this.changed(key, due)
    if (list.size > 0) return
    this.lists.delete(key)
    this.keysChanged(due)
  }

  changed(key: string, due: Set<Listener>): void {
    for (const listener of this.listeners.get(key) ?? none) due.add(listener as Listener)
  }

  private keysChanged(due: Set<Listener>): void {
    this.frozenKeys = undefined
    for (const listener of this.keyListeners) due.add(listener)
  }
}

/** The records of one type with their indexes. Whoever is concerned by a change is put into `due`. */
export class RecordTable {
  readonly records = new Map<string, RecordBase>()
  readonly recordListeners = new Map<string, Set<Listener>>()
  readonly anyListeners = new Set<Listener>()
  /** Grows with every changed record: whoever has read before can tell whether the answer is still the newest. */
  changes = 0
  private readonly indexes: ReadonlyMap<string, IndexLists>

  constructor(definition: AnyDefinition) {
    this.indexes = new Map(Object.entries(definition.indexes).map(([name, index]) => [name, new IndexLists(index)]))
  }

  ids(index: string, key: string): readonly string[] {
    return this.built(index)?.lists.get(key)?.ids ?? none
  }

  keys(index: string): readonly string[] {
    return this.built(index)?.keys ?? none
  }

  listenersOfList(index: string): Map<string, Set<Listener>> | undefined {
    return this.built(index)?.listeners
  }

  listenersOfKeys(index: string): Set<Listener> | undefined {
    return this.built(index)?.keyListeners
  }

  put(record: RecordBase, due: Set<Listener>): void {
    const former = this.records.get(record.id)
    this.records.set(record.id, record)
    this.recordChanged(record.id, due)
    for (const lists of this.builtOnes()) replace(lists, former, record, due)
  }

  /** Records this table has not seen yet. */
  addNew(records: readonly RecordBase[], due: Set<Listener>): void {
    for (const record of records) {
      this.records.set(record.id, record)
      this.recordChanged(record.id, due)
    }
    for (const lists of this.builtOnes()) lists.add(records, due)
  }

  remove(record: RecordBase, due: Set<Listener>): void {
    this.records.delete(record.id)
    this.recordChanged(record.id, due)
    for (const lists of this.builtOnes())
      for (const place of placesOf(lists.index, record)) lists.take(place, record.id, due)
  }

  private built(name: string): IndexLists | undefined {
    const lists = this.indexes.get(name)
    if (lists && !lists.isBuilt) {
      lists.isBuilt = true
      // Nobody can listen to lists that nobody has asked for.
      lists.add(this.records.values(), new Set())
    }
    return lists
  }

  private *builtOnes(): Iterable<IndexLists> {
    for (const lists of this.indexes.values()) if (lists.isBuilt) yield lists
  }

  private recordChanged(id: string, due: Set<Listener>): void {
    this.changes++
    for (const listener of this.recordListeners.get(id) ?? none) due.add(listener as Listener)
    for (const listener of this.anyListeners) due.add(listener)
  }
}

const replace = (lists: IndexLists, former: RecordBase | undefined, record: RecordBase, due: Set<Listener>): void => {
  const [before, after] = [placesOf(lists.index, former), placesOf(lists.index, record)]
  for (const place of before) if (!stays(place, after)) lists.take(place, record.id, due)
  for (const place of after) {
    if (stays(place, before)) continue
    lists.at(place.key, due).insert(place.order, record.id)
    lists.changed(place.key, due)
  }
}
