import { useEffect, useEffectEvent } from 'react'
import { createStore, useStore } from 'zustand'

/**
 * Something asked for from outside of the screen that does it, by the palette for example: it waits until that screen is there. One at
 * a time, and not for long: what nobody takes within seconds is no longer wanted.
 */
type Request = { readonly name: string; readonly at: number }

const requests = createStore<{ readonly open: Request | undefined }>(() => ({ open: undefined }))

const patience = 5000

/** Asks a screen for what bears this name there. */
export const request = (name: string): void => requests.setState({ open: { name, at: performance.now() } })

/** Does what is asked for under names that begin so; `answer` gets the rest of the name. */
export const useRequests = (prefix: string, answer: (name: string) => void): void => {
  const open = useStore(requests, state => state.open)
  const act = useEffectEvent(answer)
  useEffect(() => {
    if (!open?.name.startsWith(prefix)) return
    requests.setState({ open: undefined })
    if (performance.now() - open.at < patience) act(open.name.slice(prefix.length))
  }, [open, prefix])
}
