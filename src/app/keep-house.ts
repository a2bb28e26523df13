import type { OpenedStorage } from '../storage/open-storage.ts'
import { browserDevice } from './browser-device.ts'
import type { BrowserWorkspaces, DeviceState } from './browser-workspaces.ts'
import { keepBackups } from './keep-backups.ts'
import { keepSnapshots } from './keep-snapshots.ts'

/** What goes on beside all screens as long as the page lives. */
export const keepHouse = (workspaces: BrowserWorkspaces): void => {
  keepSnapshots(workspaces, browserDevice(workspaces))
  keepBackups(workspaces)
  meetColleagues(workspaces)
}

/** Who is not alone in a workspace is within reach of the others as long as it is open, and sees what they change. */
const meetColleagues = (workspaces: BrowserWorkspaces): void => {
  const watched = new WeakSet<OpenedStorage>()
  const watch = (storage: OpenedStorage): void => {
    if (watched.has(storage)) return
    watched.add(storage)
    storage.identity.onMembership(() => tell(workspaces.state.getState()))
  }
  const meet = async ({ current }: DeviceState): Promise<void> => {
    const storage = current && workspaces.storages.get(current.id)
    if (!storage) return
    watch(storage)
    if (storage.identity.membership.devices.size < 2) return
    const [{ syncOf }, { keepVisits }, { keepPresence }] = await Promise.all([
      import('./keep-in-sync.ts'),
      import('./keep-visits.ts'),
      import('./keep-presence.ts'),
    ])
    const { sync, desk } = syncOf(current, storage)
    keepVisits(current, storage, sync.view)
    keepPresence(current, storage, desk)
  }
  const tell = (state: DeviceState): void => void meet(state).catch((error: unknown) => reportError(error))
  tell(workspaces.state.getState())
  workspaces.state.subscribe((state, before) => (state.current === before.current ? undefined : tell(state)))
}
