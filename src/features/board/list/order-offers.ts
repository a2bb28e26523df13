import { useT } from '../../../i18n/use-t.ts'
import { placeOf, setQuery, usePlaceQuery, valueIn, withValues } from '../../../parts/place-query.ts'
import type { Offer } from '../../../parts/slice.ts'
import type { ChosenTeam } from '../../../parts/use-team.ts'
import { ArrowUpDown } from '../../../ui/icons.ts'
import { listColumns, readSort, writeSort } from './list-row.ts'

/** The orders of the list, while it is one. */
export const useOrderOffers = (team: ChosenTeam | undefined): readonly Offer[] => {
  const t = useT('commands')
  const words = useT('list')
  const place = placeOf(team ?? { id: '' }, 'board')
  const query = usePlaceQuery(place)
  if (!team || valueIn(query, 'as') !== 'list') return []
  const { column, descending } = readSort(valueIn(query, 'sort'))
  const offer = (id: string, text: string, sort: Parameters<typeof writeSort>[0]): Offer => ({
    id: `list.${id}`,
    text,
    icon: ArrowUpDown,
    group: 'view',
    isMany: true,
    run: () => setQuery(place, withValues(query, { sort: writeSort(sort) })),
  })
  return [
    offer('back', t('sortBack'), { column, descending: !descending }),
    ...listColumns
      .filter(name => name !== column)
      .map(name => offer(name, t('sort', { order: words(`orders.${name}`) }), { column: name, descending: false })),
  ]
}
