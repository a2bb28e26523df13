import { InAddress, placeOf } from '../parts/place-query.ts'
import { useAddress } from '../parts/use-address.ts'
import { paperAt } from './paper-at.tsx'
import { UnknownPlace } from './unknown-place.tsx'

/** What the slices put on paper: one piece, fetched when somebody prints, so that nobody else carries it. */
export default function Papers() {
  const { base } = useAddress()
  const paper = paperAt(base)
  if (!paper) return <UnknownPlace />
  const { parts, place, shown } = paper
  // What the place is narrowed to stands in the address of its paper as well.
  return place === undefined ? (
    shown
  ) : (
    <InAddress place={placeOf({ id: parts['team'] ?? '' }, place)}>{shown}</InAddress>
  )
}
