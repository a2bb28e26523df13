import { memo } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { teamAddress } from './addresses.ts'
import styles from './team-switch.module.css'
import { useTeam } from './use-team.ts'

type TeamPlace = 'board' | 'backlog' | 'sprint'

/** On a phone Board, Backlog and Sprint share one entry; this switch stands on top of each. Not shown on wide screens. */
export const TeamSwitch = memo(function TeamSwitch({ current }: { readonly current: TeamPlace }) {
  const t = useT('places')
  const team = useTeam()
  const [, navigate] = useLocation()
  const isScrum = team.method === 'scrum'
  return (
    <div className={styles['switch']}>
      <SegmentedControl<TeamPlace>
        label={t('views')}
        value={current}
        segments={[
          { value: 'board', text: t('board') },
          { value: 'backlog', text: isScrum ? t('backlog') : t('options') },
          ...(isScrum ? [{ value: 'sprint' as const, text: t('sprint') }] : []),
        ]}
        onChange={place => navigate(teamAddress(team.id, place))}
        wide
      />
    </div>
  )
})
