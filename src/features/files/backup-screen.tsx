import { Wizard } from './wizard.tsx'

/** The way back: what a backup holds becomes a workspace again, or brings the open one back. */
export default function BackupScreen() {
  return <Wizard team={undefined} from="backup" />
}
