import { useEffect, useState } from 'react'
import { useDevice } from '../../parts/device-context.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { compareArchive } from '../../workspace/archive.ts'
import type { SnapshotInfo } from '../../workspace/device.ts'
import type { Archive } from '../../workspace/exchange-port.ts'
import type { RestoreCounts } from '../../workspace/restore.ts'

export type SnapshotPlan =
  | { readonly state: 'reading' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'ready'; readonly archive: Archive; readonly counts: RestoreCounts }

const sumOf = (byType: ReadonlyMap<string, RestoreCounts>): RestoreCounts =>
  [...byType.values()].reduce(
    (sum, { added, changed, binned }) => ({
      added: sum.added + added,
      changed: sum.changed + changed,
      binned: sum.binned + binned,
    }),
    { added: 0, changed: 0, binned: 0 },
  )

/** Reads a snapshot and compares it with what is here. */
export const useSnapshotPlan = ({ name }: SnapshotInfo): SnapshotPlan => {
  const device = useDevice()
  const workspace = useWorkspace()
  const exchange = useExchange()
  const [plan, setPlan] = useState<SnapshotPlan>({ state: 'reading' })
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<SnapshotPlan> => {
      const bytes = await device.readSnapshot(workspace.id, name)
      const file = bytes && new File([new Uint8Array(bytes)], `${name}.json`)
      const found = file && (await exchange.read(file, {}))
      if (!found?.ok || found.value.kind !== 'archive') return { state: 'unreadable' }
      const { archive } = found.value
      const { byType } = await compareArchive(workspace, archive, Date.now())
      return { state: 'ready', archive, counts: sumOf(byType) }
    }
    void read()
      .catch((): SnapshotPlan => ({ state: 'unreadable' }))
      .then(next => {
        if (isWanted) setPlan(next)
      })
    return () => {
      isWanted = false
    }
  }, [device, workspace, exchange, name])
  return plan
}
