import { useTeam } from '../../parts/use-team.ts'
import { Wizard } from './wizard.tsx'

/** Brings something into a team that is there. */
export default function TeamImportScreen() {
  const { id } = useTeam()
  return <Wizard team={id} />
}
