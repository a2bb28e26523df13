import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { CannotOpenScreen } from './cannot-open-screen.tsx'
import { Screens } from './screens.tsx'

/** What can be reached before any workspace is there. */
const reachable = /^\/(?:start|join|recover|import|help)/

/**
 * No workspace on this device yet, or none that can be opened: the start page and what it leads to, or the reason; and the help in
 * either case. All without places.
 */
export function WithoutWorkspace({ because }: { readonly because: string | undefined }) {
  const [address, navigate] = useLocation()
  const isThere = reachable.test(address)
  useEffect(() => {
    if (isThere || because !== undefined) return
    // A team's address on an empty device: its data were here once, or are expected to be.
    navigate(address.startsWith('/t/') ? '/start/lost' : '/start', { replace: true })
  }, [isThere, because, address, navigate])
  if (because !== undefined && !address.startsWith('/help')) return <CannotOpenScreen because={because} />
  return isThere ? <Screens unknown={null} /> : null
}
