import { useCallback, useRef } from 'react'

/**
 * Runs one piece of work at a time: what is asked for while it runs is passed over. A second Enter would make the same thing twice.
 */
export const useOnce = (): ((work: () => Promise<void>) => Promise<void>) => {
  const isRunning = useRef(false)
  return useCallback(async work => {
    if (isRunning.current) return
    isRunning.current = true
    await work().finally(() => (isRunning.current = false))
  }, [])
}
