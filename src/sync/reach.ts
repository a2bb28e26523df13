import type { Reach, Session } from '../workspace/session.ts'
import type { SyncView } from '../workspace/sync-port.ts'

/** How many entries were set aside in each document, and wait for somebody to decide. */
export const countAside = ({ aside }: Pick<SyncView, 'aside'>): Session['aside'] => {
  const counts: Record<string, number> = {}
  for (const { document, seqs } of aside) counts[document] = (counts[document] ?? 0) + seqs.length
  return counts
}

/**
 * How far this device's work has come to the other people: a person has it as soon as one of their devices does. Undefined while nobody
 * else belongs here. `actor`: who works here.
 */
export const reachOf = ({ members }: SyncView, actor: string): Reach | undefined => {
  const others = members.filter(({ person }) => person !== actor)
  if (others.length === 0) return undefined
  const devices = others.flatMap(member => member.devices)
  return {
    all: others.length,
    arrived: others.filter(member => member.devices.some(({ behind }) => behind === 0)).length,
    isLinked: devices.some(({ isLinked }) => isLinked),
    waiting: Math.max(0, ...devices.map(({ behind }) => behind ?? 0)),
  }
}
