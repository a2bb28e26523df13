import * as Y from 'yjs'
import { factsCell, type Change } from '../domain/kernel/change.ts'
import type { Json } from '../domain/kernel/json.ts'
import { bareValue, isStamped, readRecord, stampOf, type RawCells } from '../domain/kernel/read.ts'
import { versionOf, type AnyDefinition, type DocumentName, type RecordBase } from '../domain/kernel/record.ts'
import { believable, type Stamp } from '../domain/kernel/stamp.ts'
import { isNew, type Origin } from './origin.ts'
import { planParts } from './parts.ts'
import { rawCells } from './raw-record.ts'
import { textEdit } from './text-edit.ts'
import { touchedBy } from './touched-by.ts'

export type Touched = Readonly<{ type: string; id: string }>

/** A newer value of one cell that a merge has replaced by an older one, and the Yjs client that had written it. */
export type Overruled = Readonly<{ type: string; id: string; cell: string; value: Json; stamp: Stamp; client: number }>

export type DocumentListener = (touched: readonly Touched[], origin: Origin) => void

/** Long text changes without its cell changing; this cell says which text was edited, and its stamp when. */
export const editedCell = 'ed'
const versionCell = 'v'
const metaMap = 'meta'

/**
 * Records inside one Yjs document: a map per record in a root map per type. A cell is bare as it was created and
 * `[value, stamp]` once it was edited. Everything written goes through `apply`, everything received through `merge`.
 */
export class RecordDocument {
  readonly name: DocumentName
  readonly ydoc = new Y.Doc({ gc: true })
  private readonly definitions: ReadonlyMap<string, AnyDefinition>
  private readonly listeners = new Set<DocumentListener>()
  private readonly overruledListeners = new Set<(overruled: Overruled) => void>()
  private readonly touched = new Map<string, Touched>()
  private newestStamp: Stamp = 0
  private isWriting = false

  private readonly now: () => number

  /** In: the name, all record definitions, and the clock (milliseconds UTC) against which foreign stamps are believed. */
  constructor(name: DocumentName, definitions: readonly AnyDefinition[], now: () => number) {
    this.name = name
    this.now = now
    this.definitions = new Map(definitions.map(definition => [definition.type, definition]))
    for (const type of this.definitions.keys()) this.watch(type)
    this.ydoc.on('afterTransaction', transaction => {
      if (!this.isWriting) this.tell(transaction.origin as Origin)
    })
  }

  /** The newest stamp this document has shown, so that the next one of this device is later. */
  get newest(): Stamp {
    return this.newestStamp
  }

