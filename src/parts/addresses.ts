/** Addresses of places and overlays, so that no screen writes another's address by hand. All without `#`. */
export const teamAddress = (team: string, place: string): string => `/t/${encodeURIComponent(team)}/${place}`
export const boardAddress = (team: string): string => teamAddress(team, 'board')
/** A card over the screen where one is; its own page when there is none. */
export const cardTail = (key: string): string => `/c/${encodeURIComponent(key)}`
/** An impediment over the screen where one is. */
export const impedimentTail = (id: string): string => `/impediment/${encodeURIComponent(id)}`
/** Reporting an impediment, with the card it holds up filled in when one is named. */
export const reportTail = (key?: string): string =>
  key === undefined ? '/new/impediment' : `/block/${encodeURIComponent(key)}`
/** Closing a sprint, over the screen where one is. */
export const closeSprintTail = (sprint: string): string => `/close/${encodeURIComponent(sprint)}`
/** Heute; with a team, what lies over it is of that team. */
export const todayAddress = (team?: string): string =>
  team === undefined ? '/today' : `/today/${encodeURIComponent(team)}`
export const cardAddress = (team: string, key: string): string => `/t/${encodeURIComponent(team)}${cardTail(key)}`

/** A link to this app with an invitation or a reply. The code stands behind the `#`, which no browser sends to a server. */
export const joinLink = (code: string): string => `${location.href.replace(/#.*$/s, '')}#/join/${code}`

const tails = /\/(?:c\/[^/]+|new\/[a-z]+|(?:close|move|block|impediment)\/[^/]+)$/

/** Splits an address into the screen below and the overlay on top: `/t/x/board/c/DIG-7` → `/t/x/board` and `/c/DIG-7`. */
export const splitAddress = (address: string): { readonly base: string; readonly tail: string } => {
  const tail = tails.exec(address)?.[0] ?? ''
  return { base: address.slice(0, address.length - tail.length) || '/', tail }
}

export type AddressParts = { readonly [name: string]: string }

/** Matches an address against a pattern such as `/t/:team/sprint/:tab?`; the last part may be optional. */
export const matchAddress = (pattern: string, address: string): AddressParts | undefined => {
  const [wanted, given] = [pattern.split('/'), address.split('/')]
  if (given.length > wanted.length) return undefined
  const parts: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const have = given[index]
    if (have === undefined && want.endsWith('?')) continue
    if (have === undefined) return undefined
    if (!want.startsWith(':')) {
      if (want !== have) return undefined
      continue
    }
    parts[want.replace(/^:|\?$/g, '')] = decodePart(have)
  }
  return parts
}

const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
