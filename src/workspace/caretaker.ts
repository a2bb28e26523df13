import type { Overruled, RecordDocument, Touched } from '../document/record-document.ts'
import { isCreation } from '../domain/kernel/change.ts'
import { teamOfDocument, type DocumentName, type RecordBase } from '../domain/kernel/record.ts'
import { emptyBin } from '../domain/work/bin.ts'
import type { Intents } from './intents.ts'
import { sameHeads } from './open-documents.ts'
import type { Heads, Ports } from './ports.ts'
import { tendBlobs } from './tend-blobs.ts'
import type { Workspace } from './workspace.ts'

/** The copy is stored when nothing was written for this long. */
const quietTime = 2500
/** After a failure housework rests for this long. */
const patience = 4000
/** Photos and files are looked through this often, milliseconds. */
const blobRound = 3_600_000

/**
 * The leader tab's housework: adopts what dead tabs left, keeps document copies and read model close behind the journal, and
 * writes newer values again that a merge had replaced by older ones.
 */
export class Caretaker {
  private readonly ports: Ports
  private readonly workspace: Workspace
  private readonly intents: Intents
  private leading = false
  private readonly stale = new Set<DocumentName>()
  private readonly touched = new Map<DocumentName, Map<string, Touched>>()
  /** Documents whose read model this leader has found true or rebuilt; from then on it is carried along. */
  private readonly projected = new Set<DocumentName>()
  private readonly tended = new Map<DocumentName, number>()
  private readonly repaired = new Set<string>()
  private readonly adopted = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private tidying: Promise<void> = Promise.resolve()
  private lookAgain: ReturnType<typeof setTimeout> | undefined

  constructor(ports: Ports, workspace: Workspace, intents: Intents) {
    this.ports = ports
    this.workspace = workspace
    this.intents = intents
  }

  lead(): void {
    this.leading = true
    this.takeOver()
    this.schedule()
  }

  stop(): void {
    this.leading = false
    clearTimeout(this.timer)
    clearTimeout(this.lookAgain)
  }

  /** What the dead tab wrote may reach this one a little later than the news of its death: one more look when it is quiet. */
  tabClosed(): void {
    if (!this.leading) return
    this.takeOver()
    clearTimeout(this.lookAgain)
    this.lookAgain = setTimeout(() => this.takeOver(), quietTime)
  }

  /** Another tab has written into a document, which may not be open here. */
  heard(document: DocumentName): void {
    this.stale.add(document)
    this.schedule()
  }

  opened(document: DocumentName): void {
    this.stale.add(document)
    this.schedule()
    if (this.leading) this.lookForOrphans()
  }

  /** The journal gives another document than before: what was projected of it is built anew. */
  reread(document: DocumentName): void {
    this.projected.delete(document)
    this.heard(document)
    void this.goOn(document).catch(() => undefined)
  }

  /**
   * What was edited while it was read comes from the journal; what could not be saved, because it was made on what is not there any more, is made
   * anew where its record still is.
   */
  private async goOn(document: DocumentName): Promise<void> {
    const { saving } = this.workspace
    const undone = await saving.takeOut(document)
    for (const { changes, label } of undone) {
      const here = this.workspace.opened(document)?.document
      const made = new Set(changes.filter(isCreation).map(({ id }) => id))
      this.workspace.write(
        changes.filter(({ type, id }) => made.has(id) || here?.raw(type, id) !== undefined),
        label,
      )
    }
    if (undone.length > 0) saving.tryAgain()
    await this.workspace.pull(document)
  }

  changed(document: DocumentName, touched: readonly Touched[]): void {
    if (!this.leading) return
    const known = this.touched.get(document) ?? new Map<string, Touched>()
    for (const one of touched) known.set(`${one.type}/${one.id}`, one)
    this.touched.set(document, known)
  }

  saved(document: DocumentName): void {
    this.stale.add(document)
    this.schedule()
  }

  /** Once per cell and stamp, by the device that wrote the newer value: done by all of them, each conflict would cost an entry of each. */
  overruled(document: DocumentName, overruled: Overruled): void {
    if (!this.leading) return
    const key = `${document}/${overruled.type}/${overruled.id}/${overruled.cell}/${overruled.stamp}`
    if (this.repaired.has(key)) return
    this.repaired.add(key)
    void this.repairOwn(document, overruled).catch(() => this.repaired.delete(key))
  }

