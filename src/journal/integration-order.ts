import * as Y from 'yjs'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { UpdateRefusal } from './refusal.ts'

type Id = Readonly<{ client: number; clock: number }>
type Queue = { at: number; readonly items: Y.Item[] }

/** What must be in the document before an item: its neighbours and the type it stands in. */
const dependenciesOf = ({ origin, rightOrigin, parent }: Y.Item): readonly Id[] => {
  const ids: Id[] = []
  if (origin) ids.push(origin)
  if (rightOrigin) ids.push(rightOrigin)
  if (parent instanceof Y.ID) ids.push(parent)
  return ids
}

const queuesByClient = (items: readonly Y.Item[]): ReadonlyMap<number, Queue> => {
  const queues = new Map<number, Queue>()
  for (const item of items) {
    const queue = queues.get(item.id.client)
    if (queue) queue.items.push(item)
    else queues.set(item.id.client, { at: 0, items: [item] })
  }
  return queues
}

/**
 * The order in which Yjs can take these items up, per client and across clients. In: items whose clocks go on where `clockOf` says.
 * Refuses when one waits for what is neither here nor before it: it would stay pending in every copy for ever, and two items that
 * wait for each other as well.
 */
export const integrationOrder = (
  items: readonly Y.Item[],
  clockOf: (client: number) => number,
): Result<readonly Y.Item[], UpdateRefusal> => {
  const queues = queuesByClient(items)
  const reached = new Map<number, number>()
  const isMissing = ({ client, clock }: Id): boolean => clock >= (reached.get(client) ?? clockOf(client))
  const ordered: Y.Item[] = []
  let waitsFor: Id | undefined
  while (ordered.length < items.length) {
    const before = ordered.length
    for (const [client, queue] of queues) {
      for (let item = queue.items[queue.at]; item; item = queue.items[queue.at]) {
        waitsFor = dependenciesOf(item).find(isMissing)
        if (waitsFor) break
        reached.set(client, item.id.clock + item.length)
        queue.at++
        ordered.push(item)
      }
    }
    if (waitsFor && ordered.length === before) return refuse({ because: 'dependency is missing', ...pick(waitsFor) })
  }
  return ok(ordered)
}

const pick = ({ client, clock }: Id): Id => ({ client, clock })
