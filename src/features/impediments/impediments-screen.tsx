import { useState } from 'react'
import { impedimentsByParty } from '../../domain/impediments/open-impediments.ts'
import { impediment } from '../../domain/impediments/impediment.ts'
import { useT } from '../../i18n/use-t.ts'
import { reportTail } from '../../parts/addresses.ts'
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
  const { home } = useTeam()
  const { openOverlay } = useAddress()
  const [shown, setShown] = useState<'open' | 'over'>('open')
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
        (over > 0 || shown === 'over') && (
          <SegmentedControl
            label={t('show')}
            value={shown}
            segments={[
              { value: 'open', text: t('open', { count: open }) },
              { value: 'over', text: t('over', { count: over }) },
            ]}
            onChange={setShown}
          />
        )
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
