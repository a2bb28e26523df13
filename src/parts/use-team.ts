import { createContext, useContext } from 'react'
import { documentOfTeam, team as teamRecord, type Team } from '../domain/people/team.ts'
import { useRecord } from './use-record.ts'

/** The chosen team's id; set by the app from the address. */
export const TeamContext = createContext<string | undefined>(undefined)

/** The chosen team. Screens of a team are only shown when it is there. */
export const useTeam = (): Team & { readonly home: string } => {
  const id = useContext(TeamContext)
  const record = useRecord(teamRecord, id)
  if (!record) throw new Error('useTeam needs a team above')
  return { ...record, home: documentOfTeam(record) }
}
