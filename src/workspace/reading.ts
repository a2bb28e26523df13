import type { AnyDefinition, IndexNameOf, RecordOf } from '../domain/kernel/record.ts'
import type { View } from '../domain/kernel/view.ts'
import type { RecordStore } from './record-store.ts'

/** A view that tells of its changes. */
export type Watched = View & Pick<RecordStore, 'onRecord' | 'onList' | 'onKeys'>

type Listener = () => void
type Watch = (listener: Listener) => () => void

/** Notes what is read, so that exactly that can be watched. */
class NotingView implements View {
  readonly watches = new Map<string, Watch>()
  private readonly store: Watched

  constructor(store: Watched) {
    this.store = store
  }

  get<D extends AnyDefinition>(definition: D, id: string): RecordOf<D> | undefined {
    this.watches.set(`${definition.type}/${id}`, listener => this.store.onRecord(definition.type, id, listener))
    return this.store.get(definition, id)
  }

  ids<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>, key: string): readonly string[] {
    this.watches.set(`${definition.type}|${index}|${key}`, listener =>
      this.store.onList(definition.type, index, key, listener),
    )
    return this.store.ids(definition, index, key)
  }

  keys<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>): readonly string[] {
    this.watches.set(`${definition.type}|${index}`, listener => this.store.onKeys(definition.type, index, listener))
    return this.store.keys(definition, index)
  }
}

const isPlain = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)

/** A list of flat objects is an answer like any other: made anew with the same content it is still the same. */
const deepest = 3

export const isSameAnswer = (one: unknown, other: unknown, depth = 0): boolean => {
  if (Object.is(one, other)) return true
  if (depth >= deepest || !isPlain(one) || !isPlain(other)) return false
  // The keys of a long list are as many strings: not made for a list.
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, at) => isSameAnswer(value, other[at], depth + 1))
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every(key => isSameAnswer(one[key], other[key], depth + 1))
}

/** A pure question to the records whose answer is kept until something it read has changed. */
export class Reading<Value> {
  private readonly store: Watched
  private readonly read: (view: View) => Value
  private answer: { readonly value: Value } | undefined
  private stale = true
  private watches: ReadonlyMap<string, Watch> = new Map()
  private stops = new Map<string, () => void>()
  private readonly listeners = new Set<Listener>()

  constructor(store: Watched, read: (view: View) => Value) {
    this.store = store
    this.read = read
  }

  readonly current = (): Value => {
    if (!this.stale && this.answer) return this.answer.value
    const view = new NotingView(this.store)
    const value = this.read(view)
    this.watches = view.watches
    // Without listeners nobody tells of changes, so the next question is asked anew.
    this.stale = this.listeners.size === 0
    if (this.listeners.size > 0) this.watch()
    if (!this.answer || !isSameAnswer(this.answer.value, value)) this.answer = { value }
    return this.answer.value
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener)
    this.stale = true
    this.current()
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size > 0) return
      for (const stop of this.stops.values()) stop()
      this.stops.clear()
      this.stale = true
    }
  }

  private watch(): void {
    const stops = new Map<string, () => void>()
    for (const [topic, watch] of this.watches) {
      stops.set(topic, this.stops.get(topic) ?? watch(this.changed))
      this.stops.delete(topic)
    }
    for (const stop of this.stops.values()) stop()
    this.stops = stops
  }

  private readonly changed = (): void => {
    if (this.stale) return
    this.stale = true
    for (const listener of this.listeners) listener()
  }
}
