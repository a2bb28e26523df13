import type { Journey } from './journey.ts'
import { longWord } from './long-word.ts'
import { foundTeam, saved } from './team-verbs.ts'
import type { Addresses } from './walk.ts'

/** A person and a team of the same long name, who have only just begun. */
export const openFirstDay = async (journey: Journey): Promise<Addresses> => {
  const page = journey.page()
  await journey.go('#/start')
  await foundTeam(page, { person: longWord, team: longWord, method: 'In Sprints (Scrum)' })
  await saved(page)
  const team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  return { team, kanban: team, card: '' }
}
