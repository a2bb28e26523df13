import type { AnyDefinition, IndexNameOf, RecordBase, RecordOf } from '../domain/kernel/record.ts'
import type { View } from '../domain/kernel/view.ts'
import { RecordTable, type Listener } from './record-table.ts'

const none: readonly string[] = Object.freeze([])

/**
 * One frozen record per id, and lists of ids by declared index. It tells exactly the listeners of changed records and lists, once
 * per batch of changes. It does not know where a change came from, nor React.
 */
export class RecordStore implements View {
  private readonly tables: ReadonlyMap<string, RecordTable>
  private due = new Set<Listener>()
  private batches = 0
  /** Told of every record that comes in: for an index of words, which needs each one. */
  onPut: ((record: RecordBase) => void) | undefined

  constructor(definitions: readonly AnyDefinition[]) {
    this.tables = new Map(definitions.map(definition => [definition.type, new RecordTable(definition)]))
  }

  get<D extends AnyDefinition>(definition: D, id: string): RecordOf<D> | undefined {
    return this.tables.get(definition.type)?.records.get(id) as RecordOf<D> | undefined
  }

  ids<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>, key: string): readonly string[] {
    return this.tables.get(definition.type)?.ids(index, key) ?? none
  }

  keys<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>): readonly string[] {
    return this.tables.get(definition.type)?.keys(index) ?? none
  }

  /** All records of a type, for reports, archives and projections; rules use indexes. */
  all(type: string): Iterable<RecordBase> {
    return this.tables.get(type)?.records.values() ?? []
  }

  /** Puts one record in place of its former self. Listeners hear of it when the batch ends. */
  put(record: RecordBase): void {
    this.batch(() => this.tables.get(record.type)?.put(record, this.due))
    this.onPut?.(record)
  }

  /** Many records at once, when a document opens. */
  load(records: Iterable<RecordBase>): void {
    const newcomers = new Map<RecordTable, RecordBase[]>()
    this.batch(() => {
      for (const record of records) {
        const table = this.tables.get(record.type)
        if (!table) continue
        this.onPut?.(record)
        if (table.records.has(record.id)) table.put(record, this.due)
        else
          newcomers
            .set(table, newcomers.get(table) ?? [])
            .get(table)
            ?.push(record)
      }
      for (const [table, fresh] of newcomers) table.addNew(fresh, this.due)
    })
  }

  /** Forgets a closed document's records. */
  forget(document: string): void {
    this.batch(() => {
      for (const table of this.tables.values())
        for (const record of table.records.values()) if (record.document === document) table.remove(record, this.due)
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
    return listenAt(this.tables.get(type)?.recordListeners, id, listener)
  }

  onList(type: string, index: string, key: string, listener: Listener): () => void {
    return listenAt(this.tables.get(type)?.listenersOfList(index), key, listener)
  }

  onKeys(type: string, index: string, listener: Listener): () => void {
    return listenIn(this.tables.get(type)?.listenersOfKeys(index), listener)
  }

  /** A number that grows with every changed record of a type. */
  changesOf(type: string): number {
    return this.tables.get(type)?.changes ?? 0
  }

  /** Told when any record of a type has changed: for sums over many, which may come a moment later. */
  onType(type: string, listener: Listener): () => void {
    return listenIn(this.tables.get(type)?.anyListeners, listener)
  }

  private tell(): void {
    const due = this.due
    if (due.size === 0) return
    this.due = new Set()
    for (const listener of due) guarded(listener)
  }
}

/** One throwing listener must neither silence the others nor break off the command or the merge that told it. */
const guarded = (listener: Listener): void => {
  try {
    listener()
  } catch (error) {
    reportError(error)
  }
}

const listenIn = (listeners: Set<Listener> | undefined, listener: Listener): (() => void) => {
  listeners?.add(listener)
  return () => void listeners?.delete(listener)
}

const listenAt = (listeners: Map<string, Set<Listener>> | undefined, key: string, listener: Listener): (() => void) => {
  const own = listeners?.get(key) ?? new Set<Listener>()
  listeners?.set(key, own.add(listener))
  return () => {
    own.delete(listener)
    if (own.size === 0 && listeners?.get(key) === own) listeners.delete(key)
  }
}
