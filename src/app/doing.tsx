import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Offer } from '../parts/slice.ts'
import { TeamContext } from '../parts/use-team.ts'
import Palette from '../features/search/palette.tsx'
import { useOffersHere } from './use-offers-here.ts'
import { useChosenTeam } from './use-places.ts'
import { wantedOffer, wantNothing } from './wanted-offer.ts'

/** Does what was asked for by key, or lets somebody choose from everything that can be done here. */
export default function Doing() {
  const wanted = useStore(wantedOffer, state => state.wanted)
  return wanted && <Wanted key={`${wanted.id}/${wanted.card}`} id={wanted.id} focused={wanted.card} />
}

type WantedProps = {
  readonly id: string
  readonly focused: string | undefined
}

type ShownDialog = (close: () => void) => ReactNode

function Wanted({ id, focused }: WantedProps) {
  const team = useChosenTeam()?.id
  const offers = useOffersHere(focused)
  const [step, setStep] = useState<'palette' | 'work' | ShownDialog>(id === 'palette' ? id : 'work')
  const perform = (run: Offer['run']) => {
    let isShown = false
    void run(dialog => {
      isShown = true
      setStep(() => dialog)
    })
    if (!isShown) wantNothing()
  }
  const act = useEffectEvent(() => {
    const run = offers.find(offer => offer.id === id)?.run
    if (run) perform(run)
    else wantNothing()
  })
  useEffect(() => {
    if (id !== 'palette') act()
  }, [id])
  // What was chosen begins when the palette is gone and the focus is back where it came from.
  const choose = (run: Offer['run']) => {
    setStep('work')
    setTimeout(() => perform(run))
  }
  if (step === 'palette') return <Palette offers={offers} onChoose={choose} onClose={wantNothing} />
  return step === 'work' ? null : <TeamContext value={team}>{step(wantNothing)}</TeamContext>
}
