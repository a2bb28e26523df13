import type { KnownWorkspace } from '../workspace/device.ts'
import { DeviceDatabase } from './device-database.ts'

/** Puts a workspace into this device's list. Out: the same. */
export const rememberWorkspace = async (workspace: KnownWorkspace): Promise<KnownWorkspace> => {
  const database = new DeviceDatabase()
  await database.remember(workspace)
  database.close()
  return workspace
}
