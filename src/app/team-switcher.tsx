import { useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { boardAddress } from '../parts/addresses.ts'
import { Users } from '../ui/icons.ts'
import { MenuButton } from '../ui/menu-button.tsx'
import type { MenuEntry } from '../ui/menu.ts'
import styles from './sidebar.module.css'
import { useChosenTeam, useTeams } from './use-places.ts'

/** One team is chosen; the others are one step away. */
export function TeamSwitcher({ bare }: { readonly bare: boolean }) {
  const t = useT('shell')
  const [, navigate] = useLocation()
  const [teams, chosen] = [useTeams(), useChosenTeam()]
  const entries = (): readonly MenuEntry[] => [
    ...teams.map(team => ({
      id: team.id,
      text: team.name,
      checked: team.id === chosen?.id,
      onSelect: () => navigate(boardAddress(team.id)),
    })),
    { kind: 'line', id: 'line' },
    { id: 'new', text: t('newTeam'), onSelect: () => navigate('/start/team') },
    { id: 'start', text: t('start'), onSelect: () => navigate('/start') },
  ]
  return (
    <div className={styles['switcher']}>
      <MenuButton
        label={t('chooseTeam')}
        text={bare ? undefined : (chosen?.name ?? t('chooseTeam'))}
        icon={bare ? Users : undefined}
        variant="plain"
        entries={entries}
      />
    </div>
  )
}
