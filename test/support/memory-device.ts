import { WordIndex } from '../../src/storage/search-index.ts'
import { printArchive } from '../../src/exchange/archive.ts'
import { archiveOf } from '../../src/workspace/archive.ts'
import type { Backup } from '../../src/workspace/backup-port.ts'
import type { Device, Health, KnownWorkspace, LostWorkspace, SnapshotInfo } from '../../src/workspace/device.ts'
import type { StorageFinding } from '../../src/workspace/ports.ts'
import type { Search } from '../../src/workspace/search-port.ts'
import { Searching } from '../../src/workspace/searching.ts'
import { createStore } from 'zustand/vanilla'
import type { Recovery } from '../../src/workspace/recovery-port.ts'
import type { JoiningView, Sync, SyncView } from '../../src/workspace/sync-port.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { memoryPorts } from './memory-ports.ts'

/** The search of a workspace in memory: everything of it is open. */
export const searchIn = (workspace: Workspace): Search => {
  const { storage, readModel, tabs } = memoryPorts()
  const documents = async () => [...workspace.session.getState().ready]
  return new Searching(workspace, { storage: { ...storage, documents }, readModel, tabs, index: new WordIndex() })
}

const never = async (): Promise<never> => {
  throw new Error('nobody else is here')
}

/** This device alone. */
export const nobodyElse = (): Sync => ({
  view: createStore<SyncView | undefined>(() => undefined),
  invite: never,
  takeReply: never,
  decide: never,
  endInviting: never,
  removeDevices: never,
  removePerson: never,
  makeAdmin: never,
  setAccess: never,
  leave: never,
  folderChanged: never,
  packFile: never,
  settleAside: never,
  takeFile: never,
  canFolder: false,
  chooseFolder: never,
  renewFolder: never,
  forgetFolder: never,
  lateEdits: async () => [],
})

/** A device that came by invitation: no sheet can be made on it. */
const rootElsewhere = (): Recovery => ({
  state: async () => ({ holdsRoot: false, madeAt: undefined, isPutAway: false }),
  makeSheet: async () => ({ ok: false, refusal: { because: 'rootIsElsewhere' } }),
  noteMade: never,
  putOfferAway: never,
})

const notJoining = () => ({
  begin: never,
  answer: never,
  giveUp: () => undefined,
  openSheet: never,
  putSheetAway: () => undefined,
})

type Start = {
  readonly known?: readonly KnownWorkspace[]
  readonly lost?: readonly LostWorkspace[]
  readonly findings?: readonly StorageFinding[]
  /** What the browser answers when it is asked for lasting storage. */
  readonly agrees?: boolean
  readonly makes?: (name: string) => Promise<Workspace>
  readonly backup?: Backup
  readonly sync?: Sync
  readonly recovery?: Recovery
}

const printed = async (workspace: Workspace): Promise<Uint8Array> =>
  new TextEncoder().encode(printArchive(await archiveOf(workspace)))

/** A browser with its workspaces, in memory. It writes down what it was asked to do. */
export const memoryDevice = (start: Start = {}) => {
  const {
    known = [],
    lost = [],
    findings = [],
    agrees = true,
    makes,
    backup,
    sync = nobodyElse(),
    recovery = rootElsewhere(),
  } = start
  let workspaces = [...known]
  const asked: string[] = []
  const files = new Map<string, { readonly info: SnapshotInfo; readonly bytes: Uint8Array }>()
  const state = { persisted: false, equal: true, heldElsewhere: false }
  const device: Device = {
    list: async () => workspaces,
    known: id => workspaces.find(one => one.id === id),
    lost: async () => lost,
    found: async ({ name, personId }) => {
      asked.push(`found ${name}${personId === undefined ? '' : ` as ${personId}`}`)
      if (!makes) throw new Error('this device founds nothing')
      return makes(name)
    },
    open: async id => {
      asked.push(`open ${id}`)
      if (!makes) throw new Error('this device opens nothing')
      return makes(id)
    },
    rename: async (id, name) => {
      workspaces = workspaces.map(one => (one.id === id ? { ...one, name } : one))
    },
    remove: async id => {
      asked.push(`remove ${id}`)
      if (state.heldElsewhere) return false
      workspaces = workspaces.filter(one => one.id !== id)
      return true
    },
    persisted: async () => state.persisted,
    health: async (workspace): Promise<Health> => ({
      persisted: state.persisted,
      usage: 3_000_000,
      quota: 10_000_000_000,
      probe: undefined,
      lastSavedAt: workspace.saving.state.getState().savedAt,
      entries: 7,
      setAside: 0,
      blobs: { count: 0, bytes: 0 },
      findings,
      snapshots: [...files.values()].map(({ info }) => info).toReversed(),
      leading: true,
    }),
    search: async workspace => searchIn(workspace),
    persist: async () => {
      asked.push('persist')
      return (state.persisted = agrees)
    },
    verify: async () => state.equal,
    takeSnapshot: async (workspace, reason) => {
      const bytes = await printed(workspace)
      const info = { name: `${reason}-${files.size}`, at: Date.now(), reason, bytes: bytes.length }
      files.set(info.name, { info, bytes })
      return info
    },
    readSnapshot: async (_workspace, name) => files.get(name)?.bytes,
    snapshotBlobs: async () => new Map(),
    backup: () => backup,
    sync: async () => sync,
    recovery: async () => recovery,
    joining: { ...notJoining(), view: createStore<JoiningView | undefined>(() => undefined) },
    pickBackups: async () => ({ ok: false, refusal: { because: 'notSupported', detail: '' } }),
  }
  return {
    device,
    asked,
    state,
    files,
    keep: (info: SnapshotInfo, bytes: Uint8Array) => files.set(info.name, { info, bytes }),
  }
}

export const bytesOfWorkspace = printed
