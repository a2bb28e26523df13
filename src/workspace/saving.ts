import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change } from '../domain/kernel/change.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { Activity, Batch, CommandLabel, Heads, Ports, SaveFailure } from './ports.ts'

/** The truth about saving, as the screen says it. */
export type SavingState = Readonly<{
  /** Commands whose journal entry is not durable yet. */
  pending: number
  failure: SaveFailure | undefined
  savedAt: number | undefined
  /** Something would be lost if the tab closed now: a command too large for a write-ahead copy, or one there was no room for. */
  atRisk: boolean
}>

type Pending = Readonly<{
  document: DocumentName
  updates: readonly Uint8Array[]
  label: CommandLabel
  activity: readonly Activity[]
  copies: readonly string[]
  /** What the updates were made for; empty where that is not known any more. */
  changes: readonly Change[]
}>

/** What one journal transaction takes at most; a single larger command goes alone. */
const mostCommands = 64
const mostBytes = 64 * 1024
const retryAfter = 4000

const bytesOf = (pending: Pending): number => pending.updates.reduce((sum, update) => sum + update.byteLength, 0)

/**
 * Brings local updates into the journal: the first at once, what comes while a transaction runs goes into the next one. Nothing
 * counts as saved before the journal's transaction is complete. Until then a synchronous write-ahead copy survives the tab.
 */
export class Saving {
  readonly state: StoreApi<SavingState> = createStore<SavingState>(() => ({
    pending: 0,
    failure: undefined,
    savedAt: undefined,
    atRisk: false,
  }))
  private readonly ports: Ports
  private readonly onSaved: (document: DocumentName, heads: Heads) => void
  private queue: Pending[] = []
  private running: Promise<void> | undefined
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(ports: Ports, onSaved: (document: DocumentName, heads: Heads) => void) {
    this.ports = ports
    this.onSaved = onSaved
  }

  enqueue(
    document: DocumentName,
    updates: readonly Uint8Array[],
    label: CommandLabel,
    activity: readonly Activity[],
    changes: readonly Change[] = [],
  ): void {
    if (updates.length === 0) return
    // A command of many pieces is in the journal whole or not at all, so no single piece may come back from a copy.
    const [only] = updates
    const key = updates.length === 1 && only ? this.ports.writeAhead.keep(document, only, label) : undefined
    this.push({ document, updates, label, activity, copies: key === undefined ? [] : [key], changes })
  }

  /** A copy that is adopted keeps its key until it is in the journal. */
  adopt(document: DocumentName, update: Uint8Array, label: CommandLabel, key: string): void {
    this.push({ document, updates: [update], label, activity: [], copies: [key], changes: [] })
  }

  /** Takes out of the queue what is not saved of a document: it was made on what the document is not any more. Out: what it was made for. */
  async takeOut(document: DocumentName): Promise<readonly Pick<Pending, 'changes' | 'label'>[]> {
    await this.settled()
    const taken = this.queue.filter(pending => pending.document === document && pending.changes.length > 0)
    if (taken.length === 0) return []
    this.queue = this.queue.filter(pending => !taken.includes(pending))
    this.ports.writeAhead.release(taken.flatMap(({ copies }) => copies))
    this.tellQueue()
    return taken
  }

  /** Resolves when everything enqueued so far is durable or has failed. */
  async settled(): Promise<void> {
    while (this.running) await this.running
  }

  /** Tries again what could not be saved. Until it is saved the failure stands: a notice that comes and goes takes the focus along. */
  tryAgain(): void {
    clearTimeout(this.retry)
    this.start(true)
  }

  private push(pending: Pending): void {
    this.queue.push(pending)
    this.tellQueue()
    this.start()
  }

  private tellQueue(): void {
    this.state.setState({ pending: this.queue.length, atRisk: this.queue.some(({ copies }) => copies.length === 0) })
  }

  private start(inSpiteOfFailure = false): void {
    if (this.running || this.queue.length === 0) return
    if (this.state.getState().failure && !inSpiteOfFailure) return
    this.running = this.work().finally(() => {
      this.running = undefined
      this.start()
    })
  }

  private nextBatch(): readonly Pending[] {
    const [first] = this.queue
    if (!first) return []
    const taken = [first]
    let bytes = bytesOf(first)
    for (const pending of this.queue.slice(1)) {
      bytes += bytesOf(pending)
      if (pending.document !== first.document || taken.length >= mostCommands || bytes > mostBytes) break
      taken.push(pending)
    }
    return taken
  }

  private async work(): Promise<void> {
    const taken = this.nextBatch()
    const [first] = taken
    if (!first) return
    const batch: Batch = {
      document: first.document,
      updates: taken.flatMap(({ updates }) => updates),
      commands: taken.map(({ label }) => label),
      activity: taken.flatMap(({ activity }) => activity),
    }
    const result = await this.append(batch)
    if (!result.ok) return this.fail(result.failure)
    this.queue = this.queue.slice(taken.length)
    this.ports.writeAhead.release(taken.flatMap(({ copies }) => copies))
    this.state.setState({ savedAt: this.ports.now(), failure: undefined })
    this.tellQueue()
    this.onSaved(batch.document, result.heads)
  }

  private async append(batch: Batch): ReturnType<Ports['storage']['append']> {
    try {
      return await this.ports.storage.append(batch)
    } catch (error) {
      return { ok: false, failure: { because: 'storageFailed', detail: String(error) } }
    }
  }

  private fail(failure: SaveFailure): void {
    this.state.setState({ failure })
    clearTimeout(this.retry)
    if (failure.because === 'newerVersion') return
    this.retry = setTimeout(() => this.tryAgain(), retryAfter)
  }
}
