import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { request } from '../../parts/requests.ts'
import { useViewOffers } from '../../parts/saved-views/view-offers.tsx'
import type { UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { Layers, ListPlus } from '../../ui/icons.ts'

const useBacklogOffers: UseOffers = ({ team }) => {
  const t = useT('commands')
  const words = useT('work')
  const { navigate } = useAddress()
  const views = useViewOffers(team, 'backlog', team?.method === 'kanban' ? words('options') : words('backlog'))
  if (!team) return []
  const ask = (what: string) => () => {
    request(`backlog/${what}`)
    navigate(teamAddress(team.id, 'backlog'))
  }
  return [
    { id: 'backlog.paste', text: t('pasteLines'), icon: ListPlus, group: 'make', run: ask('paste') },
    { id: 'backlog.epics', text: t('showEpics'), icon: Layers, group: 'view', run: ask('epics') },
    ...views,
  ]
}
export default useBacklogOffers
