/** A disk that fails: from the n-th write on, the process is as good as dead, and what was under way is rolled back. */

type Writing = 'add' | 'put' | 'delete' | 'clear'
const writings: readonly Writing[] = ['add', 'put', 'delete', 'clear']

const kept = new Map<object, Map<string, unknown>>()

const replace = <Target extends object>(target: Target, name: keyof Target & string, value: unknown): void => {
  const known = kept.get(target) ?? new Map<string, unknown>()
  if (!known.has(name)) known.set(name, target[name])
  kept.set(target, known)
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

/** y-indexeddb does not wait for all it writes: when the disk dies, nobody hears of those. */
const ignore = (event: Event): void => {
  const { reason } = event as Event & { reason?: unknown }
  if (reason instanceof Crash || String(reason).includes('abort')) event.stopImmediatePropagation()
}

type Listener = (reason: unknown) => void
let nodeListeners: Listener[] = []

export const letRejectionsPass = (): void => {
  if ('addEventListener' in globalThis) addEventListener('unhandledrejection', ignore, { capture: true })
  if (typeof process !== 'object') return
  nodeListeners = process.listeners('unhandledRejection') as Listener[]
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', reason => {
    if (!(reason instanceof Crash) && !String(reason).includes('abort')) for (const tell of nodeListeners) tell(reason)
  })
}

export const catchRejections = (): void => {
  if ('removeEventListener' in globalThis) removeEventListener('unhandledrejection', ignore, { capture: true })
  if (typeof process !== 'object') return
  process.removeAllListeners('unhandledRejection')
  for (const tell of nodeListeners) process.on('unhandledRejection', tell)
}

export const mend = (): void => {
  for (const [target, names] of kept)
    for (const [name, value] of names)
      Object.defineProperty(target, name, { value, configurable: true, writable: true })
  kept.clear()
}

export class Crash extends Error {}

/** Counts writes to the disk; `dieAt` counts from 1. Out: how many there were so far. */
export const watchDisk = (dieAt = Infinity): (() => number) => {
  let writes = 0
  const next = () => {
    writes++
    return writes >= dieAt
  }
  const stores = IDBObjectStore.prototype
  for (const name of writings) {
    const original = stores[name] as (...args: unknown[]) => unknown
    replace(stores, name, function (this: IDBObjectStore, ...args: unknown[]) {
      if (!next()) return original.apply(this, args)
      this.transaction.abort()
      throw new Crash(`write ${writes}`)
    })
  }
  const storage = Object.getPrototypeOf(localStorage) as Storage
  for (const name of ['setItem', 'removeItem'] as const) {
    const original = localStorage[name].bind(localStorage) as (...args: unknown[]) => void
    replace(storage, name, (...args: unknown[]) => {
      if (next()) throw new Crash(`write ${writes}`)
      original(...args)
    })
  }
  return () => writes
}

/** Every write of entries fails as the browser does when the disk is full. */
export const fillDisk = (isFull: () => boolean): void => {
  const stores = IDBObjectStore.prototype
  for (const name of ['add', 'put'] as const) {
    const original = stores[name] as (...args: unknown[]) => unknown
    replace(stores, name, function (this: IDBObjectStore, ...args: unknown[]) {
      if (!isFull()) return original.apply(this, args)
      throw new DOMException('The disk is full', 'QuotaExceededError')
    })
  }
}
