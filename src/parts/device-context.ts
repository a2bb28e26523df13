import { createContext, useContext } from 'react'
import type { Device } from '../workspace/device.ts'

export const DeviceContext = createContext<Device | undefined>(undefined)

export const useDevice = (): Device => {
  const device = useContext(DeviceContext)
  if (!device) throw new Error('useDevice needs the app above')
  return device
}
