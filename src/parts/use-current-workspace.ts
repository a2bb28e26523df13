import { useEffect, useState } from 'react'
import type { KnownWorkspace } from '../workspace/device.ts'
import { useDevice } from './device-context.ts'
import { useWorkspace } from './workspace-context.ts'

/** What this device knows of the open workspace; undefined until it has been asked. */
export const useCurrentWorkspace = (): KnownWorkspace | undefined => {
  const device = useDevice()
  const { id } = useWorkspace()
  const [known, setKnown] = useState<KnownWorkspace>()
  useEffect(() => {
    let isWanted = true
    void device.list().then(all => {
      if (isWanted) setKnown(all.find(one => one.id === id))
    })
    return () => {
      isWanted = false
    }
  }, [device, id])
  return known
}
