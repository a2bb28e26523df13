import { impedimentsByParty } from '../../domain/impediments/open-impediments.ts'
import { impediment } from '../../domain/impediments/impediment.ts'
import { useT } from '../../i18n/use-t.ts'
import { reportTail } from '../../parts/addresses.ts'
import { placeOf, setQuery, usePlaceQuery, useQueryInAddress, valueIn, withValues } from '../../parts/place-query.ts'
import { PlaceMenu } from '../../parts/place-menu.tsx'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Plus } from '../../ui/icons.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ImpedimentList } from './impediment-list.tsx'
import styles from './impediments.module.css'
import { OverList } from './over-list.tsx'

/** What holds the team up, by whose turn it is; and what no longer does. */
export default function ImpedimentsScreen() {
  const t = useT('impediments')
  const team = useTeam()
  const { home } = team
  const { openOverlay } = useAddress()
  const place = placeOf(team, 'impediments')
  useQueryInAddress(place)
  const shown = valueIn(usePlaceQuery(place), 'show') === 'over' ? 'over' : 'open'
  const show = (next: 'open' | 'over') => setQuery(place, withValues('', { show: next === 'over' ? next : '' }))
  const groups = useReading(view => impedimentsByParty(view, home), [home])
  const over = useReading(view => view.ids(impediment, 'over', home).length, [home])
  const open = groups.reduce((sum, { impediments }) => sum + impediments.length, 0)
  const report = () => openOverlay(reportTail())
  const isBare = open === 0 && shown === 'open'
  return (
    <ScreenFrame
      title={t('title')}
      term="impediment"
      context={open > 0 ? t('context', { count: open }) : undefined}
      tools={
        <>
          {(over > 0 || shown === 'over') && (
            <SegmentedControl
              label={t('show')}
              value={shown}
              segments={[
                { value: 'open', text: t('open', { count: open }) },
                { value: 'over', text: t('over', { count: over }) },
              ]}
              onChange={show}
            />
          )}
          {(open > 0 || over > 0) && <PlaceMenu />}
        </>
      }
      primary={
        !isBare && (
          <Button variant="primary" icon={Plus} onClick={report}>
            {t('report')}
          </Button>
        )
      }
    >
      {isBare ? (
        <EmptyState
          actions={
            <Button variant="primary" icon={Plus} onClick={report}>
              {t('report')}
            </Button>
          }
        >
          {t('empty')}
        </EmptyState>
      ) : (
        <div className={styles['lists']}>
          {shown === 'open' ? groups.map(group => <ImpedimentList key={group.party} group={group} />) : <OverList />}
        </div>
      )}
    </ScreenFrame>
  )
}
