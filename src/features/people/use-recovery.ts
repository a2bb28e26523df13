import { useEffect, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { Recovery, RecoveryState } from '../../workspace/recovery-port.ts'

/** Offer and section show the same, and one of them changes what the other shows. */
const looks = createStore<{ readonly count: number }>(() => ({ count: 0 }))
const lookAgain = (): void => looks.setState(({ count }) => ({ count: count + 1 }))

/** The recovery sheet of the open workspace; undefined until it is known. */
export const useRecovery = () => {
  const device = useDevice()
  const workspace = useWorkspace()
  const look = useStore(looks, ({ count }) => count)
  const [known, setKnown] = useState<Readonly<{ recovery: Recovery; state: RecoveryState }>>()
  useEffect(() => {
    let isGone = false
    const find = async (): Promise<void> => {
      const recovery = await device.recovery(workspace)
      const state = await recovery.state()
      if (!isGone) setKnown({ recovery, state })
    }
    find().catch((error: unknown) => reportError(error))
    return () => {
      isGone = true
    }
  }, [device, workspace, look])
  return { ...known, lookAgain }
}
