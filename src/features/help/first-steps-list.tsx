import { useContext } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { StepList } from '../../parts/first-steps/first-steps.tsx'
import { usePutAway } from '../../parts/first-steps/put-away.ts'
import { useFirstSteps } from '../../parts/first-steps/use-first-steps.ts'
import { useOverTeams } from '../../parts/use-over-teams.ts'
import { TeamContext } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { toasts } from '../../ui/toasts.ts'

/** The chosen team's first steps, also once they were put away on Heute; nothing where no team is yet. */
export function FirstStepsList() {
  return useContext(TeamContext) === undefined ? null : <TeamSteps />
}

function TeamSteps() {
  const t = useT('today')
  const { over, isComplete } = useOverTeams()
  const steps = useFirstSteps(over)
  const [isAway, setAway] = usePutAway()
  if (!isComplete || !steps) return null
  const bringBack = () => {
    setAway(false)
    document.querySelector<HTMLElement>('#main h1')?.focus()
    toasts.show({ text: t('steps.back') })
  }
  return (
    <>
      <StepList {...steps} />
      {isAway && <Button onClick={bringBack}>{t('steps.onToday')}</Button>}
    </>
  )
}
