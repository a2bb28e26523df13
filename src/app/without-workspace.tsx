import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { Screens } from './screens.tsx'

/** No workspace on this device yet: the start page and what it leads to, without places. */
export function WithoutWorkspace() {
  const [address, navigate] = useLocation()
  const isStart = address.startsWith('/start') || address.startsWith('/import')
  useEffect(() => {
    if (!isStart) navigate('/start', { replace: true })
  }, [isStart, navigate])
  return isStart ? <Screens unknown={null} /> : null
}
