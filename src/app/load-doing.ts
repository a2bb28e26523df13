import { createElement, type FunctionComponent } from 'react'
import { slices } from './slices.ts'

/** Everything that can be done, from all slices: fetched when the page has come to rest, or with the first key. */
export const loadDoing = async (): Promise<{ readonly default: FunctionComponent }> => {
  const [{ Doing }, ...offered] = await Promise.all([
    import('./doing.tsx'),
    ...slices.flatMap(({ offers }) => (offers ? [offers()] : [])),
  ])
  const hooks = offered.map(piece => piece.default)
  return { default: () => createElement(Doing, { hooks }) }
}
