import { useEffect, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { Recovery, RecoveryState } from '../../workspace/recovery-port.ts'

/** Offer and section show the same, and one of them changes what the other shows. */
const changes = createStore<{ readonly count: number }>(() => ({ count: 0 }))
const lookAgain = (): void => changes.setState(({ count }) => ({ count: count + 1 }))

/** The recovery sheet of the open workspace; undefined until it is known. */
export const useRecovery = () => {
  const device = useDevice()
  const workspace = useWorkspace()
  const [known, setKnown] = useState<Readonly<{ recovery: Recovery; state: RecoveryState }>>()
  useEffect(() => {
    let isGone = false
    const find = async (): Promise<void> => {
      const recovery = await device.recovery(workspace)
      const state = await recovery.state()
      if (!isGone) setKnown({ recovery, state })
    }
    const look = () => void find().catch((error: unknown) => reportError(error))
    look()
    const stop = changes.subscribe(look)
    return () => {
      isGone = true
      stop()
    }
  }, [device, workspace])
  return { ...known, lookAgain }
}
