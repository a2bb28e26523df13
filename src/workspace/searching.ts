import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import type { DocumentStorage, ReadModel, Tabs } from './ports.ts'
import type { Found, Question, Search, SearchIndex } from './search-port.ts'
import type { Workspace } from './workspace.ts'

type Outside = Readonly<{
  storage: Pick<DocumentStorage, 'documents' | 'since'>
  readModel: Pick<ReadModel, 'projectedHeads' | 'ofDocument'>
  tabs: Pick<Tabs, 'onMessage'>
  index: SearchIndex
}>

/** Milliseconds of work between two breaths, and records handed over in one go. */
const slice = 6
const recordsAtOnce = 400
/** So many milliseconds at most are worked off before an answer; more are worked off behind it. */
const beforeAnswer = 4

const breathe = (): Promise<void> => globalThis.scheduler?.yield?.() ?? new Promise(resolve => setTimeout(resolve))

/**
 * Keeps an index of everything on this device true: it is built when somebody searches for the first time, of documents that are open
 * from their records, of the others from the read model where that is as far as the journal; then it follows what is edited here and
 * in other tabs.
 */
export class Searching implements Search {
  private readonly workspace: Workspace
  private readonly outside: Outside
  private readonly listeners = new Set<() => void>()
  private stale = new Set<DocumentName>()
  private working: Promise<void> | undefined
  isWhole = false
  version = 0

  constructor(workspace: Workspace, outside: Outside) {
    this.workspace = workspace
    this.outside = outside
    workspace.records.onPut = record => this.changed(record)
    outside.tabs.onMessage(message => {
      if (message.kind === 'appended' && !workspace.opened(message.document)) this.missed(message.document)
    })
    void this.start()
  }

  find(question: Question): Found {
    this.outside.index.work(beforeAnswer)
    return this.outside.index.find(question)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private async start(): Promise<void> {
    this.stale = new Set(await this.outside.storage.documents())
    await this.goOn()
  }

  private changed(record: RecordBase): void {
    this.outside.index.take([record])
    void this.goOn()
  }

  /** Written by another tab into a document that is not open here. */
  private missed(name: DocumentName): void {
    this.stale.add(name)
    this.isWhole = false
    void this.goOn()
  }

  private goOn(): Promise<void> {
    this.working ??= this.workOff().finally(() => {
      this.working = undefined
      if (this.stale.size > 0) void this.goOn()
    })
    return this.working
  }

  private async workOff(): Promise<void> {
    await breathe()
    // Open ones first: what is on the screen is looked for most.
    for (const name of [...this.stale].sort((one, other) => this.isOpen(other) - this.isOpen(one))) {
      this.stale.delete(name)
      await this.read(name).catch((error: unknown) => reportError(error))
      await this.enter()
    }
    await this.enter()
    this.isWhole = this.stale.size === 0
    this.tell()
  }

  private isOpen(name: DocumentName): number {
    return this.workspace.opened(name) ? 1 : 0
  }

  private async enter(): Promise<void> {
    while (!this.outside.index.work(slice)) await breathe()
    this.tell()
  }

  private async read(name: DocumentName): Promise<void> {
    if (!this.workspace.opened(name)) {
      if (await this.isProjected(name)) {
        for await (const records of this.outside.readModel.ofDocument(name, recordsAtOnce))
          this.outside.index.take(records)
        return
      }
      await this.workspace.openDocument(name)
    }
    const records = this.workspace.recordsOf(name)
    for (let at = 0; at < records.length; at += recordsAtOnce) {
      this.outside.index.take(records.slice(at, at + recordsAtOnce))
      await breathe()
    }
  }

  /** Whether the read model is as far as the journal. */
  private async isProjected(name: DocumentName): Promise<boolean> {
    const heads = await this.outside.readModel.projectedHeads(name)
    return heads !== undefined && (await this.outside.storage.since(name, heads)).updates.length === 0
  }

  private tell(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}
