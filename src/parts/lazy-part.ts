import { createElement, use, Suspense, type ComponentType, type FunctionComponent } from 'react'
import { completeMessages } from '../i18n/messages.ts'

/**
 * A piece of a screen that is fetched with its words when it is first shown. Once it has come it is drawn at once; until then there is
 * nothing in its place.
 */
export const lazyPart = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): FunctionComponent<Props> => {
  let part: ComponentType<Props> | undefined
  let loading: Promise<ComponentType<Props>> | undefined
  const fetch = (): Promise<ComponentType<Props>> => {
    loading ??= Promise.all([load(), completeMessages()]).then(([piece]) => (part = piece.default))
    // Fetching may fail once; the next time tries again.
    loading.catch(() => (loading = undefined))
    return loading
  }
  const Part = (props: Props) => createElement(part ?? use(fetch()), props)
  return props => createElement(Suspense, { fallback: null }, createElement(Part, props))
}
