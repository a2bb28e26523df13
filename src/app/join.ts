import type { StoreApi } from 'zustand/vanilla'
import { team } from '../domain/people/team.ts'
import { labelOfDevice, nameDevice } from '../domain/people/name-device.ts'
import { person } from '../domain/people/person.ts'
import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok, refuse } from '../domain/kernel/result.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import type { DeviceKeys, RootKeys } from '../journal/keys.ts'
import { foldMembership } from '../journal/membership.ts'
import { openRecovery } from '../journal/recovery-sheet.ts'
import { onDevice } from '../storage/device-database.ts'
import { joinWorkspace } from '../storage/join-workspace.ts'
import { browserClock } from '../sync/browser-clock.ts'
import { answerChannel } from '../sync/carriers/data-channel.ts'
import { doorOf } from '../sync/door-of.ts'
import type { OpenLink } from '../sync/handshake.ts'
import { Joiner } from '../sync/joiner.ts'
import type { Admission } from '../sync/pairing-messages.ts'
import { handReply } from '../sync/replies.ts'
import type { Joining, JoiningView, SyncView } from '../workspace/sync-port.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'
import { ownDeviceOf, syncOf } from './keep-in-sync.ts'

const storageOf = (workspaces: BrowserWorkspaces, id: string) => {
  const storage = workspaces.storages.get(id)
  if (!storage) throw new Error('the workspace is not open')
  return storage
}

/** Whose the new device is, by the log that it was told. */
const personOf = async ({ workspace, entries }: Admission, keys: DeviceKeys): Promise<string | undefined> => {
  const membership = await foldMembership(workspace, entries)
  return membership.ok ? membership.value.devices.get(toHex(keys.id))?.person : undefined
}

/** Sets the workspace up on this device and opens it in this tab: the line that is open is this tab's. */
const enter = async (workspaces: BrowserWorkspaces, admission: Admission, keys: DeviceKeys, root?: Bytes) => {
  const id = await personOf(admission, keys)
  if (id === undefined) return refuse({ because: 'notAdmitted' })
  // What both are called comes with the first entries.
  const { workspace, entries } = admission
  const joined = await joinWorkspace({ workspace, entries, keys, name: '', person: { id, name: '' }, root })
  if (!joined.ok) return joined
  if (!(await workspaces.open(joined.value.id))) return refuse({ because: 'notOpened' })
  return doorOf(ownDeviceOf(storageOf(workspaces, joined.value.id)), browserClock.after)
}

/** The workspace is called like its first team on this device, until somebody renames it here. */
const nameIt = async (
  workspaces: BrowserWorkspaces,
  workspace: Workspace,
  { device, label }: Readonly<{ device: string; label: string }>,
): Promise<void> => {
  await workspace.openDocument(workspaceDocument)
  // What has just come lies in the journal, and on the screen a moment later.
  await workspace.pull(workspaceDocument)
  if (labelOfDevice(workspace.records, device) === undefined)
    await workspace.run({ ...nameDevice, isPassedOver: true }, { device, label })
  const own = workspace.records.get(person, workspace.actor)
  const [first = ''] = workspace.records.ids(team, 'all', 'all')
  const name = workspace.records.get(team, first)?.name ?? ''
  await onDevice(device =>
    device.workspaces.update(workspace.id, { name, person: { id: workspace.actor, name: own?.name ?? '' } }),
  )
  await workspaces.list()
}

const ownDevice = ({ members }: SyncView): string =>
  members.flatMap(({ devices }) => devices).find(({ isThis }) => isThis)?.id ?? ''

const isWhole = ({ lacking, firstSyncs }: SyncView): boolean =>
  lacking === 0 && firstSyncs.every(({ done, of, isCancelled }) => isCancelled || done >= of)

/** Follows the first sync until everything is here. */
const follow = (view: SyncView, workspace: string): JoiningView => {
  if (isWhole(view)) return { step: 'done', workspace }
  const sum = (count: 'done' | 'of') => view.firstSyncs.reduce((total, one) => total + one[count], 0)
  return { step: 'fetching', workspace, done: sum('done'), of: sum('of') }
}

const sheetRefusals = {
  'recovery sheet is misread': 'sheetIsMisread',
  'recovery sheet has a newer format': 'sheetIsNewer',
  'passphrase is wrong': 'passphraseIsWrong',
  'key is unusable': 'sheetIsMisread',
  'secret cannot be unwrapped': 'sheetIsMisread',
} as const

/** Joins this browser to workspaces of others. */
export const joinerOf = (
  workspaces: BrowserWorkspaces,
  view: StoreApi<JoiningView | undefined>,
): Omit<Joining, 'view'> => {
  /** What this device is to be called. */
  let own = ''
  let root: RootKeys | undefined
  const show = (next: JoiningView | undefined) => view.setState(next, true)
  const fetchAll = async ({ link, peer }: OpenLink): Promise<void> => {
    const workspace = workspaces.state.getState().current
    if (!workspace) return
    show({ step: 'fetching', workspace: workspace.id, done: 0, of: 0 })
    const { sync, desk } = syncOf(workspace, storageOf(workspaces, workspace.id))
    const stop = sync.view.subscribe(known => {
      if (!known) return
      const next = follow(known, workspace.id)
      if (next.step !== 'done') return show(next)
      stop()
      stopWaiting()
      void nameIt(workspaces, workspace, { device: ownDevice(known), label: own }).finally(() => show(next))
    })
    // What has come stays; the devices can meet again.
    const stopWaiting = link.onClose(() => {
      stop()
      show({ step: 'failed', because: 'lost' })
    })
    ;(await desk).attach({ link, peer })
  }
  const joiner = new Joiner({
    clock: browserClock,
    answer: answerChannel,
    handReply,
    known: async tag => (await workspaces.list()).find(({ id }) => id.startsWith(toHex(tag)))?.id,
    open: async id =>
      (await workspaces.open(id))
        ? doorOf(ownDeviceOf(storageOf(workspaces, id)), browserClock.after)
        : refuse({ because: 'notOpened' }),
    enter: (admission, keys) => enter(workspaces, admission, keys, root?.privateKey),
    root: () => root,
    onOpen: open => {
      root = undefined
      void fetchAll(open).catch((error: unknown) => reportError(error))
    },
    onView: show,
  })
  return {
    begin: code => joiner.begin(code),
    answer: label => {
      own = label
      return joiner.answer(label)
    },
    giveUp: () => joiner.giveUp(),
    openSheet: async (text, passphrase) => {
      const opened = await openRecovery(text, passphrase)
      if (!opened.ok) return refuse({ because: sheetRefusals[opened.refusal.because] })
      root = opened.value
      joiner.giveUp()
      return ok('open')
    },
    putSheetAway: () => {
      root = undefined
      joiner.giveUp()
    },
  }
}
