import { activeSprints, isOver, sprintsIn } from '../../domain/scrum/sprints.ts'
import { sprint as sprintRecord } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { PaperFrame } from '../../parts/paper/paper-frame.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { OneSprintPaper } from './one-sprint-paper.tsx'
import { pastSprintAddress, sprintTabAddress } from './sprint-tabs.ts'

/** A sprint on paper, goal and scope: the one that is planned, that runs, or one of the past. */
export default function SprintPaper() {
  const t = useT('sprint')
  const { home, id: team } = useTeam()
  const { tab = '', sprint: id } = useAddressParts()
  const named = useRecord(sprintRecord, id)
  const planned = useReading(view => sprintsIn(view, home, 'planned')[0], [home])
  const running = useReading(view => activeSprints(view, home)[0], [home])
  const past = named?.deleted === null && isOver(named.state) ? named : undefined
  const sprint = id !== undefined ? past : tab === 'planning' ? planned : (running ?? planned)
  const place = past
    ? pastSprintAddress(team, past.id)
    : sprintTabAddress(team, sprint === running ? 'running' : 'planning')
  if (sprint) return <OneSprintPaper key={sprint.id} sprint={sprint} place={place} />
  return (
    <PaperFrame
      title={t('title')}
      shape="upright"
      place={sprintTabAddress(team, id === undefined ? 'planning' : 'past')}
    >
      <p>{id === undefined ? t('nothingRuns') : t('notThere')}</p>
    </PaperFrame>
  )
}
