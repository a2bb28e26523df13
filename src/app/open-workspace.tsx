import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { StoreApi } from 'zustand/vanilla'
import { matchAddress, splitAddress } from '../parts/addresses.ts'
import { TeamContext } from '../parts/use-team.ts'
import { useWorkspace } from '../parts/workspace-context.ts'
import type { DeviceState } from './browser-workspaces.ts'
import { FenceBar } from './fence-bar.tsx'
import { lastTeam, rememberTeam } from './last-team.ts'
import { Screens } from './screens.tsx'
import { Shell } from './shell.tsx'
import { TeamGate } from './team-gate.tsx'
import { UnknownPlace } from './unknown-place.tsx'
import { useTeams } from './use-places.ts'

/** The shell over an open workspace. The address chooses the team; without one it leads to the team used last. */
export function OpenWorkspace({ fence }: { readonly fence: StoreApi<DeviceState> }) {
  const workspace = useWorkspace()
  const [address, navigate] = useLocation()
  const teams = useTeams()
  const inAddress = matchAddress('/t/:team/:a?/:b?/:c?/:d?/:e?', address)?.['team']
  const wanted = matchAddress('/today/:team/:a?/:b?/:c?', address)?.['team'] ?? lastTeam(workspace.id)
  const chosen = inAddress ?? (teams.find(({ id }) => id === wanted) ?? teams[0])?.id
  useEffect(() => {
    if (inAddress) rememberTeam(workspace.id, inAddress)
  }, [workspace.id, inAddress])
  useEffect(() => {
    const { base, tail } = splitAddress(address)
    if (base !== '/') return
    const last = teams.find(team => team.id === lastTeam(workspace.id)) ?? teams[0]
    // What is opened from outside, a new card say, opens over the board.
    navigate(last ? `/t/${last.id}/board${tail}` : '/start', { replace: true })
  }, [address, teams, workspace.id, navigate])
  const isStart = /^\/(?:start|join|recover)/.test(address)
  return (
    <TeamContext value={chosen}>
      <FenceBar state={fence} />
      {isStart ? (
        <Screens unknown={<UnknownPlace />} />
      ) : (
        <Shell>
          <TeamGate team={inAddress}>
            <Screens unknown={<UnknownPlace />} overlayOf={inAddress ? undefined : chosen} />
          </TeamGate>
        </Shell>
      )}
    </TeamContext>
  )
}
