import { officeDay } from '../../domain/calendar/office-day.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { DeviceId } from '../../workspace/journal-port.ts'
import type { Picked } from './picked.ts'
import type { Shelf } from './shelf.ts'
import type { StoreFailure } from './store.ts'

/** How sync over a store stands. Times in milliseconds UTC, in this run; undefined where it has not happened. */
export type StoreStatus = Readonly<{
  lastRead: number | undefined
  lastWritten: number | undefined
  /** Devices that have laid something down, with the day of the newest; a day and nothing finer. */
  contacts: readonly Readonly<{ device: DeviceId; lastContact: Day }>[]
  /** Files that are not whole (yet), that this device has no key for, that wait for others, and that are nothing of ours. */
  files: Readonly<Record<Picked['state'], number>>
  /** Why the store cannot be used at the moment; undefined as long as it can. */
  failure: StoreFailure | undefined
}>

/** What the shelf tells of a store. `now`: milliseconds UTC; a carrier's clock may be ahead. */
export const shelfStatus = (shelf: Shelf, own: DeviceId, now: number): Pick<StoreStatus, 'contacts' | 'files'> => {
  const files = { settled: 0, waiting: 0, locked: 0, broken: 0, foreign: 0 }
  const newest = new Map<DeviceId, number>()
  for (const { picked, modified, since } of shelf.files.values()) {
    files[picked.state]++
    if (picked.device === undefined || picked.device === own) continue
    const at = Math.min(modified || since, now)
    newest.set(picked.device, Math.max(at, newest.get(picked.device) ?? 0))
  }
  const contacts = [...newest].map(([device, at]) => ({ device, lastContact: officeDay(at) }))
  return { contacts: contacts.sort((a, b) => (a.device < b.device ? -1 : 1)), files }
}
