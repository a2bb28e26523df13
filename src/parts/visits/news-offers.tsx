import { useT } from '../../i18n/use-t.ts'
import { History } from '../../ui/icons.ts'
import { lazyPart } from '../lazy-part.ts'
import type { Offer } from '../slice.ts'
import type { ChosenTeam } from '../use-team.ts'
import { useSession } from '../workspace-context.ts'

const NewsDialog = lazyPart(() => import('./news-dialog.tsx'))

/** What others have changed in the team, where there is something of it. */
export const useNewsOffers = (team: ChosenTeam | undefined): readonly Offer[] => {
  const t = useT('visits')
  const hasNews = useSession(({ news }) => team !== undefined && news.teams.has(team.home))
  if (!hasNews) return []
  return [
    {
      id: 'visits.show',
      text: t('title'),
      icon: History,
      group: 'team',
      run: show => show(close => <NewsDialog onClose={close} />),
    },
  ]
}
