import { createElement, use, type ComponentType } from 'react'
import { completeMessages } from '../i18n/messages.ts'
import type { Lazy } from './slice.ts'

type Load = () => Promise<{ default: ComponentType }>

/**
 * A screen in a piece of its own; `preload` fetches it while the data are still being opened. What has come is drawn at once: React's
 * `lazy` suspends even then, and what has suspended is held back for 300 ms (measured). The board says only what the first catalogue
 * holds; every other screen brings the rest.
 */
export const lazyScreen = (load: Load, says: 'first' | 'rest' = 'rest'): Lazy => {
  let screen: ComponentType | undefined
  let loading: Promise<ComponentType> | undefined
  const preload = (): Promise<ComponentType> => {
    loading ??= fetchScreen(load, says).then(loaded => (screen = loaded))
    return loading
  }
  const LazyScreen = () => createElement(screen ?? use(preload()))
  return Object.assign(LazyScreen, { preload })
}

const fetchScreen = async (load: Load, says: 'first' | 'rest'): Promise<ComponentType> => {
  const [piece] = await Promise.all([load(), says === 'rest' && completeMessages()])
  return piece.default
}
