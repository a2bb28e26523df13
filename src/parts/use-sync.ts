import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Sync, SyncView } from '../workspace/sync-port.ts'
import { useDevice } from './device-context.ts'
import { useWorkspace } from './workspace-context.ts'

const nothing = createStore<SyncView | undefined>(() => undefined)

/** The other devices of the open workspace, and what is done about them. Both are undefined until they are known. */
export const useSync = (): { readonly sync: Sync | undefined; readonly view: SyncView | undefined } => {
  const device = useDevice()
  const workspace = useWorkspace()
  const [sync, setSync] = useState<Sync>()
  useEffect(() => {
    let isGone = false
    device.sync(workspace).then(
      found => (isGone ? undefined : setSync(found)),
      (error: unknown) => reportError(error),
    )
    return () => {
      isGone = true
    }
  }, [device, workspace])
  return { sync, view: useStore(sync?.view ?? nothing) }
}
