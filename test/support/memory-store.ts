import { ok, refuse } from '../../src/domain/kernel/result.ts'
import { ownBytes, type Bytes } from '../../src/journal/bytes.ts'
import type { Store, StoreFailure } from '../../src/sync/store/store.ts'

/** A folder in memory. Who holds it may do to its files whatever people and sync programs do to real ones. */
export class MemoryFolder {
  readonly files = new Map<string, Readonly<{ bytes: Bytes; modified: number }>>()
  /** Every reading of a file, by path. */
  readonly reads: string[] = []
  failure: StoreFailure | undefined
  private readonly now: () => number
  private readonly listeners = new Set<() => void>()

  constructor(now: () => number = () => 1_800_000_000_000) {
    this.now = now
  }

  /** As somebody puts a file there by hand, over what may lie there. */
  lay(path: string, bytes: Uint8Array): void {
    this.files.set(path, { bytes: ownBytes(bytes), modified: this.now() })
    for (const listener of this.listeners) listener()
  }

  get store(): Store {
    const whenUsable = <Value>(work: () => Value) => (this.failure ? refuse(this.failure) : ok(work()))
    return {
      list: async below =>
        whenUsable(() =>
          [...this.files]
            .filter(([path]) => path.startsWith(`${below}/`))
            .map(([path, { bytes, modified }]) => ({ path, size: bytes.length, modified })),
        ),
      read: async (path, most) =>
        whenUsable(() => {
          this.reads.push(path)
          const bytes = this.files.get(path)?.bytes
          return bytes && bytes.length <= most ? ownBytes(bytes) : undefined
        }),
      put: async (path, bytes) => {
        if (this.files.has(path)) return refuse({ because: 'nameIsTaken' })
        return whenUsable(() => {
          this.lay(path, bytes)
          return true as const
        })
      },
      remove: async path =>
        whenUsable(() => {
          this.files.delete(path)
          return true as const
        }),
      watch: listener => {
        this.listeners.add(listener)
        return () => void this.listeners.delete(listener)
      },
    }
  }
}
