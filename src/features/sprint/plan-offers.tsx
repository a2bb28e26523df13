import { deleteSprint } from '../../domain/scrum/delete-sprint.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { activeSprints, sprintsIn } from '../../domain/scrum/sprints.ts'
import { startSprint } from '../../domain/scrum/start-sprint.ts'
import type { Messages } from '../../i18n/messages.ts'
import { useT } from '../../i18n/use-t.ts'
import { reach } from '../../parts/reach.ts'
import { request } from '../../parts/requests.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { CalendarDays, Goal, ListChecks, ListPlus, Pencil, Play, Plus, Trash2, Users } from '../../ui/icons.ts'
import { CapacityDialog } from './capacity-dialog.tsx'
import { sprintTabAddress, type SprintTab } from './sprint-tabs.ts'

/** What planning asks for and what a running sprint still takes: days, goal, name, cards; and its start. */
export const usePlanOffers: UseOffers = ({ team }) => {
  const [t, words] = [useT('commands'), useT('sprint')]
  const run = useCommand()
  const { navigate } = useAddress()
  const running = useReading(view => (team ? activeSprints(view, team.home)[0] : undefined), [team?.home])
  const planned = useReading(view => (team ? sprintsIn(view, team.home, 'planned') : []), [team?.home])
  if (team?.method !== 'scrum') return []
  const goTo = (tab: SprintTab, selector: string, sprint?: Sprint) => () => {
    if (sprint && planned.length > 1) request(`sprint/plan/${sprint.id}`)
    navigate(sprintTabAddress(team.id, tab))
    reach(selector)
  }
  const offer = (
    sprint: Sprint,
    name: keyof Messages['commands']['sprint'],
    icon: Offer['icon'],
    act: Offer['run'],
  ): Offer => ({
    id: `sprint.${name}.${sprint.id}`,
    text: t(`sprint.${name}`, { name: sprint.name }),
    icon,
    group: 'team',
    isMany: true,
    run: act,
  })
  const start = (sprint: Sprint) => async () => {
    const { name, id } = sprint
    const result = await run(startSprint, { sprint: id }, { done: words('started', { name }) })
    if (result.ok) navigate(sprintTabAddress(team.id, 'running'))
  }
  const remove = ({ id, name }: Sprint) => run(deleteSprint, { sprint: id }, { done: words('deleted', { name }) })
  const another: Offer = {
    id: 'sprint.another',
    text: words('another'),
    icon: ListPlus,
    group: 'team',
    run: () => {
      request('sprint/another')
      navigate(sprintTabAddress(team.id, 'planning'))
    },
  }
  return [
    ...(planned.length > 0 ? [another] : []),
    ...planned.flatMap(sprint => [
      ...(running ? [] : [offer(sprint, 'start', Play, start(sprint))]),
      offer(
        sprint,
        'take',
        ListChecks,
        goTo('planning', '[data-side=backlog] [data-card], [data-side=backlog] a', sprint),
      ),
      offer(sprint, 'goal', Goal, goTo('planning', '[data-goal] button', sprint)),
      offer(sprint, 'days', CalendarDays, goTo('planning', '[data-days]', sprint)),
      offer(sprint, 'name', Pencil, goTo('planning', `button[aria-label^="${words('name')}: "]`, sprint)),
      offer(sprint, 'capacity', Users, show => show(close => <CapacityDialog sprint={sprint} onClose={close} />)),
      offer(sprint, 'delete', Trash2, () => remove(sprint)),
    ]),
    ...(running
      ? [
          offer(running, 'goal', Goal, goTo('running', '[data-goal] button')),
          offer(running, 'take', Plus, goTo('running', '[data-sprint-items] button[aria-haspopup=dialog]')),
          offer(running, 'takeOut', ListChecks, goTo('running', '[data-sprint-items] button[aria-haspopup=menu]')),
        ]
      : []),
  ]
}
