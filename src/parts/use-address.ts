import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { splitAddress } from './addresses.ts'
import { withQuery } from './place-query.ts'

/** The address in two parts, and ways to go elsewhere. Back always goes where the person came from. */
export const useAddress = () => {
  const [address, navigate] = useLocation()
  const { base, tail } = splitAddress(address)
  const openOverlay = useCallback(
    (next: string) => navigate(withQuery(`${base === '/' ? '' : base}${next}`)),
    [base, navigate],
  )
  // Replaced, so that Back does not open again what was closed.
  const closeOverlay = useCallback(() => navigate(withQuery(base), { replace: true }), [base, navigate])
  return { base, tail, navigate, openOverlay, closeOverlay }
}
