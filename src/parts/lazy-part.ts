import { createElement, lazy, Suspense, useState, type ComponentType, type FunctionComponent } from 'react'
import type { LaterArea } from '../i18n/later-areas.ts'
import { loadAreas, completeMessages } from '../i18n/messages.ts'

const wordsOf = (areas: readonly LaterArea[]): Promise<unknown> =>
  areas.length > 0 ? loadAreas(...areas) : completeMessages()

/**
 * A piece of a screen that is fetched with its words when it is first shown. Once it has come it is drawn at once; until then there is
 * nothing in its place. `areas`: what of the catalogue only few read and it says.
 */
export const lazyPart = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  ...areas: readonly LaterArea[]
): FunctionComponent<Props> => {
  let part: ComponentType<Props> | undefined
  const fetched = () =>
    lazy(async () => {
      try {
        const [piece] = await Promise.all([load(), wordsOf(areas)])
        part = piece.default
        return piece
      } catch (error) {
        // Fetching may fail once; the next time tries again.
        coming = fetched()
        throw error
      }
    })
  let coming = fetched()
  // What has come is drawn at once: React's `lazy` suspends even then. What is drawn stays the same, so that it keeps its state.
  const Part = (props: Props) => createElement(useState(() => part ?? coming)[0], props)
  return props => createElement(Suspense, { fallback: null }, createElement(Part, props))
}
