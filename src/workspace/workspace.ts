import { createStore, type StoreApi } from 'zustand/vanilla'
import { canonicalDocument, digestOf, type PlainDocument } from '../document/canonical.ts'
import type { Overruled, RecordDocument } from '../document/record-document.ts'
import type { Change } from '../domain/kernel/change.ts'
import type { Command, RuleContext } from '../domain/kernel/command.ts'
import { idFrom } from '../domain/kernel/id.ts'
import { documentKind, type AnyDefinition, type DocumentName, type RecordBase } from '../domain/kernel/record.ts'
import { ok, refuse, type AnyRefusal, type Result } from '../domain/kernel/result.ts'
import { nextStamp, stampAt, timeOf, type Stamp } from '../domain/kernel/stamp.ts'
import type { AccessHere } from './access-port.ts'
import type { Blobs } from './blob-port.ts'
import { activityOf } from './activity-of.ts'
import { Caretaker } from './caretaker.ts'
import { Hearing } from './hearing.ts'
import { Intents } from './intents.ts'
import type { CommandLabel, Heads, LoadReport, Notes, Ports, ReadModel } from './ports.ts'
import { OpenDocuments } from './open-documents.ts'
import { RecordStore } from './record-store.ts'
import { newSession, type Done, type Session, type SessionRefusal } from './session.ts'
import { Saving } from './saving.ts'
import { otherSide, takeBack, UndoHistory, type Side, type UndoStep } from './undo.ts'
import { whyNotWrite } from './why-not-write.ts'

export type WorkspaceIdentity = Readonly<{ id: string; actor: string }>

/** The one door to a workspace: opens documents, runs commands, takes them back, and keeps the record store true. */
export class Workspace {
  readonly id: string
  readonly actor: string
  readonly records: RecordStore
  readonly saving: Saving
  readonly notes: Notes
  readonly blobs: Blobs
  readonly access: AccessHere
  readonly readModel: ReadModel
  readonly session: StoreApi<Session> = createStore<Session>(() => newSession)
  private readonly ports: Ports
  private readonly definitions: readonly AnyDefinition[]
  private readonly open: OpenDocuments
  private readonly history = new UndoHistory()
  private readonly caretaker: Caretaker
  private readonly intents: Intents
  private stamp: Stamp = 0
  /** The document on the screen: it stays open, whatever else is opened beside it. */
  private shown: DocumentName | undefined
  private readonly appended = new Hearing<DocumentName>()
  private readonly known = new Hearing<DocumentName>()
  private readonly closing = new Hearing<void>()
  /** Calls back when a tab of this device has entries in the journal that were not there before. Out: what ends it. */
  readonly onAppended = this.appended.on
  /** Calls back when the journal has entries that were not there before, whoever wrote them. Out: what ends it. */
  readonly onEntries = this.known.on
  /** Calls back when the workspace begins to close: what works on it from outside ends first. */
  readonly onClose = this.closing.on

  constructor(identity: WorkspaceIdentity, ports: Ports, definitions: readonly AnyDefinition[]) {
    this.id = identity.id
    this.actor = identity.actor
    this.ports = ports
    ;({ notes: this.notes, blobs: this.blobs, access: this.access, readModel: this.readModel } = ports)
    this.definitions = definitions
    this.records = new RecordStore(definitions)
    this.saving = new Saving(ports, (document, heads) => this.saved(document, heads))
    this.intents = new Intents(ports)
    this.caretaker = new Caretaker(ports, this, this.intents)
    this.open = new OpenDocuments(ports, definitions, this.records, {
      opened: (document, report) => this.documentOpened(document, report),
      closed: name => this.documentClosed(name),
      changed: (name, touched) => this.caretaker.changed(name, touched),
      overruled: (name, overruled) => this.caretaker.overruled(name, overruled),
      reread: name => this.caretaker.reread(name),
    })
    ports.tabs.onMessage(message => {
      if (message.kind === 'appended') this.caretaker.heard(message.document)
      if (message.kind === 'appended') void this.open.pull(message.document)
      if (message.kind === 'appended') this.tellAppended(message.document)
      if (message.kind === 'closed') this.caretaker.tabClosed()
    })
    ports.tabs.onLead(() => this.caretaker.lead())
  }

