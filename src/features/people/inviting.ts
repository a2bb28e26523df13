import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

/** Whom the dialog is open for; a row of people opens it, and the section about devices shows it. */
const store = createStore<{ readonly invited: string | undefined }>(() => ({ invited: undefined }))

const invite = (person: string): void => store.setState({ invited: person })
const close = (): void => store.setState({ invited: undefined })

export const useInviting = () => ({ invited: useStore(store, state => state.invited), invite, close })
