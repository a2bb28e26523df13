import { Wizard } from './wizard.tsx'

/** The beginning: a team is founded with what comes along. */
export default function ImportScreen() {
  return <Wizard team={undefined} />
}