  /** Opens a document. Resolves when its records are complete. */
  async openDocument(name: DocumentName): Promise<void> {
    await this.open.ready(name)
    if (this.shown !== undefined) this.open.useLatest(this.shown, false)
    this.open.useLatest(name, this.saving.state.getState().pending === 0)
  }

  /** For the screen. Resolves as soon as something of the document can be shown; the rest is read behind it. */
  paint(name: DocumentName): Promise<void> {
    this.shown = name
    return this.open.paint(name)
  }

  /** Begins to read the picture of a document that will be shown next. */
  readonly anticipate = (name: DocumentName): void => this.open.anticipate(name)

  /**
   * Runs a command. Refusals come back as values; otherwise the changes are on the screen when this resolves and become durable
   * soon after (see `saving`). When everything is open they are written before this returns, so that what a drop changes and where
   * the card was dropped are one commit of the screen.
   */
  async run<Args, Refusal extends AnyRefusal>(
    command: Command<Args, Refusal>,
    args: Args,
  ): Promise<Result<Done, Refusal | SessionRefusal>> {
    if (!this.open.isReady) {
      const asked = { command: command.name, args, documents: this.open.beingOpened }
      const ready = () => this.open.allReady()
      return this.intents.keptUntil(asked, ready, () => this.run(command, args))
    }
    const result = command.rule(this.records, args, this.context())
    if (!result.ok) return result
    // Otherwise not even a moment comes between reading and writing: two commands of one tick would both see the time before.
    if (this.isMissing(result.value)) await this.openOf(result.value)
    const barred = whyNotWrite(result.value, this.session.getState(), this.access)
    if (barred) return refuse(barred)
    const label = { id: this.newId(), name: command.name }
    this.write(result.value, label)
    if (result.value.length > 0 && !command.isPassedOver) this.remember({ label, changes: result.value })
    return ok({ label, changes: result.value })
  }

  /** Takes the newest own command back, where its cells still hold what it wrote. */
  undo(): Promise<Result<Done, SessionRefusal>> {
    return this.travel('past')
  }

  redo(): Promise<Result<Done, SessionRefusal>> {
    return this.travel('future')
  }

  /** Takes a remembered step back that is no longer the newest, an import for example. */
  async takeBackStep(step: UndoStep): Promise<Result<Done, SessionRefusal>> {
    await this.openOf(step.changes)
    const changes = takeBack(step, this.currentValue, [this.ports.now(), this.actor])
    if (changes.length === 0) return refuse({ because: 'nothingToUndo' })
    const barred = whyNotWrite(changes, this.session.getState(), this.access)
    if (barred) return refuse(barred)
    const label = { id: this.newId(), name: `undo:${step.label.name}` }
    this.write(changes, label)
    this.remember({ label, changes })
    return ok({ label, changes })
  }

  /** The canonical projection of every document here, also of what is not saved yet, without empty ones and what belongs to one person alone. */
  async plain(): Promise<{ readonly [name: string]: PlainDocument }> {
    const names = [...new Set([...(await this.ports.storage.documents()), ...this.open.names])].sort()
    const plain: Record<string, PlainDocument> = {}
    for (const name of names.filter(one => documentKind(one) !== 'person')) {
      await this.openDocument(name)
      const document = this.open.get(name)?.document
      const records = document ? canonicalDocument(document) : {}
      if (Object.keys(records).length > 0) plain[name] = records
    }
    return plain
  }

  readonly digest = async (): Promise<string> => digestOf(await this.plain())

  /** Merges copies of updates that a dead tab left behind, and brings them into the journal. */
  async adopt(name: DocumentName, update: Uint8Array, label: CommandLabel, key: string): Promise<void> {
    await this.openDocument(name)
    this.open.get(name)?.document.merge(update, 'restore')
    this.saving.adopt(name, update, label, key)
  }

  /** The open document with its heads, for caches. */
  readonly opened = (name: DocumentName) => this.open.get(name)

  recordsOf(name: DocumentName): readonly RecordBase[] {
    return this.definitions.flatMap(({ type }) =>
      [...this.records.all(type)].filter(({ document }) => document === name),
    )
  }

  /** Fetches what other tabs have written. */
  readonly pull = (name: DocumentName): Promise<void> => this.open.pull(name)

