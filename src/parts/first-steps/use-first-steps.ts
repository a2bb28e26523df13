import { useEffect, useState } from 'react'
import { membersOf } from '../../domain/people/members.ts'
import { firstStepsOf, type FirstStep } from '../../domain/today/first-steps.ts'
import type { BackupState } from '../../workspace/backup-port.ts'
import type { Watched } from '../../workspace/reading.ts'
import { useDevice } from '../device-context.ts'
import { useReadingOf } from '../use-reading.ts'
import { useTeam } from '../use-team.ts'
import { useWorkspace } from '../workspace-context.ts'

export type Steps = Readonly<{
  steps: readonly { readonly step: FirstStep; readonly isDone: boolean }[]
  /** Where no folder can be written, a file is the backup. */
  hasFolders: boolean
}>

/** The chosen team's first steps. Undefined until it is known what the device has arranged. */
export const useFirstSteps = (view: Watched): Steps | undefined => {
  const team = useTeam()
  const backup = useBackupState()
  const { supported: hasFolders, folder, last } = backup ?? nothing
  const hasBackupFolder = folder !== undefined || (!hasFolders && last !== undefined)
  const steps = useReadingOf(
    view,
    read => firstStepsOf(read, team, { hasBackupFolder, hasInvited: membersOf(read, team.id).length > 1 }),
    [team, hasBackupFolder],
  )
  return backup && { steps, hasFolders }
}

type Arranged = Pick<BackupState, 'supported' | 'folder' | 'last'>
const nothing: Arranged = { supported: true, folder: undefined, last: undefined }

/** Undefined until the device has answered. */
const useBackupState = (): Arranged | undefined => {
  const device = useDevice()
  const workspace = useWorkspace()
  const [state, setState] = useState<Arranged>()
  useEffect(() => {
    let isWanted = true
    const keep = (now: Arranged) => (isWanted ? setState(now) : undefined)
    void Promise.resolve(device.backup(workspace)?.state()).then(
      now => keep(now ?? nothing),
      () => keep(nothing),
    )
    return () => {
      isWanted = false
    }
  }, [device, workspace])
  return state
}
