import { useSyncExternalStore } from 'react'

/**
 * The place of the app stands behind the hash, and what it is narrowed to behind a question mark there: so no server is ever told of
 * it. One listener for all, so that nothing is drawn between the first and the last of those who listen.
 */
const listeners = new Set<() => void>()
const tell = (): void => listeners.forEach(listener => listener())

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) addEventListener('hashchange', tell)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('hashchange', tell)
  }
}

/** What stands behind the hash: the address without its query, and the query. */
export const hashParts = (): readonly [address: string, query: string] => {
  const [address = '', ...query] = location.hash.replace(/^#?\/?/, '/').split('?')
  return [address, query.join('?')]
}

const address = (): string => hashParts()[0]
const query = (): string => hashParts()[1]

const navigate = (to: string, { replace = false }: { readonly replace?: boolean } = {}): void => {
  const url = new URL(location.href)
  url.hash = to.replace(/^#?\/?/, '/')
  history[replace ? 'replaceState' : 'pushState'](null, '', url)
  tell()
}

const useHashQuery = () => useSyncExternalStore(subscribe, query)

const useHashAddress = () => [useSyncExternalStore(subscribe, address), navigate] as [string, typeof navigate]

/** For the router: addresses behind the hash, with their query. */
export const useHashLocation = Object.assign(useHashAddress, {
  hrefs: (href: string) => `#${href}`,
  searchHook: useHashQuery,
})
