import { useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { useAnnounced } from '../ui/use-announced.ts'
import { teamAddress } from './addresses.ts'
import { countOf } from './item-filter.ts'
import { withValues } from './place-query.ts'
import { useItemFilter } from './use-item-filter.ts'
import { useTeam } from './use-team.ts'

/** What a filter that leaves nothing has to say, and the two ways on. For a line or an empty state of the place. */
export function NothingFound({ place }: { readonly place: string }) {
  const t = useT('filter')
  const team = useTeam()
  const [, navigate] = useLocation()
  const { filter, clear } = useItemFilter(place)
  const [text, filters] = [filter.text.trim(), countOf(filter)]
  const nothing = text === '' ? t('nothingFiltered', { filters }) : t('nothingFound', { text, filters })
  useAnnounced(nothing)
  const toBin = () => navigate(`${teamAddress(team.id, 'bin')}?${withValues('', { q: text })}`)
  return (
    <>
      <p>{nothing}</p>
      <Button onClick={clear}>{t('clear')}</Button>
      {text !== '' && (
        <Button variant="plain" onClick={toBin}>
          {t('searchBin')}
        </Button>
      )}
    </>
  )
}
