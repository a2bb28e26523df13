import type { AnyDefinition, IndexNameOf, RecordBase, RecordOf } from '../domain/kernel/record.ts'
import type { View } from '../domain/kernel/view.ts'
import { SortedIds, type Placed } from './sorted-ids.ts'

type Listener = () => void
type AnyIndex = AnyDefinition['indexes'][string]
type Place = { readonly list: string; readonly order: string }

const none: readonly string[] = Object.freeze([])
const recordTopic = (type: string, id: string): string => `${type}/${id}`
const listTopic = (type: string, index: string, key: string): string => `${type}|${index}|${key}`
const keysTopic = (type: string, index: string): string => `${type}|${index}`

const keysOf = (index: AnyIndex, record: RecordBase): readonly string[] => {
  if ((index.of === 'deleted') !== (record.deleted !== null)) return none
  const key = index.key(record as never)
  return key === undefined ? none : typeof key === 'string' ? [key] : key
}

/**
 * One frozen record per id, and lists of ids by declared index. It tells exactly the listeners of changed records and lists, once
 * per batch of changes. It does not know where a change came from, nor React.
 */
export class RecordStore implements View {
  private readonly definitions: ReadonlyMap<string, AnyDefinition>
  private readonly records = new Map<string, Map<string, RecordBase>>()
  private readonly lists = new Map<string, SortedIds>()
  private readonly listKeys = new Map<string, Set<string>>()
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly changed = new Set<string>()
  private frozenKeys = new Map<string, readonly string[]>()
  private batches = 0

  constructor(definitions: readonly AnyDefinition[]) {
    this.definitions = new Map(definitions.map(definition => [definition.type, definition]))
    for (const definition of definitions) this.records.set(definition.type, new Map())
  }

  get<D extends AnyDefinition>(definition: D, id: string): RecordOf<D> | undefined {
    return this.records.get(definition.type)?.get(id) as RecordOf<D> | undefined
  }

