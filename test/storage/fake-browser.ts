import 'fake-indexeddb/auto'

/** What node lacks of a browser, as far as storage uses it: localStorage and Web Locks. */

type Waiting = { name: string; start: () => void }

class FakeLocks {
  private readonly held = new Map<string, Waiting>()
  private readonly waiting: Waiting[] = []

  request<Value>(
    name: string,
    ...rest: [() => Value] | [{ signal?: AbortSignal; ifAvailable?: boolean }, (lock: object | null) => Value]
  ): Promise<Awaited<Value>> {
    const [options, work] = rest.length === 1 ? [{}, rest[0]] : rest
    return new Promise<Awaited<Value>>((resolve, reject) => {
      if (options.ifAvailable && this.held.has(name))
        return resolve(Promise.resolve((work as (lock: null) => Value)(null)))
      const waiting: Waiting = {
        name,
        start: () => {
          this.held.set(name, waiting)
          void Promise.resolve()
            .then(() => work({}))
            .then(value => resolve(value as Awaited<Value>), reject)
            .finally(() => this.release(waiting))
        },
      }
      options.signal?.addEventListener('abort', () => {
        const at = this.waiting.indexOf(waiting)
        if (at < 0) return
        this.waiting.splice(at, 1)
        reject(new DOMException('aborted', 'AbortError'))
      })
      if (this.held.has(name)) this.waiting.push(waiting)
      else waiting.start()
    })
  }

  query() {
    return Promise.resolve({ held: [...this.held.values()].map(({ name }) => ({ name })), pending: [] })
  }

  private release(waiting: Waiting): void {
    this.held.delete(waiting.name)
    const at = this.waiting.findIndex(({ name }) => name === waiting.name)
    if (at >= 0) this.waiting.splice(at, 1)[0]?.start()
  }
}

class FakeLocalStorage {
  private readonly values = new Map<string, string>()
  get length() {
    return this.values.size
  }
  key(index: number) {
    return [...this.values.keys()][index] ?? null
  }
  getItem(key: string) {
    return this.values.get(key) ?? null
  }
  setItem(key: string, value: string) {
    this.values.set(key, value)
  }
  removeItem(key: string) {
    this.values.delete(key)
  }
}

const place = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, configurable: true, writable: true })

if (!('localStorage' in globalThis) || (globalThis as { localStorage?: unknown }).localStorage === undefined)
  place(globalThis, 'localStorage', new FakeLocalStorage())
place(globalThis, 'navigator', { locks: new FakeLocks() })
