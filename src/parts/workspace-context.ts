import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Session } from '../workspace/session.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { SavingState } from '../workspace/saving.ts'

export const WorkspaceContext = createContext<Workspace | undefined>(undefined)

export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('useWorkspace needs an open workspace above')
  return workspace
}

export const useSession = <Part>(select: (session: Session) => Part): Part => useStore(useWorkspace().session, select)
export const useSaving = <Part>(select: (saving: SavingState) => Part): Part =>
  useStore(useWorkspace().saving.state, select)
