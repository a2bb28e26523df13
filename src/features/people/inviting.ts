import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

/** Whom the dialog is open for; without a person, devices that are known already meet again. */
export type Invited = { readonly person: string | undefined; readonly byRoot?: true }

/** A row of people opens the dialog, and the section about devices shows it. */
const store = createStore<{ readonly invited: Invited | undefined }>(() => ({ invited: undefined }))

const invite = (person: string): void => store.setState({ invited: { person } })
/** A new device of this person comes with the recovery sheet. */
const bringBack = (person: string): void => store.setState({ invited: { person, byRoot: true } })
const meetAgain = (): void => store.setState({ invited: { person: undefined } })
const close = (): void => store.setState({ invited: undefined })

export const useInviting = () => ({
  invited: useStore(store, state => state.invited),
  invite,
  bringBack,
  meetAgain,
  close,
})