  ids<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>, key: string): readonly string[] {
    return this.lists.get(listTopic(definition.type, index, key))?.ids ?? none
  }

  keys<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>): readonly string[] {
    const topic = keysTopic(definition.type, index)
    const known = this.frozenKeys.get(topic)
    if (known) return known
    const keys = Object.freeze([...(this.listKeys.get(topic) ?? [])].sort())
    this.frozenKeys.set(topic, keys)
    return keys
  }

  /** All records of a type, for reports, archives and projections; rules use indexes. */
  all(type: string): Iterable<RecordBase> {
    return this.records.get(type)?.values() ?? []
  }

  /** Puts one record in place of its former self. Listeners hear of it when the batch ends. */
  put(record: RecordBase): void {
    const definition = this.definitions.get(record.type)
    const table = this.records.get(record.type)
    if (!definition || !table) return
    const former = table.get(record.id)
    table.set(record.id, record)
    this.changed.add(recordTopic(record.type, record.id)).add(record.type)
    for (const [name, index] of Object.entries(definition.indexes))
      this.replace(definition.type, name, index, former, record)
    if (this.batches === 0) this.tell()
  }

  /** Many new records at once, when a document opens. */
  load(records: Iterable<RecordBase>): void {
    const additions = new Map<string, Placed[]>()
    this.batch(() => {
      for (const record of records) {
        const definition = this.definitions.get(record.type)
        if (!definition) continue
        if (this.records.get(record.type)?.has(record.id)) this.put(record)
        else this.addNew(definition, record, additions)
      }
      for (const [topic, placed] of additions) this.lists.get(topic)?.load(placed)
    })
  }

  /** Forgets a closed document's records. */
  forget(document: string): void {
    this.batch(() => {
      for (const [type, table] of this.records)
        for (const record of table.values()) if (record.document === document) this.remove(type, record)
    })
  }

  /** Everything inside is told once, at the end. */
  batch(work: () => void): void {
    this.batches++
    try {
      work()
    } finally {
      this.batches--
      if (this.batches === 0) this.tell()
    }
  }

  onRecord(type: string, id: string, listener: Listener): () => void {
    return this.listen(recordTopic(type, id), listener)
  }

  onList(type: string, index: string, key: string, listener: Listener): () => void {
    return this.listen(listTopic(type, index, key), listener)
  }

  /** Told when any record of a type has changed: for sums over many, which may come a moment later. */
  onType(type: string, listener: Listener): () => void {
    return this.listen(type, listener)
  }

  onKeys(type: string, index: string, listener: Listener): () => void {
    return this.listen(keysTopic(type, index), listener)
  }

  private listen(topic: string, listener: Listener): () => void {
    const known = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, known.add(listener))
    return () => {
      known.delete(listener)
      if (known.size === 0 && this.listeners.get(topic) === known) this.listeners.delete(topic)
    }
  }

  private tell(): void {
    const topics = [...this.changed]
    this.changed.clear()
    const due = new Set<Listener>()
    for (const topic of topics) for (const listener of this.listeners.get(topic) ?? []) due.add(listener)
    for (const listener of due) listener()
  }

  private addNew(definition: AnyDefinition, record: RecordBase, additions: Map<string, Placed[]>): void {
    this.records.get(record.type)?.set(record.id, record)
    this.changed.add(recordTopic(record.type, record.id)).add(record.type)
    for (const [name, index] of Object.entries(definition.indexes)) {
      const order = index.order?.(record as never) ?? ''
      for (const key of keysOf(index, record)) {
        const topic = listTopic(record.type, name, key)
        this.list(record.type, name, key)
        const placed = additions.get(topic) ?? []
        if (placed.length === 0) additions.set(topic, placed)
        placed.push({ order, id: record.id })
        this.changed.add(topic)
      }
    }
  }

  private remove(type: string, record: RecordBase): void {
    const definition = this.definitions.get(type)
    this.records.get(type)?.delete(record.id)
    this.changed.add(recordTopic(type, record.id)).add(type)
    for (const [name, index] of Object.entries(definition?.indexes ?? {}))
      for (const place of this.places(index, record)) this.take(type, name, place, record.id)
  }

  private places(index: AnyIndex, record: RecordBase | undefined): readonly Place[] {
    if (!record) return []
    const order = index.order?.(record as never) ?? ''
    return keysOf(index, record).map(list => ({ list, order }))
  }

  private replace(
    type: string,
    name: string,
    index: AnyIndex,
    former: RecordBase | undefined,
    record: RecordBase,
  ): void {
    const [before, after] = [this.places(index, former), this.places(index, record)]
    const stays = (place: Place, places: readonly Place[]) =>
      places.some(other => other.list === place.list && other.order === place.order)
    for (const place of before) if (!stays(place, after)) this.take(type, name, place, record.id)
    for (const place of after) {
      if (stays(place, before)) continue
      this.list(type, name, place.list).insert(place.order, record.id)
      this.changed.add(listTopic(type, name, place.list))
    }
  }

  private take(type: string, name: string, place: Place, id: string): void {
    const topic = listTopic(type, name, place.list)
    const list = this.lists.get(topic)
    if (!list) return
    list.remove(place.order, id)
    this.changed.add(topic)
    if (list.size > 0) return
    this.lists.delete(topic)
    this.listKeys.get(keysTopic(type, name))?.delete(place.list)
    this.keysChanged(keysTopic(type, name))
  }

  private list(type: string, name: string, key: string): SortedIds {
    const topic = listTopic(type, name, key)
    const known = this.lists.get(topic)
    if (known) return known
    const list = new SortedIds()
    this.lists.set(topic, list)
    const keys = keysTopic(type, name)
    this.listKeys.set(keys, (this.listKeys.get(keys) ?? new Set()).add(key))
    this.keysChanged(keys)
    return list
  }

  private keysChanged(topic: string): void {
    this.frozenKeys.delete(topic)
    this.changed.add(topic)
  }
}
