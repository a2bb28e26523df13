import { searchKinds, type SearchKind } from '../../domain/search/search-entry.ts'
import { queryOf, setQuery, usePlaceQuery, valueIn, withValues } from '../../parts/place-query.ts'

/** What is looked for, and where. It stands in the address of the place. */
export type Wanted = Readonly<{
  text: string
  /** A team's id; undefined: all teams. */
  team: string | undefined
  kind: SearchKind | undefined
  inBin: boolean
}>

export const nothingWanted: Wanted = { text: '', team: undefined, kind: undefined, inBin: false }

/** Under which its query is kept. */
export const place = 'search'

export const kindNamed = (name: string | undefined): SearchKind | undefined => searchKinds.find(kind => kind === name)

const wantedIn = (query: string): Wanted => ({
  text: valueIn(query, 'q') ?? '',
  team: valueIn(query, 'team'),
  kind: kindNamed(valueIn(query, 'kind')),
  inBin: valueIn(query, 'bin') !== undefined,
})

export const setWanted = (part: Partial<Wanted>): void => {
  const { text, team, kind, inBin } = { ...wantedIn(queryOf(place)), ...part }
  setQuery(place, withValues('', { q: text, team, kind, bin: inBin ? '1' : undefined }))
}

export const useWanted = (): Wanted => wantedIn(usePlaceQuery(place))

/** Filters besides the words. */
export const filterCount = ({ team, kind }: Wanted): number =>
  (team === undefined ? 0 : 1) + (kind === undefined ? 0 : 1)
