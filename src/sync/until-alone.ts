import type { Clock } from './clock-port.ts'
import type { SyncStatus } from './sync-status.ts'

/** How often it is looked, and how long at most, milliseconds. */
const lookEvery = 100
const patience = 3_000

/**
 * Waits until nobody is linked any more: whoever has heard that this device was taken out ends the link. In: who is linked, the clock.
 * Out: whether all have heard it in time.
 */
export const untilAlone = async (
  look: () => Promise<Pick<SyncStatus, 'peers'>>,
  clock: Pick<Clock, 'after' | 'now'>,
): Promise<boolean> => {
  const isAlone = async (): Promise<boolean> => (await look()).peers.every(({ isLinked }) => !isLinked)
  const end = clock.now() + patience
  while (clock.now() < end) {
    if (await isAlone()) return true
    await new Promise<void>(resolve => void clock.after(lookEvery, resolve))
  }
  return isAlone()
}
