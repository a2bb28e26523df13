import { officeDay } from '../domain/calendar/office-day.ts'
import type { Device, SnapshotReason } from '../workspace/device.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { lateStorage } from '../storage/late-storage.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'

const minute = 60_000
const hour = 60 * minute
/** How often the leader looks whether a snapshot is due. */
const pace = 5 * minute

type Times = Readonly<{ now: number; changedAt: number; newest: Readonly<Record<'hourly' | 'daily', number>> }>

/** Which snapshots are due: a daily one on each day, an hourly one each hour, both only when something was changed since. */
export const dueSnapshots = ({ now, changedAt, newest }: Times): readonly SnapshotReason[] => {
  const isDaily = changedAt > newest.daily && officeDay(now) !== officeDay(newest.daily)
  const isHourly = changedAt > newest.hourly && now - newest.hourly >= hour
  return [...(isDaily ? ['daily' as const] : []), ...(isHourly ? ['hourly' as const] : [])]
}

const takeDue = async (workspaces: BrowserWorkspaces, device: Device, workspace: Workspace): Promise<void> => {
  const storage = workspaces.storages.get(workspace.id)
  if (!storage) return
  const known = await lateStorage(storage.parts).snapshots.list()
  const newestOf = (reason: SnapshotReason): number => known.find(info => info.reason === reason)?.at ?? 0
  const changedAt = workspace.saving.state.getState().savedAt ?? 0
  const newest = { hourly: newestOf('hourly'), daily: newestOf('daily') }
  const due = dueSnapshots({ now: Date.now(), changedAt, newest })
  if (due.length === 0 || !storage.leads()) return
  for (const reason of due) await device.takeSnapshot(workspace, reason)
}

/** The leader tab takes snapshots when the page has nothing better to do. A full disk costs a snapshot, nothing else. */
export const keepSnapshots = (workspaces: BrowserWorkspaces, device: Device): (() => void) => {
  const look = (): void => {
    const { current } = workspaces.state.getState()
    if (current) void takeDue(workspaces, device, current).catch(() => undefined)
  }
  const whenIdle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(look, { timeout: minute })
    else look()
  }
  const timer = setInterval(whenIdle, pace)
  return () => clearInterval(timer)
}
