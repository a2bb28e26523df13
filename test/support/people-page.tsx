import PeopleScreen from '../../src/features/people/people-screen.tsx'
import { DeviceContext } from '../../src/parts/device-context.ts'
import type { Recovery } from '../../src/workspace/recovery-port.ts'
import type { Sync } from '../../src/workspace/sync-port.ts'
import { memoryDevice } from './memory-device.ts'

/** The screen of people in a browser of its own; `sync`: where others are within reach, `recovery`: where a sheet can be made. */
export function PeoplePage({ sync, recovery }: { readonly sync?: Sync; readonly recovery?: Recovery }) {
  const { device } = memoryDevice({ ...(sync && { sync }), ...(recovery && { recovery }) })
  return (
    <DeviceContext value={device}>
      <PeopleScreen />
    </DeviceContext>
  )
}
