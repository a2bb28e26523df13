import type { Place } from '../parts/slice.ts'
import { slices } from './slices.ts'

/** All places in the order of the slices. */
export const places: readonly Place[] = slices.flatMap(slice => slice.places ?? [])
