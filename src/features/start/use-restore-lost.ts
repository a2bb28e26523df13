import { useDevice } from '../../parts/device-context.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import { restoreArchive } from '../../workspace/restore-archive.ts'
import type { LostWorkspace } from '../../workspace/device.ts'
import { mainAuthor } from '../../parts/restoring/main-author.ts'

/** Brings the newest snapshot of a lost workspace back as a workspace of its own. Out: what came of it. */
export const useRestoreLost = () => {
  const device = useDevice()
  const exchange = useExchange()
  return async ({ workspace: id, name, snapshots }: LostWorkspace): Promise<'restored' | 'unreadable' | 'stayed'> => {
    const [newest] = snapshots
    const bytes = newest && (await device.readSnapshot(id, newest.name))
    const found = bytes && (await exchange.read(new File([new Uint8Array(bytes)], `${name}.json`), {}))
    if (!found?.ok || found.value.kind !== 'archive') return 'unreadable'
    const archive = { ...found.value.archive, blobs: await device.snapshotBlobs(id) }
    const person = mainAuthor(archive)
    const workspace = await device.found({ name, person: person?.name ?? name, personId: person?.id })
    if (!workspace) return 'stayed'
    const restored = await restoreArchive(workspace, archive, Date.now())
    if (!restored.ok) return 'unreadable'
    await workspace.saving.settled()
    // What is left of the lost one goes only once the new one is saved and has a snapshot itself.
    const isSafe = workspace.saving.state.getState().failure === undefined
    const copy = isSafe && (await device.takeSnapshot(workspace, 'daily').catch(() => undefined))
    if (copy) await device.remove(id)
    return 'restored'
  }
}
