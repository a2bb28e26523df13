import * as Y from 'yjs'
import type { RecordDocument } from '../../../src/document/record-document.ts'
import type { Heads } from '../../../src/workspace/ports.ts'
import type { MemoryJournal } from '../../sync/support/memory-journal.ts'

/** A card as it stands in a document; `place` is its column and rank in one cell. */
export type Card = Readonly<Record<string, unknown>>

/** What a document says, in one form whoever asks. */
export const canonicalOf = (doc: Y.Doc): string => {
  const cards = doc.getMap('item').toJSON() as Record<string, Record<string, unknown>>
  const rows = Object.keys(cards)
    .sort()
    .map(id => [id, Object.entries(cards[id] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))])
  return JSON.stringify(rows)
}

/** The board a document shows: cards by column, in order of rank. What stands nowhere known is shown first. */
export const boardOf = (doc: Y.Doc): readonly (readonly [column: string, id: string])[] =>
  [...(doc.getMap('item') as Y.Map<Y.Map<unknown>>)]
    .filter(([, card]) => card instanceof Y.Map && card.get('bin') !== true)
    .map(([id, card]) => ({ id, place: String(card.get('place') ?? '|') }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id, place }) => [place.split('|')[0] ?? '', id])

type Work = (cards: Y.Map<Y.Map<unknown>>, doc: Y.Doc) => void

type Sheet = {
  readonly doc: Y.Doc
  seen: Heads
  folds: number
  pending: Uint8Array[]
  /** What was written and is not saved. */
  works: Work[]
  turn: Promise<unknown>
  /** Updates that Yjs has told of; one that stays silent has lost its listeners. */
  heard: number
}

/** Says of which device's entry an edit has become part. */
type OnSaved = (document: string, seq: number) => void

/**
 * What a person writes on in the simulator: documents of cards in Yjs. As in the app an edit is on the screen first, then in the journal, and
 * called saved only when it is durable there.
 */
export class Notebook {
  private readonly journal: MemoryJournal
  private readonly device: string
  private readonly onSaved: OnSaved
  private readonly sheets = new Map<string, Sheet>()
  private serial = 0

  constructor(journal: MemoryJournal, device: string, onSaved: OnSaved) {
    this.journal = journal
    this.device = device
    this.onSaved = onSaved
  }

  get names(): readonly string[] {
    return [...this.sheets.keys()]
  }

  doc(document: string): Y.Doc | undefined {
    return this.sheets.get(document)?.doc
  }

  heard(document: string): number {
    return this.sheets.get(document)?.heard ?? 0
  }

  cards(document: string): Y.Map<Y.Map<unknown>> | undefined {
    return this.sheets.get(document)?.doc.getMap('item')
  }

  async open(document: string): Promise<Y.Doc> {
    const known = this.sheets.get(document)
    if (known) return known.doc
    const doc = new Y.Doc()
    const sheet: Sheet = { doc, seen: {}, folds: 0, pending: [], works: [], turn: Promise.resolve(), heard: 0 }
    this.sheets.set(document, sheet)
    const into = {
      ydoc: doc,
      mergeAll: (updates: readonly Uint8Array[], origin: unknown) => {
        for (const update of updates) Y.applyUpdate(doc, update, origin)
      },
    }
    const { heads, folds = 0 } = await this.journal.storage.load(document, into as unknown as RecordDocument)
    sheet.seen = heads
    sheet.folds = folds
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      sheet.heard++
      if (origin !== 'storage') sheet.pending.push(update)
    })
    return doc
  }

  /** Writes, and resolves when it is durable or could not be saved; what could not be is tried again with the next edit. */
  async write(document: string, work: Work): Promise<boolean> {
    const doc = await this.open(document)
    this.sheets.get(document)?.works.push(work)
    doc.transact(() => work(doc.getMap('item'), doc))
    return this.save(document)
  }

  /** One after the other: what could not be saved goes before what was written after it. */
  async save(document: string): Promise<boolean> {
    const sheet = this.sheets.get(document)
    if (!sheet) return true
    const turn = sheet.turn.then(() => this.saveNow(document, sheet))
    sheet.turn = turn.catch(() => undefined)
    return turn
  }

  private async saveNow(document: string, sheet: Sheet): Promise<boolean> {
    if (sheet.pending.length === 0) return true
    const [updates, works] = [sheet.pending, sheet.works]
    sheet.pending = []
    sheet.works = []
    const commands = [{ id: `c${this.serial++}`, name: 'renameItem' }]
    const kept = await this.journal.storage.append({ document, updates, commands, activity: [] })
    if (kept.ok) this.onSaved(document, kept.heads[this.device] ?? 0)
    else {
      sheet.pending = [...updates, ...sheet.pending]
      sheet.works = [...works, ...sheet.works]
    }
    return kept.ok
  }

  /** Takes in what has come from others. */
  async arrived(document: string): Promise<void> {
    const sheet = this.sheets.get(document)
    if (!sheet) return
    const { updates, heads, folds = 0 } = await this.journal.storage.since(document, sheet.seen)
    if (folds !== sheet.folds) return this.reread(document, sheet)
    sheet.seen = heads
    for (const update of updates) Y.applyUpdate(sheet.doc, update, 'storage')
  }

  /** The document stands otherwise in the journal: it is read anew, by a fresh client. What is being saved comes from there. */
  private async reread(document: string, old: Sheet): Promise<void> {
    if (this.sheets.get(document) !== old) return
    this.sheets.delete(document)
    await this.open(document)
    const sheet = this.sheets.get(document)
    if (sheet) sheet.heard += old.heard
    await old.turn
    await this.arrived(document)
    // What could not be saved was made on what is not there any more: it is made anew.
    for (const work of old.works) await this.write(document, work)
  }
}
