import { useState } from 'react'
import { activeSprints, sprintsIn } from '../../domain/scrum/sprints.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { closeSprintTail } from '../../parts/addresses.ts'
import { MergeHint } from '../../parts/merge-review/merge-hint.tsx'
import { PlaceMenu } from '../../parts/place-menu.tsx'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { TeamSwitch } from '../../parts/team-switch.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { PastTab } from './past-tab.tsx'
import { PlanningTab } from './planning-tab.tsx'
import { RunningContext } from './running-context.tsx'
import { RunningMenu } from './running-menu.tsx'
import { RunningTab } from './running-tab.tsx'
import { sprintTabAddress, sprintTabs } from './sprint-tabs.ts'
import styles from './sprint.module.css'

/** Planning, running, past: the three times of a sprint. It opens where the team stands. */
export default function SprintScreen() {
  const t = useT('sprint')
  const team = useTeam()
  const { tab } = useAddressParts()
  const { navigate, openOverlay } = useAddress()
  const active = useReading(view => activeSprints(view, team.home), [team.home])
  const planned = useReading(view => sprintsIn(view, team.home, 'planned').length, [team.home])
  const [chosen, setChosen] = useState<string>()
  const running = active.find(({ id }) => id === chosen) ?? active[0]
  const current = sprintTabs.find(known => known === tab) ?? (running ? 'running' : 'planning')
  const isRunning = current === 'running' && running !== undefined
  return (
    <ScreenFrame
      title={t('title')}
      term="sprint"
      context={isRunning ? <RunningContext sprint={running} /> : undefined}
      shape={current === 'planning' ? 'fill' : 'page'}
      tools={isRunning ? <RunningMenu sprint={running} /> : current !== 'past' && <PlaceMenu />}
      primary={
        isRunning && (
          <Button variant="primary" onClick={() => openOverlay(closeSprintTail(running.id))}>
            {t('close.open')}
          </Button>
        )
      }
    >
      <div className={current === 'planning' ? styles['fill'] : styles['page']}>
        <div className={styles['switch']}>
          <TeamSwitch current="sprint" />
        </div>
        <MergeHint />
        <Tabs
          label={t('tabs')}
          tabs={[
            { id: 'planning', text: t('planning'), count: planned > 1 ? planned : undefined },
            { id: 'running', text: t('running') },
            { id: 'past', text: t('past') },
          ]}
          value={current}
          onChange={next => navigate(sprintTabAddress(team.id, next), { replace: true })}
        >
          {current === 'planning' && <PlanningTab isBusy={running !== undefined} />}
          {current === 'running' && <RunningTab active={active} sprint={running} onChoose={setChosen} />}
          {current === 'past' && <PastTab />}
        </Tabs>
      </div>
    </ScreenFrame>
  )
}
