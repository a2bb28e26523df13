import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

/** A sheet as it was made: in this page's memory alone, never in the address or on the disk. */
export type MadeSheet = Readonly<{ workspace: string; text: string }>

const store = createStore<{ readonly sheet: MadeSheet | undefined }>(() => ({ sheet: undefined }))

export const keepSheet = (sheet: MadeSheet): void => store.setState({ sheet })

/** The sheet of this workspace, if one was made since the page was loaded. */
export const useMadeSheet = (workspace: string): MadeSheet | undefined =>
  useStore(store, ({ sheet }) => (sheet?.workspace === workspace ? sheet : undefined))
