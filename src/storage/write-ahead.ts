import type { Json } from '../domain/kernel/json.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { CommandLabel, Intent, WriteAhead } from '../workspace/ports.ts'
import type { WorkspaceNames } from './names.ts'

export type Orphan = Readonly<{ key: string; document: DocumentName; update: Uint8Array; command: CommandLabel }>

/** In characters of base64; a larger update shows progress until it is saved instead. */
const largest = 64 * 1024
const chunk = 8192

const toBase64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(binary)
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), character => character.charCodeAt(0))

/** The counter is padded, so that the keys of a tab sort as they were written. */
const counterWidth = 8

/**
 * Copies of updates in localStorage until the journal holds them. localStorage is the one store that has taken a value when the call
 * returns: without it six to nine of twenty tabs that close in the tick of an edit lose it, with it none (measured).
 */
export class LocalWriteAhead implements WriteAhead {
  private readonly names: WorkspaceNames
  private readonly tab: string
  private readonly sift: (orphans: readonly Orphan[]) => Promise<readonly Orphan[]>
  private counter = 0

  /** `sift` keeps the copies that still have to go into the journal; what cannot is set aside there. */
  constructor(names: WorkspaceNames, tab: string, sift: (orphans: readonly Orphan[]) => Promise<readonly Orphan[]>) {
    this.names = names
    this.tab = tab
    this.sift = sift
  }

  keep(document: DocumentName, update: Uint8Array, command: CommandLabel): string | undefined {
    if (update.length * (4 / 3) > largest) return undefined
    return this.put(this.names.ahead, JSON.stringify([document, command.id, command.name, toBase64(update)]))
  }

  keepIntent({ command, args, documents }: Intent): string | undefined {
    const text = JSON.stringify([command, args, documents])
    return text.length > largest ? undefined : this.put(this.names.intent, text)
  }

  release(keys: readonly string[]): void {
    for (const key of keys) localStorage.removeItem(key)
  }

  async orphans(): Promise<readonly Orphan[]> {
    const keys = await this.orphanedKeys(this.names.ahead)
    // What cannot be read stays where it lies: a newer app may have written it.
    const readable = keys.flatMap(key => readOrphan(key) ?? [])
    const due = await this.sift(readable)
    const kept = new Set(due.map(({ key }) => key))
    this.release(readable.map(({ key }) => key).filter(key => !kept.has(key)))
    return due
  }

  async orphanedIntents(): Promise<readonly (Intent & { key: string })[]> {
    const keys = await this.orphanedKeys(this.names.intent)
    return keys.flatMap(key => readIntent(key) ?? [])
  }

  private put(prefix: string, text: string): string | undefined {
    const key = `${prefix}${this.tab}:${String(this.counter++).padStart(counterWidth, '0')}`
    try {
      localStorage.setItem(key, text)
      return key
    } catch {
      return undefined
    }
  }

  private async orphanedKeys(prefix: string): Promise<readonly string[]> {
    const living = await this.livingTabs()
    return keysFrom(prefix).filter(key => !living.has(key.slice(prefix.length, -counterWidth - 1)))
  }

  /** Each tab holds a lock with its id as long as it lives; the browser frees it however the tab ends. */
  private async livingTabs(): Promise<ReadonlySet<string>> {
    const prefix = this.names.tabLock('')
    const { held = [], pending = [] } = await navigator.locks.query()
    const names = [...held, ...pending].flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []))
    return new Set([this.tab, ...names.map(name => name.slice(prefix.length))])
  }
}

const keysFrom = (prefix: string): readonly string[] => {
  const keys: string[] = []
  for (let index = 0; index < localStorage.length; index++) {
    const key = localStorage.key(index)
    if (key?.startsWith(prefix)) keys.push(key)
  }
  return keys.sort()
}

const readIntent = (key: string): (Intent & { key: string }) | undefined => {
  try {
    const [command, args, documents] = JSON.parse(localStorage.getItem(key) ?? '') as readonly unknown[]
    if (typeof command !== 'string' || args === undefined || !Array.isArray(documents)) return undefined
    return { key, command, args: args as Json, documents: documents.map(String) }
  } catch {
    return undefined
  }
}

const readOrphan = (key: string): Orphan | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '')
    if (!Array.isArray(value) || !value.every(part => typeof part === 'string')) return undefined
    const [document, id, name, update] = value as readonly string[]
    if (document === undefined || id === undefined || name === undefined || update === undefined) return undefined
    return { key, document, command: { id, name }, update: fromBase64(update) }
  } catch {
    return undefined
  }
}
