import { live } from '../domain/kernel/view.ts'
import { documentOfTeam } from '../domain/people/team.ts'
import { item } from '../domain/work/item.ts'
import { itemByKey } from '../domain/work/shown-key.ts'
import { matchAddress } from '../parts/addresses.ts'
import type { Offer, OfferPlace } from '../parts/slice.ts'
import { useAddress } from '../parts/use-address.ts'
import { useReading } from '../parts/use-reading.ts'
import { withHome } from '../parts/use-team.ts'
import { offerHooks } from './offers.ts'
import { useFrameOffers } from './use-frame-offers.ts'
import { useChosenTeam } from './use-places.ts'

/** Everything that can be done where somebody stands. In: the card that has the focus. */
export const useOffersHere = (focused: string | undefined): readonly Offer[] => {
  const at = useOfferPlace(focused)
  const frame = useFrameOffers(at)
  // oxlint-disable-next-line react-hooks/rules-of-hooks -- the list never changes
  return [...offerHooks.flatMap(useThese => useThese(at)), ...frame]
}

const useOfferPlace = (focused: string | undefined): OfferPlace => {
  const record = useChosenTeam()
  const { tail } = useAddress()
  const key = matchAddress('/c/:key', tail)?.['key']
  const card = useReading(
    view => {
      if (!record) return undefined
      const open = key === undefined ? undefined : itemByKey(view, documentOfTeam(record), key)
      return live(view, item, open ?? focused)
    },
    [record, key, focused],
  )
  return { team: record && withHome(record), card, isCardOpen: card !== undefined && key !== undefined }
}
