import { useT } from '../../i18n/use-t.ts'
import type { UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { ShieldCheck } from '../../ui/icons.ts'
import { helpAddress } from './help-pages.ts'

const useHelpOffers: UseOffers = () => {
  const t = useT('commands')
  const { navigate } = useAddress()
  const run = () => navigate(helpAddress('statement'))
  return [{ id: 'help.statement', text: t('statement'), icon: ShieldCheck, group: 'app', isMany: true, run }]
}
export default useHelpOffers
