import { startTransition, useEffect, useState, type ReactNode } from 'react'
import { documentOfTeam, team as teamRecord } from '../domain/people/team.ts'
import { useAccess } from '../parts/use-access.ts'
import { useRecord } from '../parts/use-record.ts'
import { useSession, useWorkspace } from '../parts/workspace-context.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { CannotOpenScreen } from './cannot-open-screen.tsx'
import { NoAccess } from './no-access.tsx'
import { UnknownTeam } from './unknown-team.tsx'
import { workspaceDocument } from '../domain/kernel/record.ts'

/** A bar and the rows below it, as most screens have them. */
const waiting = [56, 120, 120, 120, 120]

type TeamGateProps = {
  readonly team: string | undefined
  /** Over another place: shows nothing itself while it waits. */
  readonly isOverlay?: boolean
  readonly children: ReactNode
}

/** Shows a team's screens as soon as something of its document can be shown. Local data need no spinner. */
export function TeamGate({ team, isOverlay = false, children }: TeamGateProps) {
  const workspace = useWorkspace()
  const record = useRecord(teamRecord, team)
  const isComplete = useSession(({ ready }) => ready.has(workspaceDocument))
  const home = record ? documentOfTeam(record) : undefined
  const access = useAccess(home)
  const [painted, setPainted] = useState<string>()
  const [broken, setBroken] = useState<string>()
  useEffect(() => {
    let isWanted = true
    if (home && access !== 'none')
      workspace.paint(home).then(
        // A transition is drawn in slices; a whole board in one would hold the page.
        () => startTransition(() => (isWanted ? setPainted(home) : undefined)),
        (error: unknown) => {
          reportError(error)
          if (isWanted) setBroken(home)
        },
      )
    return () => {
      isWanted = false
    }
  }, [workspace, home, access])
  if (team === undefined) return children
  if (isOverlay && painted !== home) return null
  if (!record || record.deleted) return isComplete ? <UnknownTeam /> : <Skeleton blocks={waiting} />
  if (access === 'none') return <NoAccess team={record.name} />
  if (broken === home) return <CannotOpenScreen because="storageFailed" />
  return painted === home ? children : <Skeleton blocks={waiting} />
}
