import { useEffect, useEffectEvent } from 'react'
import { useStore } from 'zustand'
import { live } from '../domain/kernel/view.ts'
import { documentOfTeam } from '../domain/people/team.ts'
import { itemByKey } from '../domain/work/shown-key.ts'
import { item } from '../domain/work/item.ts'
import { matchAddress } from '../parts/addresses.ts'
import type { Offer, OfferPlace, UseOffers } from '../parts/slice.ts'
import { useAddress } from '../parts/use-address.ts'
import { useReading } from '../parts/use-reading.ts'
import { withHome } from '../parts/use-team.ts'
import Palette from '../features/search/palette.tsx'
import { useChosenTeam } from './use-places.ts'
import { useFrameOffers } from './use-frame-offers.ts'
import { wantedOffer, wantNothing } from './wanted-offer.ts'

/** Does what was asked for by key, or lets somebody choose from everything that can be done here. */
export function Doing({ hooks }: { readonly hooks: readonly UseOffers[] }) {
  const wanted = useStore(wantedOffer, state => state.wanted)
  return wanted && <Wanted key={`${wanted.id}/${wanted.card}`} id={wanted.id} focused={wanted.card} hooks={hooks} />
}

type WantedProps = {
  readonly id: string
  readonly focused: string | undefined
  readonly hooks: readonly UseOffers[]
}

function Wanted({ id, focused, hooks }: WantedProps) {
  const offers = useOffers(hooks, useOfferPlace(focused))
  const act = useEffectEvent(() => {
    wantNothing()
    void offers.find(offer => offer.id === id)?.run()
  })
  const isPalette = id === 'palette'
  useEffect(() => {
    if (!isPalette) act()
  }, [isPalette])
  if (!isPalette) return null
  return <Palette offers={offers} onClose={wantNothing} />
}

/** Everything that can be done here. The hooks are the same ones in each round. */
const useOffers = (hooks: readonly UseOffers[], at: OfferPlace): readonly Offer[] => {
  const frame = useFrameOffers(at)
  // oxlint-disable-next-line react-hooks/rules-of-hooks -- the list never changes
  return [...hooks.flatMap(useThese => useThese(at)), ...frame]
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
