import { useState } from 'react'
import { sprintsIn } from '../../domain/scrum/sprints.ts'
import { useRequests } from '../../parts/requests.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { NewSprintForm } from './new-sprint-form.tsx'
import { PlanningFoot } from './planning-foot.tsx'
import { PlanningHead } from './planning-head.tsx'
import { PlanningLists } from './planning-lists.tsx'
import styles from './planning.module.css'

/** Backlog on the left, the planned sprint on the right; without a plan the proposal for one. */
export function PlanningTab({ isBusy }: { readonly isBusy: boolean }) {
  const team = useTeam()
  const planned = useReading(view => sprintsIn(view, team.home, 'planned'), [team.home])
  const [chosen, setChosen] = useState<string>()
  const [isMaking, setMaking] = useState(false)
  useRequests('sprint/plan/', setChosen)
  useRequests('sprint/another', () => setMaking(true))
  const sprint = planned.find(({ id }) => id === chosen) ?? planned[0]
  const onMade = (id: string) => {
    setMaking(false)
    setChosen(id)
  }
  if (!sprint || isMaking)
    return <NewSprintForm onMade={onMade} onCancel={sprint ? () => setMaking(false) : undefined} />
  return (
    <div className={styles['planning']}>
      <PlanningHead
        key={sprint.id}
        sprint={sprint}
        planned={planned}
        onChoose={setChosen}
        onMake={() => setMaking(true)}
      />
      <PlanningLists sprint={sprint} />
      <PlanningFoot sprint={sprint} isBusy={isBusy} />
    </div>
  )
}
