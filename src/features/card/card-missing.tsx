import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Said when nothing has this key here: it lies in the bin, or this device has not seen it. */
export function CardMissing({ cardKey, onClose }: { readonly cardKey: string; readonly onClose: () => void }) {
  const t = useT('card')
  const team = useTeam()
  const { navigate } = useAddress()
  const actions = (
    <>
      <Button data-autofocus onClick={() => navigate(teamAddress(team.id, 'bin'))}>
        {t('toBin')}
      </Button>
      <Button variant="plain" onClick={onClose}>
        {t('close')}
      </Button>
    </>
  )
  return <EmptyState actions={actions}>{t('missing', { key: cardKey })}</EmptyState>
}
