import { createElement, lazy, Suspense, useState, type ComponentType, type FunctionComponent } from 'react'
import { completeMessages } from '../i18n/messages.ts'

/**
 * A piece of a screen that is fetched with its words when it is first shown. Once it has come it is drawn at once; until then there is
 * nothing in its place.
 */
export const lazyPart = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): FunctionComponent<Props> => {
  let part: ComponentType<Props> | undefined
  const fetched = () =>
    lazy(async () => {
      try {
        const [piece] = await Promise.all([load(), completeMessages()])
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
