import { heldCells } from '../document/held-cells.ts'
import { RecordDocument } from '../document/record-document.ts'
import {
  personalDocument,
  teamOfDocument,
  type AnyDefinition,
  type DocumentName,
  type RecordBase,
  type RecordOf,
} from '../domain/kernel/record.ts'
import type { View } from '../domain/kernel/view.ts'
import { cardNews, type WrittenRecord } from '../domain/visits/card-news.ts'
import { markRead } from '../domain/visits/mark-read.ts'
import { readMark, readUpTo } from '../domain/visits/read-mark.ts'
import { noNews, withTeam, type TeamNews } from './news.ts'
import { sameHeads } from './open-documents.ts'
import type { Past, WrittenEntry } from './past-port.ts'
import type { Heads } from './ports.ts'
import type { Workspace } from './workspace.ts'

export type VisitsParts = Readonly<{
  workspace: Workspace
  past: Past
  definitions: readonly AnyDefinition[]
  now: () => number
  /** This device, in hexadecimal. */
  device: string
  /** Whose a device is. */
  personOf: (device: string) => string | undefined
  /** All that my other devices have read is here, as far as this one can tell: whoever has no mark may begin one. */
  mayBegin: (document: DocumentName) => Promise<boolean>
}>

/** Records as they were at some heads, by type and id. */
type PastRecords = Readonly<{ read: Heads; records: Map<string, RecordBase | undefined> }>

/** What comes together is looked at together, milliseconds; after a long look a longer one. */
const pause = 250
const restOfLook = 4
/** A document that comes for the first time comes in pieces: it is still before what was found last counts as read. */
const calm = 2_000

/**
 * Keeps in sight what others have changed since this person looked last, on whichever of their devices. What was there when they joined
 * is no news.
 */
export class Visits {
  private readonly parts: VisitsParts
  private readonly due = new Set<DocumentName>()
  private readonly found = new Map<DocumentName, Readonly<{ heads: Heads; at: number }>>()
  private readonly pasts = new Map<DocumentName, PastRecords>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private isLooking = false
  private isClosed = false
  private rest = pause
  private stops: readonly (() => void)[] = []

  constructor(parts: VisitsParts) {
    this.parts = parts
  }

  /** Resolves when everything has been looked at once. */
  async begin(): Promise<void> {
    const { workspace, past, device } = this.parts
    workspace.session.setState({ news: { ...noNews, device } })
    await workspace.openDocument(personalDocument(workspace.actor))
    const lookAtAll = () => void this.lookAtAll().catch((error: unknown) => reportError(error))
    this.stops = [
      workspace.onEntries(document => teamOfDocument(document) !== undefined && this.lookSoon(document)),
      workspace.records.onType(readMark.type, lookAtAll),
    ]
    for (const document of await past.teams()) await this.look(document)
  }

  /** Somebody else belongs here now, or has come to know more: what was put off may be due. */
  async lookAtAll(): Promise<void> {
    for (const document of await this.parts.past.teams()) this.lookSoon(document)
  }

  /** Nothing waits to be looked at. */
  get isQuiet(): boolean {
    return this.due.size === 0 && !this.isLooking
  }

  close(): void {
    this.isClosed = true
    clearTimeout(this.timer)
    for (const stop of this.stops) stop()
  }