  private async repairOwn(document: DocumentName, overruled: Overruled): Promise<void> {
    const isFromHere = this.workspace.opened(document)?.document.ydoc.clientID === overruled.client
    if (isFromHere || (await this.ports.storage.wroteHere(document, overruled.client))) {
      await Promise.resolve()
      this.workspace.repair(document, [overruled])
    }
  }

  private schedule(): void {
    if (!this.leading || this.stale.size === 0) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ports.whenIdle(() => this.tidyInTurn()), quietTime)
  }

  /** Two rounds at once would store the same document over each other. */
  private tidyInTurn(): void {
    this.tidying = this.tidying.then(() => this.tidy())
  }

  private async tidy(): Promise<void> {
    // What is put off during the round waits for the next one, or the round would never end.
    const due = [...this.stale]
    for (const name of due) {
      if (!this.leading) return
      this.stale.delete(name)
      try {
        if (await this.tidyDocument(name)) continue
        this.stale.add(name)
      } catch {
        // Caches may fail, on a full disk for example; nothing is lost, and they are tried again after a while.
        this.projected.delete(name)
        this.stale.add(name)
        this.timer = setTimeout(() => this.schedule(), patience)
        return
      }
    }
    this.schedule()
  }

  /** False when edits that are not in the journal yet stand in the way: a copy is never ahead of it. */
  private async tidyDocument(name: DocumentName): Promise<boolean> {
    await this.workspace.saving.settled()
    await this.workspace.openDocument(name)
    await this.workspace.pull(name)
    const opened = this.workspace.opened(name)
    if (!opened || this.workspace.saving.state.getState().pending > 0) return false
    const records = this.workspace.recordsOf(name)
    await this.ports.storage.storeCopy(name, opened.document, records, opened.seen, opened.folds)
    await this.project(name, records, opened.seen)
    const team = teamOfDocument(name)
    if (team !== undefined) await this.workspace.run({ ...emptyBin, isPassedOver: true }, { team })
    await this.tend(opened.document, records)
    return true
  }

  private async tend(document: RecordDocument, records: readonly RecordBase[]): Promise<void> {
    const now = this.ports.now()
    if (now - (this.tended.get(document.name) ?? -Infinity) < blobRound) return
    this.tended.set(document.name, now)
    await tendBlobs(this.ports.blobs, document, records, now)
  }

  private async project(name: DocumentName, records: readonly RecordBase[], heads: Heads): Promise<void> {
    const { readModel } = this.ports
    const touched = this.touched.get(name)
    this.touched.delete(name)
    if (this.projected.has(name)) {
      const changed = records.filter(record => touched?.has(`${record.type}/${record.id}`))
      return readModel.project(name, changed, heads)
    }
    const known = await readModel.projectedHeads(name)
    if (!known || !sameHeads(known, heads)) await readModel.rebuild(name, records, heads)
    this.projected.add(name)
  }

  private takeOver(): void {
    void this.spreadNews().catch(() => undefined)
    this.lookForOrphans()
  }

  /** A copy that cannot be adopted now stays where it lies, for the next look. */
  private lookForOrphans(): void {
    void this.adoptOrphans().catch(() => undefined)
  }

  /** A tab may die between its entry and the word about it: the leader reads the journal and says it to the others. */
  private async spreadNews(): Promise<void> {
    for (const name of this.workspace.session.getState().ready) {
      const before = this.workspace.opened(name)?.seen
      await this.workspace.pull(name)
      const heads = this.workspace.opened(name)?.seen
      if (!before || !heads || sameHeads(before, heads)) continue
      this.heard(name)
      this.ports.tabs.announce({ kind: 'appended', document: name, heads })
    }
  }

  private async adoptOrphans(): Promise<void> {
    for (const { key, document, update, command } of await this.ports.writeAhead.orphans()) {
      if (!this.leading || this.adopted.has(key)) continue
      this.adopted.add(key)
      try {
        await this.workspace.adopt(document, update, command, key)
      } catch (error) {
        this.adopted.delete(key)
        throw error
      }
    }
    await this.intents.takeUp(
      name => this.workspace.openDocument(name),
      (command, args) => this.workspace.run(command, args),
    )
  }
}