  /** Told after everything in which records changed: what was merged, or all parts of what was written. */
  onChange(listener: DocumentListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  onOverruled(listener: (overruled: Overruled) => void): () => void {
    this.overruledListeners.add(listener)
    return () => this.overruledListeners.delete(listener)
  }

  /** Writes changes with one stamp. Out: the Yjs updates, each within the caps of a journal entry, in order. */
  apply(changes: readonly Change[], stamp: Stamp, origin: 'local' | 'repair' = 'local'): readonly Uint8Array[] {
    const updates = this.capture(origin, () => {
      for (const part of planParts(changes)) this.ydoc.transact(() => this.writeAll(part, stamp), origin)
    })
    this.newestStamp = Math.max(this.newestStamp, stamp)
    return updates
  }

  /** Writes newer values again that a merge had replaced by older ones, with the stamps they had. */
  repair(overruled: readonly Overruled[]): readonly Uint8Array[] {
    return this.capture('repair', () =>
      this.ydoc.transact(() => {
        for (const { type, id, cell, value, stamp } of overruled) {
          const record = this.map(type, id)
          if (record && (stampOf(rawCells(record).get(cell)) ?? 0) < stamp) record.set(cell, [value, stamp])
        }
      }, 'repair'),
    )
  }

  /** Merges a Yjs update that has been checked. Merging the same update again changes nothing. */
  merge(update: Uint8Array, origin: Exclude<Origin, 'local' | 'repair'>): void {
    this.mergeAll([update], origin)
  }

  /** Many updates as one transaction, so that listeners hear of them once. */
  mergeAll(updates: readonly Uint8Array[], origin: Exclude<Origin, 'local' | 'repair'>): void {
    this.ydoc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.ydoc, update, origin)
    }, origin)
  }

  read(type: string, id: string): RecordBase | undefined {
    const definition = this.definitions.get(type)
    const record = this.map(type, id)
    return definition && record ? readRecord(definition, { document: this.name, id }, rawCells(record)) : undefined
  }

  *readAll(): Iterable<RecordBase> {
    for (const definition of this.definitions.values())
      for (const [id, value] of this.root(definition.type))
        if (value instanceof Y.Map)
          yield readRecord(definition, { document: this.name, id }, rawCells(value as Y.Map<unknown>))
  }

  /**
   * The records that updates have changed which were merged before; undefined when that cannot be told any more, and everything has to
   * be read.
   */
  readTouched(updates: readonly Uint8Array[]): readonly RecordBase[] | undefined {
    return touchedBy(this.ydoc, updates)?.flatMap(({ type, id }) => this.read(type, id) ?? [])
  }

  /** The value of one cell without its stamp; undefined when it was never written. */
  value(type: string, id: string, cell: string): Json | undefined {
    const record = this.map(type, id)
    const raw = record ? rawCells(record).get(cell) : undefined
    return raw === undefined ? undefined : bareValue(raw)
  }

  raw(type: string, id: string): RawCells | undefined {
    const record = this.map(type, id)
    return record ? rawCells(record) : undefined
  }

  /** The lowest version of the app that may write here; a higher one than the app's own opens the document read-only. */
  get leastVersion(): number {
    const least: unknown = this.ydoc.getMap(metaMap).get('min')
    return typeof least === 'number' ? least : 1
  }

  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.ydoc)
  }

  /** Clock per Yjs client. */
  clocks(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(this.ydoc))
  }

  destroy(): void {
    this.ydoc.destroy()
  }

  /** Listens only while writing: a listener makes Yjs encode whatever it applies, which costs as much again as applying it. */
  private capture(origin: 'local' | 'repair', write: () => void): readonly Uint8Array[] {
    const updates: Uint8Array[] = []
    const listener = (update: Uint8Array, origin: unknown) => {
      if (isNew(origin as Origin)) updates.push(update)
    }
    this.ydoc.on('update', listener)
    this.isWriting = true
    try {
      write()
    } finally {
      this.isWriting = false
      this.ydoc.off('update', listener)
      this.tell(origin)
    }
    return updates
  }

  private root(type: string): Y.Map<unknown> {
    return this.ydoc.getMap(type)
  }

  private map(type: string, id: string): Y.Map<unknown> | undefined {
    const value = this.root(type).get(id)
    return value instanceof Y.Map ? (value as Y.Map<unknown>) : undefined
  }

  private writeAll(changes: readonly Change[], stamp: Stamp): void {
    for (const change of changes) {
      const known = this.map(change.type, change.id)
      const record = known ?? new Y.Map<unknown>()
      if (!known) this.root(change.type).set(change.id, record)
      if (change.cell !== factsCell && change.before !== undefined) this.upgrade(record, change.type)
      this.write(record, change, stamp)
    }
  }

  private write(record: Y.Map<unknown>, change: Change, stamp: Stamp): void {
    const kind = this.definitions.get(change.type)?.cells[change.cell]?.kind
    if (kind === 'text' || isTextValue(change.after)) return this.writeText(record, change, stamp)
    const isFact = change.cell === factsCell || change.cell.startsWith('at:')
    const isFirst = change.before === undefined && !record.has(change.cell)
    if (isFact || isFirst) return void record.set(change.cell, change.after)
    // An edit is later than what it replaces, also when the clock was set back in between.
    const replaced = stampOf(record.get(change.cell) as Json | undefined) ?? 0
    record.set(change.cell, [change.after, Math.max(stamp, replaced + 1)])
  }

  private writeText(record: Y.Map<unknown>, { cell, after }: Change, stamp: Stamp): void {
    const wanted = isTextValue(after) ? after.$text : typeof after === 'string' ? after : ''
    const text = record.get(cell)
    if (!(text instanceof Y.Text)) {
      record.set(cell, new Y.Text(wanted))
      return
    }
    const step = textEdit(text.toString(), wanted)
    if (!step) return
    text.delete(step.at, step.remove)
    text.insert(step.at, step.insert)
    // Also when text was only taken away: a bare deletion moves no clock, and clocks alone tell what is not in the journal yet.
    record.set(editedCell, [cell, stamp])
  }

  /** Whoever writes one field of an old record writes its whole upgrade in the same transaction, or the gap is never filled. */
  private upgrade(record: Y.Map<unknown>, type: string): void {
    const definition = this.definitions.get(type)
    if (!definition || definition.upgrade.length === 0) return
    const version = record.get(versionCell)
    const written = typeof version === 'number' ? version : 1
    if (written >= versionOf(definition)) return
    for (const step of definition.upgrade.filter(({ to }) => to > written)) {
      const plain = Object.fromEntries([...rawCells(record)].map(([cell, raw]) => [cell, bareValue(raw)]))
      for (const [cell, value] of Object.entries(step.fill(plain))) if (!record.has(cell)) record.set(cell, value)
    }
    record.set(versionCell, versionOf(definition))
  }

  private watch(type: string): void {
    const root = this.root(type)
    root.observeDeep((events, transaction) => {
      for (const event of events) {
        const id = event.target === root ? undefined : String(event.path[0])
        if (id !== undefined) this.touch(type, id)
        else for (const key of (event as Y.YMapEvent<unknown>).keysChanged) this.touch(type, String(key))
        if (id !== undefined && event.target instanceof Y.Map && !isNew(transaction.origin as Origin))
          this.findOverruled(type, id, event as Y.YMapEvent<unknown>)
      }
    })
  }

  private touch(type: string, id: string): void {
    this.touched.set(`${type}/${id}`, { type, id })
  }

  private findOverruled(type: string, id: string, event: Y.YMapEvent<unknown>): void {
    for (const [cell, change] of event.keys) {
      const winner = event.target._map.get(cell)
      const now = stampedContent(winner)
      this.newestStamp = Math.max(this.newestStamp, believable(now?.[1] ?? 0, this.now()))
      const old = change.action === 'update' ? change.oldValue : undefined
      if (!winner?.left || !isStamped(old as Json)) continue
      const [value, stamp] = old as readonly [Json, Stamp]
      if (believable(stamp, this.now()) <= (now?.[1] ?? 0)) continue
      const overruled = { type, id, cell, value, stamp, client: winner.left.lastId.client }
      for (const listener of this.overruledListeners) guarded(() => listener(overruled))
    }
  }

  private tell(origin: Origin): void {
    if (this.touched.size === 0) return
    const touched = [...this.touched.values()]
    this.touched.clear()
    for (const listener of this.listeners) guarded(() => listener(touched, origin))
  }
}

/** One throwing listener mutes a Yjs document for ever (measured), so none may throw into it. */
const guarded = (tell: () => void): void => {
  try {
    tell()
  } catch (error) {
    reportError(error)
  }
}

type TextValue = { readonly $text: string }

/** Long text of a type this version does not know, as it comes from an archive. */
const isTextValue = (value: Json): value is TextValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && typeof (value as TextValue).$text === 'string'

const stampedContent = (entry: Y.Item | undefined): readonly [Json, Stamp] | undefined => {
  const value: unknown = entry?.content.getContent()[0]
  return isStamped(value as Json) ? (value as readonly [Json, Stamp]) : undefined
}
