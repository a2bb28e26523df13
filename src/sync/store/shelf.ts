import type { DocumentName } from '../../domain/kernel/record.ts'
import type { DeviceId } from '../../workspace/journal-port.ts'
import type { Clock } from '../clock-port.ts'
import { reachOf, type Cover, type Picked } from './picked.ts'
import type { StoredFile } from './store.ts'
import type { StoreHabits } from './store-habits.ts'

/** What is known of a file that lies in the store. */
export type Known = Readonly<{
  size: number
  modified: number
  /** When it was first seen here, milliseconds UTC. */
  since: number
  picked: Picked
  /** How often it was read in vain, and when it is read again at the earliest, by the steady clock of this run. */
  tries: number
  notBefore: number
  /** How much was known here when it was read: with more it may open, or find what it waits for. */
  knowing: number
}>

/** Some file systems give names back in capitals. */
export const isBelow = (path: string, folder: string): boolean => path.toLowerCase().startsWith(folder)

/**
 * What lies in a store, as far as it was read: nothing that was understood is read twice. What it says of a file is taken for as long as
 * the file is listed with the size it had.
 */
export class Shelf {
  private readonly known = new Map<string, Known>()
  private readonly habits: StoreHabits
  private readonly clock: Pick<Clock, 'now' | 'steady'>
  /** Grows with everything that may let a file be understood which was not. */
  knowing = 0
  /** Files that were here are not any more. */
  hasLost = false

  constructor(habits: StoreHabits, clock: Pick<Clock, 'now' | 'steady'>) {
    this.habits = habits
    this.clock = clock
  }

  get files(): ReadonlyMap<string, Known> {
    return this.known
  }

  /** Brings what is known into line with what lies there. Out: what is to be read now. */
  compare(listing: readonly StoredFile[]): readonly StoredFile[] {
    const paths = new Set(listing.map(({ path }) => path))
    this.hasLost = false
    for (const path of this.known.keys()) if (!paths.has(path)) this.hasLost = this.known.delete(path)
    return listing.filter(file => this.isDue(file))
  }

  note({ path, size, modified }: StoredFile, picked: Picked): void {
    const known = this.known.get(path)
    const tries = known?.size === size ? known.tries + 1 : 0
    const wait = Math.min(this.habits.longestRetry, this.habits.retryAfter * 2 ** tries)
    const since = known?.since ?? this.clock.now()
    const notBefore = this.clock.steady() + wait
    this.known.set(path, { size, modified, since, picked, tries, notBefore, knowing: this.knowing })
  }

  /** From an earlier run. */
  remember(path: string, known: Known): void {
    this.known.set(path, known)
  }

  /** What is there of a document, below a folder. */
  covers(document: DocumentName, below = ''): readonly Cover[] {
    return [...this.known].flatMap(([path, { picked }]) =>
      picked.document === document && isBelow(path, below) ? picked.covers : [],
    )
  }

  reach(document: DocumentName, device: DeviceId, below?: string): number {
    return reachOf(device, this.covers(document, below))
  }

  private isDue({ path, size, modified }: StoredFile): boolean {
    const known = this.known.get(path)
    if (!known || known.size !== size) return true
    if (known.modified === 0) this.known.set(path, { ...known, modified })
    else if (known.modified !== modified) return true
    const { state } = known.picked
    if (state === 'settled' || state === 'foreign' || this.clock.steady() < known.notBefore) return false
    return state === 'broken' || known.knowing < this.knowing
  }
}