  /** Entries of other devices are in the journal: every tab takes them up, what is closed is read when there is time. */
  arrived(document: DocumentName, heads: Heads): Promise<void> {
    this.caretaker.heard(document)
    this.ports.tabs.announce({ kind: 'appended', document, heads })
    this.known.tell(document)
    return this.open.pull(document, 'remote')
  }

  /** Writes newer values again that a merge had replaced; not undoable. */
  repair(name: DocumentName, overruled: readonly Overruled[]): void {
    const open = this.open.get(name)
    if (!open || this.access.of(name) !== 'write') return
    this.saving.enqueue(name, open.document.repair(overruled), { id: this.newId(), name: 'repair' }, [])
  }

  async close(): Promise<void> {
    this.closing.tell()
    this.caretaker.stop()
    await this.saving.settled()
    this.ports.tabs.close()
    await this.ports.storage.close()
    this.open.destroy()
  }

  private async travel(from: Side): Promise<Result<Done, SessionRefusal>> {
    if (!this.open.isReady) await this.open.allReady()
    const step = this.history.take(from)
    if (!step) return refuse({ because: 'nothingToUndo' })
    if (this.isMissing(step.changes)) await this.openOf(step.changes)
    const changes = takeBack(step, this.currentValue, [this.ports.now(), this.actor])
    const barred = whyNotWrite(changes, this.session.getState(), this.access)
    if (changes.length > 0 && !barred) this.write(changes, { id: this.newId(), name: `undo:${step.label.name}` })
    // What may not be done now can be done when it may.
    if (barred) this.history.keep(step, from)
    else if (changes.length > 0) this.history.keep({ label: step.label, changes }, otherSide(from))
    this.session.setState(this.history.next)
    if (barred) return refuse(barred)
    return changes.length > 0 ? ok({ label: step.label, changes }) : refuse({ because: 'nothingToUndo' })
  }

  private remember(step: UndoStep): void {
    this.history.remember(step)
    this.session.setState(this.history.next)
  }

  private readonly currentValue = (document: DocumentName, type: string, id: string, cell: string) =>
    this.open.get(document)?.document.value(type, id, cell)

  private readonly newId = (): string => idFrom(this.ports.randomBytes(12))

  private context(): RuleContext {
    const now = timeOf(this.nextStamp())
    return { actor: this.actor, now, newId: () => this.newId(), jitter: this.ports.jitter }
  }

  private nextStamp(): Stamp {
    return nextStamp(Math.max(this.stamp, this.open.newest), this.ports.now())
  }

  private isMissing(changes: readonly Change[]): boolean {
    return changes.some(({ document }) => !this.open.get(document))
  }

  private async openOf(changes: readonly Change[]): Promise<void> {
    const missing = new Set(changes.map(({ document }) => document).filter(name => !this.open.get(name)))
    // Without closing others: a restore may write into more team documents than usually stay open.
    for (const name of missing) await this.open.ready(name)
  }

  write(changes: readonly Change[], label: CommandLabel): void {
    this.stamp = this.nextStamp()
    const names = new Set(changes.map(({ document }) => document))
    const at = { at: this.ports.now(), by: this.actor }
    this.records.batch(() => {
      for (const name of names) {
        const own = changes.filter(({ document }) => document === name)
        const updates = this.open.get(name)?.document.apply(own, this.stamp) ?? []
        this.saving.enqueue(name, updates, label, activityOf(own, { ...at, document: name, command: label }), own)
      }
    })
  }

  private documentOpened(document: RecordDocument, report: LoadReport): void {
    const { ready, readOnly, findings } = this.session.getState()
    this.session.setState({
      ready: new Set(ready).add(document.name),
      readOnly: document.leastVersion > 1 ? new Set(readOnly).add(document.name) : readOnly,
      findings: [...findings, ...report.findings],
    })
    this.stamp = Math.max(this.stamp, Math.min(document.newest, stampAt(this.ports.now())))
    this.caretaker.opened(document.name)
  }

  private documentClosed(name: DocumentName): void {
    const ready = new Set(this.session.getState().ready)
    ready.delete(name)
    this.session.setState({ ready })
  }

  private saved(document: DocumentName, heads: Heads): void {
    this.ports.tabs.announce({ kind: 'appended', document, heads })
    this.caretaker.saved(document)
    this.tellAppended(document)
  }

  private tellAppended(document: DocumentName): void {
    this.appended.tell(document)
    this.known.tell(document)
  }
}
