import { useEffect } from 'react'
import { useWorkspace } from '../parts/workspace-context.ts'

/** The browser asks before it closes a tab that would lose something; all else survives in a write-ahead copy. */
export const useUnsavedGuard = (): void => {
  const { saving } = useWorkspace()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (saving.state.getState().atRisk) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [saving])
}
