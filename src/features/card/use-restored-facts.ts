import { useEffect, useState } from 'react'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { restoredFacts, type IsRestored } from '../../workspace/restored-past.ts'

const none: IsRestored = () => false

/** Which facts of the past stand here because a backup was restored: who they name has not written them on this way. */
export const useRestoredFacts = (): IsRestored => {
  const workspace = useWorkspace()
  const [found, setFound] = useState<{ readonly isRestored: IsRestored }>({ isRestored: none })
  useEffect(() => {
    let isWanted = true
    void restoredFacts(workspace).then(isRestored => {
      if (isWanted) setFound({ isRestored })
    })
    return () => {
      isWanted = false
    }
  }, [workspace])
  return found.isRestored
}
