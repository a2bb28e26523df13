import { matchAddress, splitAddress } from '../parts/addresses.ts'
import { slices } from './slices.ts'

const fallback = '/t/any/board'

/** Fetches the screen the address names while the data are being opened; without an address that is the board. */
export const preloadScreen = (address: string): void => {
  const { base, tail } = splitAddress(address === '' || address === '/' ? fallback : address)
  for (const slice of slices) {
    for (const { path, screen } of slice.screens) if (matchAddress(path, base)) void screen.preload()
    for (const { tail: pattern, overlay } of slice.overlays ?? [])
      if (tail !== '' && matchAddress(pattern, tail)) void overlay.preload()
  }
}
