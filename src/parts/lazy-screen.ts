import { lazy, type ComponentType } from 'react'
import type { Lazy } from './slice.ts'

type Load = () => Promise<{ default: ComponentType }>

/** A screen in a chunk of its own; `preload` fetches it while the data are still being opened. */
export const lazyScreen = (load: Load): Lazy => Object.assign(lazy(load), { preload: load })
