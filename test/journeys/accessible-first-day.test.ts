import { longWord } from '../support/long-word.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'
import { testWalk } from '../support/test-walk.ts'
import { firstDayTour } from '../support/tours/first-day.ts'

/** A person and a team of the same long name on their first day: everything is still empty, and nothing may look broken. */
testWalk(firstDayTour, async journey => {
  const page = journey.page()
  await journey.go('#/start')
  await foundTeam(page, { person: longWord, team: longWord, method: 'In Sprints (Scrum)' })
  await saved(page)
  const team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  return { team, kanban: team, card: '' }
})
