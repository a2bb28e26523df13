import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { Download, RotateCcw, Upload } from '../../ui/icons.ts'

const useFileOffers: UseOffers = ({ team }) => {
  const t = useT('commands')
  const { navigate } = useAddress()
  const restore = () => navigate('/import')
  const restoring: Offer = { id: 'files.restore', text: t('restore'), icon: RotateCcw, group: 'data', run: restore }
  if (!team) return [restoring]
  const goTo = (place: string) => () => navigate(teamAddress(team.id, place))
  return [
    { id: 'files.import', text: t('import'), icon: Download, group: 'data', run: goTo('import') },
    { id: 'files.export', text: t('export'), icon: Upload, group: 'data', run: goTo('export') },
    restoring,
  ]
}
export default useFileOffers
