import useBacklogOffers from '../features/backlog/offers.ts'
import useBinOffers from '../features/bin/offers.ts'
import useBoardOffers from '../features/board/offers.ts'
import useCardOffers from '../features/card/offers.ts'
import useDataOffers from '../features/data/offers.ts'
import useFileOffers from '../features/files/offers.ts'
import useHelpOffers from '../features/help/offers.ts'
import useImpedimentOffers from '../features/impediments/offers.ts'
import usePeopleOffers from '../features/people/offers.ts'
import useSettingsOffers from '../features/settings/offers.ts'
import useSprintOffers from '../features/sprint/offers.ts'
import type { UseOffers } from '../parts/slice.ts'

/** What can be done, by every feature that offers something: one line each, fetched with the palette or the first key. */
export const offerHooks: readonly UseOffers[] = [
  useBoardOffers,
  useBacklogOffers,
  useCardOffers,
  useSprintOffers,
  useImpedimentOffers,
  useBinOffers,
  usePeopleOffers,
  useFileOffers,
  useDataOffers,
  useSettingsOffers,
  useHelpOffers,
]
