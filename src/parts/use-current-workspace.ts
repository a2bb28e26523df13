import type { KnownWorkspace } from '../workspace/device.ts'
import { useDevice } from './device-context.ts'
import { useWorkspace } from './workspace-context.ts'

/** What this device knows of the open workspace. */
export const useCurrentWorkspace = (): KnownWorkspace | undefined => {
  const { id } = useWorkspace()
  return useDevice().known(id)
}
