import { useCallback } from 'react'
import { filterIn, noFilter, withFilter, type ItemFilter } from './item-filter.ts'
import { placeOf, queryOf, setQuery, usePlaceQuery } from './place-query.ts'
import { useTeam } from './use-team.ts'

/** The filter of one of the team's places, and how to change it. */
export const useItemFilter = (place: string) => {
  const key = placeOf(useTeam(), place)
  const filter = filterIn(usePlaceQuery(key))
  const change = useCallback(
    (part: Partial<ItemFilter>): void =>
      setQuery(key, withFilter(queryOf(key), { ...filterIn(queryOf(key)), ...part })),
    [key],
  )
  const clear = useCallback(() => change(noFilter), [change])
  return { filter, change, clear }
}
