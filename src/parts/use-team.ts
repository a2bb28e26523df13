import { createContext, useContext } from 'react'
import { documentOfTeam, team as teamRecord, type Team } from '../domain/people/team.ts'
import { useRecord } from './use-record.ts'

/** The chosen team's id; set by the app from the address. */
export const TeamContext = createContext<string | undefined>(undefined)

export type ChosenTeam = Team & { readonly home: string }

const chosen = new WeakMap<Team, ChosenTeam>()

/** The same record gives the same object, so that it can be an input of readings. */
export const withHome = (record: Team): ChosenTeam => {
  const known = chosen.get(record) ?? { ...record, home: documentOfTeam(record) }
  chosen.set(record, known)
  return known
}

/** The chosen team. Screens of a team are only shown when it is there. */
export const useTeam = (): ChosenTeam => {
  const id = useContext(TeamContext)
  const record = useRecord(teamRecord, id)
  if (!record) throw new Error('useTeam needs a team above')
  return withHome(record)
}
