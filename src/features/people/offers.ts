import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { request } from '../../parts/requests.ts'
import type { UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { UserPlus } from '../../ui/icons.ts'

const usePeopleOffers: UseOffers = ({ team }) => {
  const t = useT('commands')
  const { navigate } = useAddress()
  if (!team) return []
  const run = () => {
    request('people/add')
    navigate(teamAddress(team.id, 'people'))
  }
  return [{ id: 'people.add', text: t('addPerson'), icon: UserPlus, group: 'team', run }]
}
export default usePeopleOffers
