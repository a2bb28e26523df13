import * as Y from 'yjs'
import { caps } from './caps.ts'

type Clocks = ReadonlyMap<number, number>

/** Where it cannot be seen what a type stands in, because that came earlier, it counts as standing in a record. */
const depthOfRecord = 1

/** Neighbours that this update itself brings. A type beside one of them hides how deep it stands; nothing honest writes that. */
const hasYoungNeighbour = ({ origin, rightOrigin }: Y.Item, clocks: Clocks): boolean =>
  [origin, rightOrigin].some(id => id !== null && id.clock >= (clocks.get(id.client) ?? 0))

/**
 * Do types stand deeper in each other than a text in a record in its root? Ten thousand levels overflow the stack of every reader.
 * In: items in the order of integration, and the clocks before them. An update can lie at most two levels deeper than what
 * was there, so depth costs entries, and entries have an author.
 */
export const isTooDeep = (items: readonly Y.Item[], clocks: Clocks): boolean => {
  const depths = new Map<string, number>()
  return items.some(item => {
    if (!(item.content instanceof Y.ContentType)) return false
    if (hasYoungNeighbour(item, clocks)) return true
    const depth = depthAbove(item, depths) + 1
    depths.set(`${item.id.client}:${item.id.clock}`, depth)
    return depth > caps.typeNesting
  })
}

const depthAbove = ({ parent }: Y.Item, depths: ReadonlyMap<string, number>): number => {
  if (parent instanceof Y.ID) return depths.get(`${parent.client}:${parent.clock}`) ?? depthOfRecord
  return parent === null ? depthOfRecord : 0
}
