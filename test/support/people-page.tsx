import PeopleScreen from '../../src/features/people/people-screen.tsx'
import { DeviceContext } from '../../src/parts/device-context.ts'
import type { Sync } from '../../src/workspace/sync-port.ts'
import { memoryDevice } from './memory-device.ts'

/** The screen of people in a browser of its own; `sync`: where others are within reach. */
export function PeoplePage({ sync }: { readonly sync?: Sync }) {
  const { device } = memoryDevice(sync ? { sync } : {})
  return (
    <DeviceContext value={device}>
      <PeopleScreen />
    </DeviceContext>
  )
}
