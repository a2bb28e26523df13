import { useEffect, useState } from 'react'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { Recovery, RecoveryState } from '../../workspace/recovery-port.ts'

/** `lookAgain`: something about it was changed here. */
export type KnownRecovery = Readonly<{ recovery: Recovery; state: RecoveryState; lookAgain: () => void }>

/** The recovery sheet of the open workspace; undefined until it is known. */
export const useRecovery = () => {
  const device = useDevice()
  const workspace = useWorkspace()
  const [known, setKnown] = useState<KnownRecovery>()
  useEffect(() => {
    let isGone = false
    const find = async (): Promise<void> => {
      const recovery = await device.recovery(workspace)
      const state = await recovery.state()
      if (!isGone) setKnown({ recovery, state, lookAgain: look })
    }
    const look = (): void => void find().catch((error: unknown) => reportError(error))
    look()
    return () => {
      isGone = true
    }
  }, [device, workspace])
  return known
}
