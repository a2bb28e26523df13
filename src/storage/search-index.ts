import MiniSearch, { type Query, type SearchOptions } from 'minisearch'
import { column, type Column } from '../domain/kanban/column.ts'
import type { RecordBase } from '../domain/kernel/record.ts'
import { excerptOf, markWords, shortestInside } from '../domain/search/mark-words.ts'
import { itemOfPart, searchEntry, type SearchEntry } from '../domain/search/search-entry.ts'
import { rawWords, spellings, typedWords } from '../domain/search/words.ts'
import { impediment } from '../domain/impediments/impediment.ts'
import { sprint } from '../domain/scrum/sprint.ts'
import { backlog, item, type Item } from '../domain/work/item.ts'
import type { Found, Hit, Question, SearchIndex } from '../workspace/search-port.ts'

type Indexed = { readonly id: string; readonly key: string; readonly title: string; readonly text: string }

/** A word counts most in a key, then in a title. Inside a word it counts less than where the word begins. */
const atBeginning: SearchOptions = { prefix: true, boost: { key: 8, title: 4, text: 1 } }
const inside: SearchOptions = { prefix: false, boost: { key: 1, title: 0.8, text: 0.2 } }
/** One letter begins half of all words: only keys and titles are looked through. */
const oneLetter: SearchOptions = { prefix: true, fields: ['key', 'title'], boost: { key: 8, title: 4 } }
/** Words that hold what was typed; more say that too little was typed. */
const mostInside = 60
/** Entries between two looks at the clock. */
const atOnce = 8

const standsAlone: ReadonlySet<string> = new Set([item.type, impediment.type, sprint.type])

const isLive = ({ deleted }: RecordBase): boolean => deleted === null

/** The words of all records on this device, by MiniSearch, and the records themselves, which say what was found. */
export class WordIndex implements SearchIndex {
  private readonly index = new MiniSearch<Indexed>({
    fields: ['key', 'title', 'text'],
    tokenize: text => rawWords(text) as string[],
    processTerm: raw => this.noted(spellings(raw)),
    searchOptions: { tokenize: text => text.split(' '), processTerm: term => term, combineWith: 'AND' },
    autoVacuum: { batchSize: 200, batchWait: 20 },
  })
  private readonly words = new Set<string>()
  private readonly records = new Map<string, RecordBase>()
  private readonly parts = new Map<string, Set<string>>()
  private readonly columns = new Map<string, Column>()
  private readonly entries = new Map<string, SearchEntry>()
  private readonly due = new Set<string>()

  take(records: Iterable<RecordBase>): void {
    for (const record of records) this.takeOne(record)
  }

  work(milliseconds: number): boolean {
    const end = performance.now() + milliseconds
    let count = 0
    for (const id of this.due) {
      this.due.delete(id)
      this.enter(id)
      if (++count % atOnce === 0 && performance.now() > end) break
    }
    return this.due.size === 0
  }

  find(question: Question): Found {
    const words = typedWords(question.text)
    if (words.length === 0) return { hits: [], total: 0 }
    const results = this.index.search(this.queryFor(words), {
      filter: ({ id }) => this.fits(this.entries.get(id as string), question),
    })
    const hits = results.slice(0, question.most).flatMap(({ id }) => {
      const entry = this.entries.get(id as string)
      return entry ? [this.hit(entry, words)] : []
    })
    return { hits, total: results.length }
  }

  private noted(terms: readonly string[]): string[] {
    for (const term of terms) this.words.add(term)
    return terms as string[]
  }

  private takeOne(record: RecordBase): void {
    if (record.type === column.type) return void this.columns.set(record.id, record as Column)
    const owner = itemOfPart(record)
    if (owner === undefined && !standsAlone.has(record.type)) return
    this.records.set(record.id, record)
    if (owner === undefined) {
      this.due.add(record.id)
      // What lies in the bin alone is found only while its card is there.
      for (const part of this.parts.get(record.id) ?? []) this.due.add(part)
    } else {
      this.parts.set(owner, (this.parts.get(owner) ?? new Set()).add(record.id))
      this.due.add(record.id).add(owner)
    }
  }

  private enter(id: string): void {
    const record = this.records.get(id)
    if (!record) return
    const owner = this.records.get(itemOfPart(record) ?? '') as Item | undefined
    const parts = [...(this.parts.get(id) ?? [])].flatMap(part => this.records.get(part) ?? [])
    const entry = searchEntry(record, { parts, owner })
    const [before, after] = [wordsOf(this.entries.get(id)), wordsOf(entry)]
    if (entry) this.entries.set(id, entry)
    else this.entries.delete(id)
    // A document that opens brings thousands of records that are known word for word.
    if (sameWords(before, after)) return
    if (before) this.index.discard(id)
    if (after) this.index.add(after)
  }

  private queryFor(words: readonly string[]): Query {
    return { combineWith: 'AND', queries: words.map(word => this.queryForWord(word)) }
  }

  private queryForWord(word: string): Query {
    const beginning: Query = { ...(word.length === 1 ? oneLetter : atBeginning), queries: [word] }
    const holding = word.length < shortestInside ? [] : this.wordsHolding(word)
    if (holding.length === 0) return beginning
    return { combineWith: 'OR', queries: [beginning, { ...inside, combineWith: 'OR', queries: [...holding] }] }
  }

  private wordsHolding(word: string): readonly string[] {
    const found: string[] = []
    for (const known of this.words) {
      if (known.length <= word.length || known.indexOf(word, 1) < 0) continue
      found.push(known)
      if (found.length === mostInside) break
    }
    return found
  }

  private fits(entry: SearchEntry | undefined, { document, kind, inBin }: Question): boolean {
    if (!entry) return false
    return (
      (inBin || !entry.inBin) &&
      (document === undefined || entry.document === document) &&
      (kind === undefined || entry.kind === kind)
    )
  }

  private hit(entry: SearchEntry, words: readonly string[]): Hit {
    const { keys: _keys, texts: _texts, ...told } = entry
    return { ...told, column: this.columnOf(entry.id), excerpt: excerptFor(entry, words) }
  }

  private columnOf(id: string): string | undefined {
    const place = (this.records.get(id) as Item | undefined)?.position?.[0]
    const found = place === undefined || place === backlog ? undefined : this.columns.get(place)
    return found && isLive(found) ? found.name : undefined
  }
}

const wordsOf = (entry: SearchEntry | undefined): Indexed | undefined =>
  entry && {
    id: entry.id,
    key: entry.keys.join(' '),
    title: entry.hasLeft ? '' : entry.title,
    text: entry.texts.map(({ text }) => text).join('\n'),
  }

const sameWords = (one: Indexed | undefined, other: Indexed | undefined): boolean =>
  one?.key === other?.key && one?.title === other?.title && one?.text === other?.text

/** The line that shows why something was found, where its title and keys do not. */
const excerptFor = (entry: SearchEntry, words: readonly string[]): Hit['excerpt'] => {
  const heading = `${entry.title} ${entry.keys.join(' ')}`
  const hidden = words.filter(word => !markWords(heading, [word]).some(({ isFound }) => isFound))
  if (hidden.length === 0) return undefined
  for (const { part, text } of entry.texts) {
    const line = excerptOf(text, hidden)
    if (line !== undefined) return { part, text: line }
  }
  return undefined
}