  private lookSoon(document: DocumentName, after = this.rest): void {
    this.due.add(document)
    if (this.isLooking || this.isClosed) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.lookAtDue(), after)
  }

  private async lookAtDue(): Promise<void> {
    this.isLooking = true
    const since = performance.now()
    const documents = [...this.due]
    this.due.clear()
    for (const document of documents) await this.look(document).catch((error: unknown) => reportError(error))
    this.isLooking = false
    this.rest = Math.max(pause, restOfLook * (performance.now() - since))
    for (const document of this.due) this.lookSoon(document)
  }

  private async look(document: DocumentName): Promise<void> {
    const { workspace, past, personOf } = this.parts
    const heads = await past.heads(document)
    const read = readUpTo(workspace.records, document)
    if (!read) return this.beginMark(document, heads)
    const others = Object.keys(heads).filter(
      device => (heads[device] ?? 0) > (read[device] ?? 0) && personOf(device) !== workspace.actor,
    )
    const cards = others.length === 0 ? [] : await this.cardsOf(document, others, read, heads)
    if (!this.isClosed) this.tell(document, cards.length === 0 ? undefined : { heads, cards })
  }

  /** Who has never looked begins with what is here: at once where it is all their own, else when it has stopped coming. */
  private async beginMark(document: DocumentName, heads: Heads): Promise<void> {
    const { workspace, device, mayBegin, personOf, now } = this.parts
    if (!(await mayBegin(document))) return this.lookSoon(document, calm)
    const before = this.found.get(document)
    if (!before || !sameHeads(before.heads, heads)) this.found.set(document, { heads, at: now() })
    const isOwn = Object.keys(heads).every(one => personOf(one) === workspace.actor)
    const isStill = before !== undefined && sameHeads(before.heads, heads) && now() - before.at >= calm
    if (!isOwn && !isStill) return this.lookSoon(document, calm)
    this.found.delete(document)
    await workspace.run(markRead, { device, read: [{ of: document, heads }] })
  }

  private async cardsOf(document: DocumentName, others: readonly string[], read: Heads, heads: Heads) {
    const { past, workspace } = this.parts
    const entries = await past.written(document, others, read, heads)
    await workspace.pull(document)
    const open = workspace.opened(document)?.document
    const after = open ?? (await this.folded(document))
    const written = this.writtenIn(after, entries)
    const before = await this.asRead(document, lesserOf(read, heads), written)
    const cards = cardNews({ before, after: viewOf(after, workspace.records), written })
    if (!open) after.destroy()
    return cards
  }

  /** These records as they were up to there. Folding a document costs as much as opening it: what is known of that moment is kept. */
  private async asRead(
    document: DocumentName,
    read: Heads,
    written: readonly WrittenRecord[],
  ): Promise<Pick<View, 'get'>> {
    const known = this.pasts.get(document)
    const past = known && sameHeads(known.read, read) ? known : { read, records: new Map() }
    this.pasts.set(document, past)
    const { records } = past
    const missing = written.filter(({ type, id }) => !records.has(`${type}/${id}`))
    if (missing.length > 0) {
      const folded = await this.folded(document, read)
      for (const { type, id } of missing) records.set(`${type}/${id}`, folded.read(type, id))
      folded.destroy()
    }
    return {
      get: <D extends AnyDefinition>({ type }: D, id: string) =>
        records.get(`${type}/${id}`) as RecordOf<D> | undefined,
    }
  }

  private async folded(document: DocumentName, at?: Heads): Promise<RecordDocument> {
    const { past, definitions, now } = this.parts
    const folded = new RecordDocument(document, definitions, now)
    await past.fold(document, folded, at)
    return folded
  }

  private writtenIn(after: RecordDocument, entries: readonly WrittenEntry[]): readonly WrittenRecord[] {
    const written = new Map<string, { type: string; id: string; cells: Map<string, string> }>()
    for (const { device, update } of entries)
      for (const { type, id, cell } of heldCells(after.ydoc, update)) {
        const record = written.get(`${type}/${id}`) ?? { type, id, cells: new Map<string, string>() }
        written.set(`${type}/${id}`, record)
        record.cells.set(cell, this.parts.personOf(device) ?? '')
      }
    return [...written.values()]
  }

  private tell(document: DocumentName, news: TeamNews | undefined): void {
    const { session } = this.parts.workspace
    const known = session.getState().news
    if (!news && !known.teams.has(document)) return
    session.setState({ news: withTeam(known, document, news) })
  }
}

/** What was read on another device may still be on its way to this one. */
const lesserOf = (read: Heads, here: Heads): Heads =>
  Object.fromEntries(Object.entries(read).map(([device, seq]) => [device, Math.min(seq, here[device] ?? 0)]))

/** Records of one document, and what lies beside it. */
const viewOf = (document: RecordDocument, beside: Pick<View, 'get'>): Pick<View, 'get'> => ({
  get: <D extends AnyDefinition>(definition: D, id: string) =>
    (document.read(definition.type, id) as RecordOf<D> | undefined) ?? beside.get(definition, id),
})
