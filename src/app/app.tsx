import { lazy, Suspense, useMemo } from 'react'
import { Router } from 'wouter'
import { useStore } from 'zustand'
import { browserExchange } from '../exchange/browser-exchange.ts'
import { AppContext } from '../parts/app-context.ts'
import { DeviceContext } from '../parts/device-context.ts'
import { ExchangeContext } from '../parts/exchange-context.ts'
import { WorkspaceContext } from '../parts/workspace-context.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { ToastRegion } from '../ui/toast-region.tsx'
import { TooltipHost } from '../ui/tooltip-host.tsx'
import { appFacts } from './app-facts.ts'
import { browserDevice } from './browser-device.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'
import { useHashLocation } from './hash-location.ts'
import { OpenWorkspace } from './open-workspace.tsx'
import { useFailureNotice } from './use-failure-notice.ts'
import { WithoutWorkspace } from './without-workspace.tsx'

const LeaveQuestion = lazy(() => import('./leave-question.tsx'))

/** The whole app over the workspaces of this browser: the current one, or the start page when there is none. */
export function App({ workspaces }: { readonly workspaces: BrowserWorkspaces }) {
  const current = useStore(workspaces.state, state => state.current)
  const failure = useStore(workspaces.state, state => state.failure)
  useFailureNotice()
  const leaving = useStore(workspaces.state, state => state.leaving)
  const device = useMemo(() => browserDevice(workspaces), [workspaces])
  return (
    <AppContext value={appFacts}>
      <DeviceContext value={device}>
        <ExchangeContext value={browserExchange}>
          {/* oxlint-disable-next-line react/hooks -- the router calls it */}
          <Router hook={useHashLocation}>
            {current ? (
              <WorkspaceContext value={current} key={current.id}>
                <OpenWorkspace fence={workspaces.state} />
              </WorkspaceContext>
            ) : (
              <WithoutWorkspace because={failure} />
            )}
          </Router>
          <Suspense>{leaving && <LeaveQuestion leaving={leaving} />}</Suspense>
        </ExchangeContext>
        <ToastRegion />
        <LiveRegion />
        <TooltipHost />
      </DeviceContext>
    </AppContext>
  )
}
