import { createElement, use, type ComponentType } from 'react'
import { completeMessages, loadAreas } from '../i18n/messages.ts'
import type { Lazy } from './slice.ts'

type Load = () => Promise<{ default: ComponentType }>
type Says = 'first' | 'rest' | 'help' | 'recovery'

/** Milliseconds until a failure to fetch is forgotten. */
const failureShown = 1000

/**
 * A screen in a piece of its own; `preload` fetches it while the data are still being opened. What has come is drawn at once: React's
 * `lazy` suspends even then, and what has suspended is held back for 300 ms (measured). The board says only what the first catalogue
 * holds; every other screen brings the rest, and help and recovery what only they say.
 */
export const lazyScreen = (load: Load, says: Says = 'rest'): Lazy => {
  let screen: ComponentType | undefined
  let loading: Promise<ComponentType> | undefined
  const preload = (): Promise<ComponentType> => {
    loading ??= fetchScreen(load, says).then(loaded => (screen = loaded))
    // Whoever comes back has it fetched anew, but not before its failure is drawn: a new promise at once would be fetched for ever.
    loading.catch(() => setTimeout(() => (loading = undefined), failureShown))
    return loading
  }
  const LazyScreen = () => createElement(screen ?? use(preload()))
  return Object.assign(LazyScreen, { preload })
}

const wordsFor: { readonly [S in Says]: () => Promise<unknown> | undefined } = {
  first: () => undefined,
  rest: () => completeMessages(),
  help: () => loadAreas('help', 'glossary'),
  recovery: () => loadAreas('recovery'),
}

const fetchScreen = async (load: Load, says: Says): Promise<ComponentType> => {
  const words = wordsFor[says]()
  const [piece] = await Promise.all([load(), words])
  return piece.default
}
