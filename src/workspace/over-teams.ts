import {
  workspaceDocument,
  type AnyDefinition,
  type DocumentName,
  type IndexNameOf,
  type RecordOf,
} from '../domain/kernel/record.ts'
import { records } from '../domain/kernel/view.ts'
import { documentOfTeam, team } from '../domain/people/team.ts'
import { sameHeads } from './open-documents.ts'
import type { Heads } from './ports.ts'
import type { Watched } from './reading.ts'
import { RecordStore } from './record-store.ts'
import type { Workspace } from './workspace.ts'

type Listener = () => void

/**
 * The records of all teams, for screens over many of them: what is open as it is, all else as the read model has it. What the read
 * model does not know yet is opened once, which makes it known.
 */
export class OverTeams implements Watched {
  private readonly workspace: Workspace
  private readonly types: readonly string[]
  /** What the read model says, of open documents too: only what the open ones do not hold is shown from here. */
  private readonly rest: RecordStore
  private read = new Map<DocumentName, Heads>()
  /** Opened once: of more than stay open at a time, one would close the other for ever. */
  private readonly opened = new Set<DocumentName>()
  private looking: Promise<void> = Promise.resolve()
  private readonly listeners = new Set<Listener>()
  /** Everything has been read once. */
  isComplete = false

  /** In: which types of team records are needed. */
  constructor(workspace: Workspace, definitions: readonly AnyDefinition[]) {
    this.workspace = workspace
    this.types = definitions.map(({ type }) => type)
    this.rest = new RecordStore(definitions)
  }

  /** Keeps close behind what any tab writes, until the returned function is called. */
  follow(): () => void {
    const look = () => void this.look().catch((error: unknown) => reportError(error))
    const stopProjected = this.workspace.readModel.onProjected(look)
    const stopSession = this.workspace.session.subscribe(({ ready }, before) => {
      if (ready === before.ready) return
      this.tell()
      look()
    })
    return () => {
      stopProjected()
      stopSession()
    }
  }

  /** Resolves when the records of all teams are here. */
  look(): Promise<void> {
    const next = this.looking.catch(() => undefined).then(() => this.readAll())
    this.looking = next
    return next
  }

  get<D extends AnyDefinition>(definition: D, id: string): RecordOf<D> | undefined {
    return this.workspace.records.get(definition, id) ?? this.rest.get(definition, id)
  }

  ids<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>, key: string): readonly string[] {
    const open = this.workspace.records.ids(definition, index, key)
    const rest = this.rest.ids(definition, index, key)
    const others = rest.filter(id => !this.workspace.records.get(definition, id))
    return others.length === 0 ? open : open.length > 0 ? [...open, ...others] : others
  }

  keys<D extends AnyDefinition>(definition: D, index: IndexNameOf<D>): readonly string[] {
    const open = this.workspace.records.keys(definition, index)
    const rest = this.rest.keys(definition, index)
    const others = rest.filter(key => !open.includes(key) && this.ids(definition, index, key).length > 0)
    return others.length === 0 ? open : [...open, ...others].sort()
  }

  onRecord(type: string, id: string, listener: Listener): () => void {
    return this.onBoth(store => store.onRecord(type, id, listener), listener)
  }

  onList(type: string, index: string, key: string, listener: Listener): () => void {
    return this.onBoth(store => store.onList(type, index, key, listener), listener)
  }

  onKeys(type: string, index: string, listener: Listener): () => void {
    return this.onBoth(store => store.onKeys(type, index, listener), listener)
  }

  private onBoth(listen: (store: RecordStore) => () => void, listener: Listener): () => void {
    const stops = [listen(this.workspace.records), listen(this.rest)]
    // One listener may listen to many things, and stop listening to one of them.
    const own = () => listener()
    this.listeners.add(own)
    return () => {
      for (const stop of stops) stop()
      this.listeners.delete(own)
    }
  }

  private tell(): void {
    for (const listener of Array.from(this.listeners)) listener()
  }

  private async readAll(): Promise<void> {
    // Which teams there are is only known when all of it is here; what paints first may hold less.
    await this.workspace.openDocument(workspaceDocument)
    const standing = await this.workspace.readModel.standing()
    await this.openUnknown(name => standing.get(name)?.isBehind ?? true)
    const due = [...standing].filter(([name, { heads }]) => !sameHeads(this.read.get(name) ?? {}, heads))
    const wanted = new Map(due.map(([name, { heads }]) => [name, heads]))
    for (const type of due.length === 0 ? [] : this.types) {
      const found = await this.workspace.readModel.ofType(type)
      this.rest.load(found.filter(({ document }) => wanted.has(document)))
    }
    for (const [name, heads] of wanted) this.read.set(name, heads)
    this.isComplete = true
  }

  private async openUnknown(isUnknown: (name: DocumentName) => boolean): Promise<void> {
    for (const record of records(this.workspace.records, team, 'all', 'all')) {
      const name = documentOfTeam(record)
      if (this.opened.has(name) || !isUnknown(name) || this.workspace.session.getState().ready.has(name)) continue
      this.opened.add(name)
      await this.workspace.openDocument(name)
    }
  }
}
