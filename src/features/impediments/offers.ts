import { useT } from '../../i18n/use-t.ts'
import { reportTail } from '../../parts/addresses.ts'
import type { UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { OctagonAlert } from '../../ui/icons.ts'
import { useOpenOffers } from './open-offers.tsx'

/** Reporting an impediment, and what can be done with the one that is open. */
const useImpedimentOffers: UseOffers = at => [...useReportOffers(at), ...useOpenOffers(at)]
export default useImpedimentOffers

const useReportOffers: UseOffers = ({ team }) => {
  const t = useT('commands')
  const { openOverlay } = useAddress()
  if (!team) return []
  const run = () => openOverlay(reportTail())
  return [{ id: 'impediment.new', text: t('newImpediment'), icon: OctagonAlert, group: 'make', run }]
}
