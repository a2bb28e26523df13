import { useMemo, useState } from 'react'
import { activeSprints, isOver, sprintsIn } from '../../domain/scrum/sprints.ts'
import { sprint as sprintRecord, type Sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { PaperFrame } from '../../parts/paper/paper-frame.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Chip } from '../../ui/chip.tsx'
import { pastSprintAddress, sprintTabAddress } from './sprint-tabs.ts'
import { SprintsPaper } from './sprints-paper.tsx'

/** Sprints on paper, goal and scope: those that are planned, the one that runs, or one of the past. */
export default function SprintPaper() {
  const { tab = '', sprint } = useAddressParts()
  return sprint === undefined ? <OpenSprintsPaper key={tab} tab={tab} /> : <PastSprintPaper id={sprint} />
}

/** All that are planned, or the one that runs; whichever of them shall lie beside it can be chosen. */
function OpenSprintsPaper({ tab }: { readonly tab: string }) {
  const { home, id: team } = useTeam()
  const open = useReading(view => [...activeSprints(view, home), ...sprintsIn(view, home, 'planned')], [home])
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const usual = useMemo(() => new Set(usualOf(open, tab).map(({ id }) => id)), [open, tab])
  const shown = chosen ?? usual
  const sprints = useMemo(() => open.filter(({ id }) => shown.has(id)), [open, shown])
  const isPlanning = tab === 'planning' || open.every(({ state }) => state === 'planned')
  const place = sprintTabAddress(team, isPlanning ? 'planning' : 'running')
  if (usual.size === 0) return <NoSprintPaper place={place} because="nothingRuns" />
  const choices = open.map(({ id, name }) => (
    <Chip key={id} pressed={shown.has(id)} onPress={() => setChosen(toggled(shown, id))}>
      {name}
    </Chip>
  ))
  return <SprintsPaper sprints={sprints} place={place} choices={open.length > 1 && choices} />
}

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** What is asked for by the tab from which somebody prints; without one, all. */
const usualOf = (open: readonly Sprint[], tab: string): readonly Sprint[] => {
  const planned = open.filter(({ state }) => state === 'planned')
  if (tab === 'planning') return planned
  return tab === 'running' && planned.length < open.length ? open.filter(({ state }) => state !== 'planned') : open
}

function PastSprintPaper({ id }: { readonly id: string }) {
  const { id: team } = useTeam()
  const sprint = useRecord(sprintRecord, id)
  const past = useMemo(() => (sprint?.deleted === null && isOver(sprint.state) ? [sprint] : []), [sprint])
  if (past.length === 0) return <NoSprintPaper place={sprintTabAddress(team, 'past')} because="notThere" />
  return <SprintsPaper sprints={past} place={pastSprintAddress(team, id)} />
}

function NoSprintPaper({ place, because }: { readonly place: string; readonly because: 'nothingRuns' | 'notThere' }) {
  const t = useT('sprint')
  return (
    <PaperFrame title={t('title')} shape="upright" place={place}>
      <p>{t(because)}</p>
    </PaperFrame>
  )
}
