import { useT } from '../../i18n/use-t.ts'
import { reportTail } from '../../parts/addresses.ts'
import type { UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { OctagonAlert } from '../../ui/icons.ts'

const useImpedimentOffers: UseOffers = ({ team }) => {
  const t = useT('commands')
  const { openOverlay } = useAddress()
  if (!team) return []
  const run = () => openOverlay(reportTail())
  return [{ id: 'impediment.new', text: t('newImpediment'), icon: OctagonAlert, group: 'make', run }]
}
export default useImpedimentOffers
