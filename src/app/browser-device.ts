import type { Device } from '../workspace/device.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'

/** Joins storage to what screens may ask of this browser. */
export const browserDevice = (workspaces: BrowserWorkspaces): Device => ({
  list: () => workspaces.list(),
  found: options => workspaces.found(options),
  open: id => workspaces.open(id),
  rename: (id, name) => workspaces.rename(id, name),
  remove: id => workspaces.letGo(id),
  health: async workspace => ({
    persisted: (await navigator.storage?.persisted?.()) ?? false,
    usage: undefined,
    quota: undefined,
    probe: undefined,
    lastSavedAt: workspace.saving.state.getState().savedAt,
    entries: 0,
    setAside: 0,
    findings: workspace.session.getState().findings,
    snapshots: [],
    leading: false,
  }),
  persist: async () => (await navigator.storage?.persist?.()) ?? false,
  verify: async () => true,
  takeSnapshot: async () => undefined,
  readSnapshot: async () => undefined,
})
