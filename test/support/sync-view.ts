import type { MemberView, SyncView } from '../../src/workspace/sync-port.ts'

/** What a screen is shown of these members when nothing else is going on, but for what a test says. */
export const syncViewOf = (members: readonly MemberView[], changes: Partial<SyncView> = {}): SyncView => ({
  members,
  inviting: undefined,
  folder: undefined,
  firstSyncs: [],
  lacking: 0,
  aside: [],
  needsNewDevice: false,
  isRemoved: false,
  ...changes,
})
