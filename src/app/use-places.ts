import { useContext, useMemo } from 'react'
import { records, type View } from '../domain/kernel/view.ts'
import { documentOfTeam, team as teamRecord, type Team } from '../domain/people/team.ts'
import { useT } from '../i18n/use-t.ts'
import type { Place } from '../parts/slice.ts'
import { useReadable } from '../parts/use-access.ts'
import { useReading } from '../parts/use-reading.ts'
import { TeamContext } from '../parts/use-team.ts'
import { places } from './places.ts'

export type ShownPlace = Place & { readonly text: string; readonly href: string; readonly count: number }

const allTeams = (view: View): readonly Team[] => records(view, teamRecord, 'all', 'all')
const documentsOf = (view: View): readonly string[] => allTeams(view).map(documentOfTeam)

/** The teams the person here has access to. */
export const useTeams = (): readonly Team[] => {
  const teams = useReading(allTeams, [])
  const readable = useReadable(useReading(documentsOf, []))
  return useMemo(() => teams.filter(team => readable.has(documentOfTeam(team))), [teams, readable])
}

/** The chosen team: the one in the address, else the first. */
export const useChosenTeam = (): Team | undefined => {
  const id = useContext(TeamContext)
  const teams = useTeams()
  return teams.find(team => team.id === id) ?? teams[0]
}

/** The places that make sense for the chosen team, with their words and counts. */
export const usePlaces = (): readonly ShownPlace[] => {
  const t = useT('places')
  const team = useChosenTeam()
  const counts = useReading(
    view => places.map(place => (team && place.waiting ? place.waiting(view, team) : 0)),
    [team?.id],
  )
  if (!team) return []
  return places.flatMap((place, index) => {
    if (place.fits && !place.fits(team)) return []
    const label = place.labelFor?.(team) ?? place.label
    return [{ ...place, text: t(label), href: place.path(team.id), count: counts[index] ?? 0 }]
  })
}
