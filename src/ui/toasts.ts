import { createStore } from 'zustand/vanilla'
import { announce } from './announcements.ts'

export type ToastAction = { readonly label: string; readonly run: () => void }

export type Toast = {
  readonly id: number
  readonly text: string
  readonly action: ToastAction | undefined
  /** Tells what was done to what: not for the eyes of a meeting. */
  readonly named: boolean
}

type ToastWish = {
  readonly text: string
  readonly action?: ToastAction | undefined
  readonly named?: boolean
}

type ToastState = { readonly shown: readonly Toast[] }

const store = createStore<ToastState>(() => ({ shown: [] }))

/** More than three at once nobody reads; the oldest makes room. */
const most = 3
let lastId = 0

/** Short messages at the lower edge. They are a comfort: whatever they offer must also be reachable elsewhere. */
export const toasts = {
  store,
  show({ text, action, named = false }: ToastWish): number {
    const id = ++lastId
    announce(text)
    store.setState(({ shown }) => ({ shown: [...shown, { id, text, action, named }].slice(-most) }))
    return id
  },
  dismiss(id: number) {
    store.setState(({ shown }) => ({ shown: shown.filter(toast => toast.id !== id) }))
  },
  clear() {
    store.setState({ shown: [] })
  },
}
