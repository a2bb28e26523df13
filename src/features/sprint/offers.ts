import { activeSprints } from '../../domain/scrum/sprints.ts'
import { moveSprintToReview } from '../../domain/scrum/start-sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { closeSprintTail } from '../../parts/addresses.ts'
import { request } from '../../parts/requests.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { CircleStop, CircleX, History, ListChecks, Play, Presentation } from '../../ui/icons.ts'
import { usePlanOffers } from './plan-offers.tsx'
import { sprintTabAddress } from './sprint-tabs.ts'

/** The times of a sprint, and what can be done with the one that runs or with one that is planned. */
const useSprintOffers: UseOffers = at => [...useTimesOffers(at), ...usePlanOffers(at)]
export default useSprintOffers

const useTimesOffers: UseOffers = ({ team }) => {
  const [t, words] = [useT('commands'), useT('sprint')]
  const run = useCommand()
  const { navigate, openOverlay } = useAddress()
  const running = useReading(view => (team ? activeSprints(view, team.home)[0] : undefined), [team?.home])
  if (team?.method !== 'scrum') return []
  const goTo = (tab: Parameters<typeof sprintTabAddress>[1]) => () => navigate(sprintTabAddress(team.id, tab))
  const times: readonly Offer[] = [
    { id: 'sprint.plan', text: t('planSprint'), icon: ListChecks, group: 'team', run: goTo('planning') },
    { id: 'sprint.past', text: t('pastSprints'), icon: History, group: 'go', run: goTo('past') },
  ]
  if (!running) return times
  const { id: sprint, name, state } = running
  const cancel = () => {
    request('sprint/cancel')
    navigate(sprintTabAddress(team.id, 'running'))
  }
  const toReview = () => run(moveSprintToReview, { sprint }, { done: words('inReview', { name }) })
  const close = () => openOverlay(closeSprintTail(sprint))
  return [
    ...times,
    { id: 'sprint.running', text: t('runningSprint'), icon: Play, group: 'go', run: goTo('running') },
    ...(state === 'running'
      ? [{ id: 'sprint.review', text: words('toReview'), icon: Presentation, group: 'team', run: toReview } as const]
      : []),
    { id: 'sprint.close', text: words('close.open'), icon: CircleStop, group: 'team', run: close },
    { id: 'sprint.cancel', text: words('cancel.open'), icon: CircleX, group: 'team', run: cancel },
  ]
}
