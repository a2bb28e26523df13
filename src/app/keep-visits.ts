import { personalDocument, type DocumentName } from '../domain/kernel/record.ts'
import { allRecords } from '../domain/records.ts'
import { currentKey } from '../journal/membership-keys.ts'
import { lateStorage } from '../storage/late-storage.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { SyncView } from '../workspace/sync-port.ts'
import { Visits } from '../workspace/visits.ts'
import type { Workspace } from '../workspace/workspace.ts'

const kept = new WeakSet<Workspace>()

/**
 * Whether this device may say that what is here counts as read. Not before it knows what the person's other devices have read, nor while a
 * document comes for the first time; and of several tabs one says it.
 */
const mayBegin =
  (workspace: Workspace, { identity, ports, leads }: OpenedStorage, view: StoreApi<SyncView | undefined>) =>
  async (document: DocumentName): Promise<boolean> => {
    if (identity.membership.devices.get(identity.device)?.isRemoved !== false) return false
    const own = personalDocument(workspace.actor)
    const coming = view.getState()?.firstSyncs
    if (!leads() || !coming || coming.some(sync => sync.document === document)) return false
    return !currentKey(identity.membership, own) || (await ports.storage.documents()).includes(own)
  }

/** Keeps in sight what colleagues have changed, from the day on which there is one. */
export const keepVisits = (
  workspace: Workspace,
  storage: OpenedStorage,
  view: StoreApi<SyncView | undefined>,
): void => {
  const { identity, parts } = storage
  if (kept.has(workspace) || identity.membership.people.size < 2) return
  kept.add(workspace)
  const visits = new Visits({
    workspace,
    past: lateStorage(parts).past,
    definitions: allRecords,
    now: Date.now,
    device: identity.device,
    personOf: device => identity.membership.devices.get(device)?.person,
    mayBegin: mayBegin(workspace, storage, view),
  })
  workspace.onClose(() => visits.close())
  visits.begin().catch((error: unknown) => reportError(error))
}
