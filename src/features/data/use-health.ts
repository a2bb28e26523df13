import { useCallback, useEffect, useState } from 'react'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { Health } from '../../workspace/device.ts'

/** How well the workspace is kept; asked anew whenever something was saved or failed, and on demand. */
export const useHealth = (): { readonly health: Health | undefined; readonly refresh: () => Promise<void> } => {
  const device = useDevice()
  const workspace = useWorkspace()
  const [health, setHealth] = useState<Health>()
  const refresh = useCallback(async () => setHealth(await device.health(workspace)), [device, workspace])
  useEffect(() => {
    let isWanted = true
    const ask = () =>
      void device.health(workspace).then(
        found => isWanted && setHealth(found),
        // A database that is gone answers nothing; the state of saving says so over every screen.
        () => undefined,
      )
    ask()
    const stop = workspace.saving.state.subscribe((now, before) => {
      if (now.savedAt !== before.savedAt || now.failure !== before.failure) ask()
    })
    return () => {
      isWanted = false
      stop()
    }
  }, [device, workspace])
  return { health, refresh }
}
