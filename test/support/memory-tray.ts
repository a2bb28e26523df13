import type { SharedThing, Tray } from '../../src/parts/app-context.ts'

/** What waits for a card, in memory. */
export const memoryTray = (...things: readonly Omit<SharedThing, 'id'>[]): Tray => {
  const waiting = new Map<string, SharedThing>()
  let last = 0
  const put = async (thing: Omit<SharedThing, 'id'>): Promise<void> => {
    const id = `thing-${++last}`
    waiting.set(id, { ...thing, id })
  }
  for (const thing of things) void put(thing)
  return { list: async () => [...waiting.values()], put, take: async id => void waiting.delete(id) }
}
