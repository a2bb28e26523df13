import { useT } from '../../i18n/use-t.ts'
import { Bookmark, BookmarkPlus, Pencil } from '../../ui/icons.ts'
import { teamAddress } from '../addresses.ts'
import { placeOf, queryOf, setQuery } from '../place-query.ts'
import type { Offer } from '../slice.ts'
import { useAddress } from '../use-address.ts'
import type { ChosenTeam } from '../use-team.ts'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { useViewsOf } from './use-views.ts'
import { ViewsDialog } from './views-dialog.tsx'

/** The views somebody has kept for a place: each can be opened, the filter of now be kept, and all put in order. */
export const useViewOffers = (team: ChosenTeam | undefined, place: string, name: string): readonly Offer[] => {
  const t = useT('commands')
  const { base, navigate } = useAddress()
  const views = useViewsOf(team, place)
  if (!team) return []
  const address = teamAddress(team.id, place)
  const open = (query: string) => () => {
    setQuery(placeOf(team, place), query)
    navigate(`${address}?${query}`)
  }
  const save: Offer = {
    id: `views.${place}.save`,
    text: t('views.save', { place: name }),
    icon: BookmarkPlus,
    group: 'view',
    run: show => show(close => <SaveViewDialog place={place} onClose={close} />),
  }
  const edit: Offer = {
    id: `views.${place}.edit`,
    text: t('views.edit', { place: name }),
    icon: Pencil,
    group: 'view',
    run: show => show(close => <ViewsDialog place={place} onClose={close} />),
  }
  return [
    ...views.map(({ id, name: view, query }): Offer => ({
      id: `views.open.${id}`,
      text: t('views.open', { name: view, place: name }),
      icon: Bookmark,
      group: 'view',
      run: open(query),
    })),
    ...(base === address && queryOf(placeOf(team, place)) !== '' ? [save] : []),
    ...(views.length > 0 ? [edit] : []),
  ]
}
