import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import type { SearchEntry, SearchKind, TextPart } from '../domain/search/search-entry.ts'

export type Question = Readonly<{
  text: string
  /** A team's document; undefined: everything on the device. */
  document: DocumentName | undefined
  /** Undefined: everything. */
  kind: SearchKind | undefined
  /** Also what lies in the bins. */
  inBin: boolean
  /** Hits told in full. */
  most: number
}>

/** One thing that was found. */
export type Hit = Readonly<
  Pick<SearchEntry, 'id' | 'kind' | 'document' | 'itemKind' | 'title' | 'key' | 'inBin' | 'isOver' | 'hasLeft'> & {
    /** The name of the column it stands in; undefined: none, or the backlog. */
    column: string | undefined
    /** A line of the text in which the words stand, when the title does not hold them all. */
    excerpt: Readonly<{ part: TextPart; text: string }> | undefined
  }
>

export type Found = Readonly<{ hits: readonly Hit[]; total: number }>

/** An index of words in memory. It is given records and works them in when it is told to, a little at a time. */
export type SearchIndex = {
  take(records: Iterable<RecordBase>): void
  /** Works for at most so many milliseconds. Out: whether everything is in. */
  work(milliseconds: number): boolean
  find(question: Question): Found
}

/** The search over everything this device holds. */
export type Search = {
  /** Everything is in; before that, what is found may not be all. */
  readonly isWhole: boolean
  find(question: Question): Found
  /** Told when more has come in, or something was changed. */
  readonly subscribe: (listener: () => void) => () => void
  /** Grows with every telling. */
  readonly version: number
}
