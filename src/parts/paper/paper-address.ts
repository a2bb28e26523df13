import { matchAddress, splitAddress, teamAddress } from '../addresses.ts'
import { selectedNow } from '../selection.ts'
import type { PaperWay } from './print-now.ts'

const printed = /^\/t\/([^/]+)\/(board|backlog|impediments|sprint(?:\/.*)?)$/

/**
 * Where a place, or the card that lies open over it, stands as it is printed; undefined where there is nothing for paper. What the place
 * is narrowed to goes along.
 */
export const paperAddress = (address: string): string | undefined => {
  const [whole = '', query] = address.split('?')
  const { base, tail } = splitAddress(whole)
  const card = matchAddress('/c/:key', tail)?.['key']
  const team = matchAddress('/t/:team/:a?/:b?/:c?', base)?.['team']
  if (card !== undefined && team !== undefined) return teamAddress(team, `print/card/${encodeURIComponent(card)}`)
  const [, own, place] = printed.exec(base) ?? []
  if (own === undefined) return undefined
  return `/t/${own}/print/${place}${query === undefined ? '' : `?${query}`}`
}

/** Leads from the place that is shown to its paper; from there "Zurück" leads back. Out: whether there is one. */
export const goToPaper = (way: Pick<PaperWay, 'printNow'> = {}): boolean => {
  const from = location.hash.slice(1)
  const paper = paperAddress(from)
  if (paper === undefined) return false
  const here: PaperWay = { from, chosen: [...selectedNow()], ...way }
  history.pushState(here, '', `#${paper}`)
  // The router listens to what a person does with the address; this is such a thing.
  dispatchEvent(new HashChangeEvent('hashchange'))
  return true
}
