import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DocumentName } from '../domain/kernel/record.ts'
import { person } from '../domain/people/person.ts'
import { currentKey } from '../journal/membership-keys.ts'
import { lateStorage } from '../storage/late-storage.ts'
import { cutsHere } from '../storage/membership-writer.ts'
import { namesOf } from '../storage/names.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import { askTabs, have, serveTabs, workBy } from '../sync/across-tabs.ts'
import { browserClock } from '../sync/browser-clock.ts'
import { answerChannel, offerChannel } from '../sync/carriers/data-channel.ts'
import type { OwnDevice } from '../sync/own-device.ts'
import { countAside, reachOf } from '../sync/reach.ts'
import { hearReplies } from '../sync/replies.ts'
import { SyncDesk } from '../sync/sync-desk.ts'
import { folderChoice, folderOf } from './team-folder.ts'
import type { Sync, SyncView } from '../workspace/sync-port.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The workspace's other devices, from this tab. */
export type TabSync = Readonly<{
  sync: Sync
  /** The desk, once this tab holds the connections. */
  desk: Promise<SyncDesk>
  close(): void
}>

export const ownDeviceOf = ({ identity }: OpenedStorage): OwnDevice => ({
  device: identity.device,
  actor: identity.actor,
  keys: identity.keys,
  membership: () => identity.membership,
  keyring: () => identity.keyring,
  take: entries => identity.takeMembership(entries, Date.now()),
  onChange: listener => identity.onMembership(listener),
  log: () => identity.membershipEntries(),
  change: makers => identity.changeMembership(makers, Date.now()),
})

const deskOf = (workspace: Workspace, storage: OpenedStorage, onView: (view: SyncView) => void): SyncDesk =>
  new SyncDesk({
    own: ownDeviceOf(storage),
    journal: ({ mayVouch }) => lateStorage(storage.parts).journal({ mayVouch, opened: workspace.opened }),
    clock: browserClock,
    offer: offerChannel,
    answer: answerChannel,
    label: () => workspace.records.get(person, workspace.actor)?.name ?? '',
    onTaken: (document, heads) => void workspace.arrived(document, heads).catch((error: unknown) => reportError(error)),
    onStale: document => void workspace.pull(document),
    cuts: devices => cutsHere(storage.database, devices),
    folder: () => folderOf(workspace),
    onView,
  })

/** Of all tabs of a workspace one holds the connections; when it ends, the next one does. */
const openSync = (workspace: Workspace, storage: OpenedStorage): TabSync => {
  const { syncLock, syncChannel } = namesOf(workspace.id)
  const view: StoreApi<SyncView | undefined> = createStore<SyncView | undefined>(() => undefined)
  const closing = new AbortController()
  const { signal } = closing
  const show = (known: SyncView): void => {
    view.setState(known, true)
    const told = { reach: reachOf(known, workspace.actor), aside: countAside(known) }
    const { reach, aside } = workspace.session.getState()
    if (JSON.stringify(told) !== JSON.stringify({ reach, aside })) workspace.session.setState(told)
  }
  const asking = askTabs(syncChannel, known => {
    show(known)
    // Another tab may have learnt of members and keys.
    void storage.identity.refresh().catch(() => undefined)
  })
  /** The tab that wrote may have opened the document, of which this one has not heard yet. */
  const saved = async (name: DocumentName, at: SyncDesk): Promise<void> => {
    if (!currentKey(storage.identity.membership, name)) await storage.identity.refresh()
    await at.saved(name)
  }
  let desk: SyncDesk | undefined
  const hold = new Promise<SyncDesk>(resolve => {
    const held = async (): Promise<void> => {
      asking.close()
      await storage.identity.refresh()
      const made = deskOf(workspace, storage, known => {
        show(known)
        serving.tell(known)
      })
      const serving = serveTabs(syncChannel, made)
      desk = made
      const stopHearing = workspace.onAppended(document => void saved(document, made).catch(() => undefined))
      const stopReplies = hearReplies(async code => (await made.takeReply(code)).ok)
      const comeBack = (): void => (document.hidden ? undefined : made.comeBack())
      document.addEventListener('visibilitychange', comeBack, { signal })
      addEventListener('online', comeBack, { signal })
      resolve(made)
      await new Promise<void>(done => signal.addEventListener('abort', () => done()))
      stopHearing()
      stopReplies()
      made.close()
      serving.close()
    }
    navigator.locks.request(syncLock, { signal }, held).catch((error: unknown) => {
      if (!signal.aborted) reportError(error)
    })
  })
  const lateEdits = async () => (await import('./late-edits-here.ts')).lateEditsHere(workspace, storage)
  const work = workBy((name, given) => have(desk ?? asking.work, name, given))
  return {
    sync: { view, ...work, ...folderChoice(workspace, work), lateEdits },
    desk: hold,
    close: () => {
      closing.abort()
      asking.close()
    },
  }
}

const open = new WeakMap<Workspace, TabSync>()

/** The same for the same workspace; ends with it. */
export const syncOf = (workspace: Workspace, storage: OpenedStorage): TabSync => {
  const known = open.get(workspace)
  if (known) return known
  const made = openSync(workspace, storage)
  workspace.onClose(() => made.close())
  open.set(workspace, made)
  return made
}
