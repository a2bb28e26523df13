import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useLocation, useRouter } from 'wouter'
import { createStore, useStore } from 'zustand'
import type { ChosenTeam } from './use-team.ts'

/**
 * What stands behind the question mark of a place's address: its filter, its shape, its order. It stays while its person looks at
 * another place; the address follows it, and it follows the address.
 */
const queries = createStore<{ readonly [place: string]: string }>(() => ({}))

/** The place whose query belongs to the address now. */
let shown = ''

/** The name of a team's place, for the functions below. */
export const placeOf = ({ id }: Pick<ChosenTeam, 'id'>, place: string): string => `${id}/${place}`

export const queryOf = (place: string): string => queries.getState()[place] ?? ''
export const onQueryChange = (listener: () => void): (() => void) => queries.subscribe(listener)
export const usePlaceQuery = (place: string): string => useStore(queries, state => state[place] ?? '')
export const setQuery = (place: string, query: string): void => queries.setState({ [place]: query })

/** An address with what the place below it is narrowed to: an overlay, and the way back from it, keep the filter. */
export const withQuery = (address: string): string => {
  const query = queryOf(shown)
  return query === '' ? address : `${address}?${query}`
}

/** One value of a query; undefined when it does not stand there. */
export const valueIn = (query: string, name: string): string | undefined =>
  new URLSearchParams(query).get(name) ?? undefined

/** A query with some values set anew; what is empty goes. The order is always the same, so that equal queries are equal texts. */
export const withValues = (query: string, values: Readonly<Record<string, string | undefined>>): string => {
  const params = new URLSearchParams(query)
  for (const [name, value] of Object.entries(values))
    if (value) params.set(name, value)
    else params.delete(name)
  params.sort()
  return params.toString()
}

/** What a link or the way back brings, in the one order of its values. */
const take = (place: string, search: string): void => {
  const query = withValues(search, {})
  if (query !== queryOf(place)) setQuery(place, query)
}

/** Somebody who types has come to a rest; browsers refuse more than a few changes of the address a second. */
const calm = 250

type InAddressProps = { readonly place: string; readonly children: ReactNode }

/** Keeps a place's query in the address, both ways. Around the screen of the place, which is not drawn anew when the address follows. */
export const InAddress = ({ place, children }: InAddressProps): ReactNode => {
  useQueryInAddress(place)
  return children
}

/** The same for what is drawn once. */
export const useQueryInAddress = (place: string): void => {
  const router = useRouter()
  // oxlint-disable-next-line react/hooks -- the router calls it; `useSearch` would decode it twice
  const search = router.searchHook(router)
  const [address, navigate] = useLocation()
  // Before anything of the place is drawn, so that nothing is drawn twice.
  useState(() => search !== '' && take(place, search))
  const arrived = useRef('')
  const at = useRef({ address, search })
  useLayoutEffect(() => {
    at.current = { address, search }
  })
  useLayoutEffect(() => {
    const isArrival = arrived.current !== place
    arrived.current = place
    shown = place
    if (search === '' && isArrival && queryOf(place) !== '') navigate(withQuery(at.current.address), { replace: true })
    else take(place, search)
  }, [place, search, navigate])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      if (queryOf(place) !== at.current.search) navigate(withQuery(at.current.address), { replace: true })
    }
    const stop = queries.subscribe((now, before) => {
      if (now[place] === before[place]) return
      clearTimeout(timer)
      timer = setTimeout(write, calm)
    })
    return () => {
      stop()
      clearTimeout(timer)
      // The next place may have taken over before this one hears that it is left.
      if (shown === place) shown = ''
    }
  }, [place, navigate])
}
