import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { countOf, filterIn, noFilter, withFilter, type ItemFilter } from '../../parts/item-filter.ts'
import { placeOf, queryOf, setQuery, valueIn, withQuery, withValues } from '../../parts/place-query.ts'
import { request } from '../../parts/requests.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useViewOffers } from '../../parts/saved-views/view-offers.tsx'
import { useNewsOffers } from '../../parts/visits/news-offers.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useSession } from '../../parts/workspace-context.ts'
import type { ChosenTeam } from '../../parts/use-team.ts'
import { Columns3, Funnel, List, SquareKanban } from '../../ui/icons.ts'
import { useColumnOffers } from './column-offers.tsx'
import { useOrderOffers } from './list/order-offers.ts'

const chips = ['mine', 'blocked', 'overdue', 'changed'] as const

/** The shape of the board, what it is narrowed to, and one more column. */
const useBoardOffers: UseOffers = ({ team }) => {
  const own = useShapeOffers(team)
  const views = useViewOffers(team, 'board', useT('board')('title'))
  return [...own, ...views, ...useNewsOffers(team), ...useColumnOffers(team)]
}
export default useBoardOffers

const useShapeOffers = (team: ChosenTeam | undefined): readonly Offer[] => {
  const t = useT('commands')
  const { base, navigate } = useAddress()
  const orders = useOrderOffers(team)
  const { teams } = useSession(({ news }) => news)
  if (!team) return []
  const place = placeOf(team, 'board')
  const board = boardAddress(team.id)
  const query = queryOf(place)
  const filter = filterIn(query)
  const show = (next: string) => () => {
    setQuery(place, next)
    if (base !== board) navigate(withQuery(board))
  }
  const narrow = (part: Partial<ItemFilter>) => show(withFilter(query, { ...filter, ...part }))
  const addColumn = () => {
    request('column/add')
    if (base !== board) navigate(board)
  }
  const isOffered = (name: (typeof chips)[number]) => name !== 'changed' || filter.changed || teams.has(team.home)
  const clear: Offer = {
    id: 'board.all',
    text: t('filter.none'),
    icon: Funnel,
    group: 'view',
    run: show(withFilter(query, noFilter)),
  }
  return [
    valueIn(query, 'as') === 'list'
      ? {
          id: 'board.asBoard',
          text: t('asBoard'),
          icon: SquareKanban,
          group: 'view',
          run: show(withValues(query, { as: '' })),
        }
      : {
          id: 'board.asList',
          text: t('asList'),
          icon: List,
          group: 'view',
          run: show(withValues(query, { as: 'list' })),
        },
    ...chips.filter(isOffered).map((name): Offer => ({
      id: `board.${name}`,
      text: filter[name] ? t(`filter.${name}Off`) : t(`filter.${name}`),
      icon: Funnel,
      group: 'view',
      run: narrow({ [name]: !filter[name] }),
    })),
    ...(countOf(filter) > 0 ? [clear] : []),
    { id: 'board.column', text: t('addColumn'), icon: Columns3, group: 'team', run: addColumn },
    ...orders,
  ]
}
