import { Suspense, type ReactNode } from 'react'
import { AddressPartsContext } from '../parts/address-parts.ts'
import { matchAddress, type AddressParts } from '../parts/addresses.ts'
import type { Lazy } from '../parts/slice.ts'
import { useAddress } from '../parts/use-address.ts'
import { useT } from '../i18n/use-t.ts'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { slices } from './slices.ts'
import { TeamGate } from './team-gate.tsx'

type Match = { readonly view: Lazy; readonly parts: AddressParts; readonly pattern: string }

const find = (
  entries: readonly { readonly path: string; readonly view: Lazy }[],
  address: string,
): Match | undefined => {
  for (const { path, view } of entries) {
    const parts = matchAddress(path, address)
    if (parts) return { view, parts, pattern: path }
  }
  return undefined
}

const screens = slices.flatMap(slice => slice.screens.map(({ path, screen }) => ({ path, view: screen })))
const overlays = slices.flatMap(slice =>
  (slice.overlays ?? []).map(({ tail, overlay }) => ({ path: tail, view: overlay })),
)

type ScreensProps = {
  readonly unknown: ReactNode
  /** The team an overlay is of where the place itself is of none: its document may not be open yet. */
  readonly overlayOf?: string | undefined
}

/** The screen for the address, and over it the overlay for the address's tail. */
export function Screens({ unknown, overlayOf }: ScreensProps) {
  const { base, tail } = useAddress()
  const screen = find(screens, base)
  const overlay = tail === '' ? undefined : find(overlays, tail)
  return (
    <>
      {screen && <Shown match={screen} meanwhile={<Waiting />} />}
      {!screen && !overlay && unknown}
      {overlay && (
        <TeamGate team={overlayOf} isOverlay>
          <Shown match={overlay} />
        </TeamGate>
      )}
    </>
  )
}

function Shown({ match, meanwhile }: { readonly match: Match; readonly meanwhile?: ReactNode }) {
  return (
    <ErrorBoundary key={match.pattern} place={match.pattern} onError={error => reportError(error)}>
      <Suspense fallback={meanwhile}>
        <AddressPartsContext value={match.parts}>
          <match.view />
        </AddressPartsContext>
      </Suspense>
    </ErrorBoundary>
  )
}

/** Holds the focus that the screen before has taken along, until the next one is fetched. */
function Waiting() {
  const t = useT('ui')
  return (
    <p ref={holdFocus} tabIndex={-1} className="visually-hidden">
      {t('loading')}
    </p>
  )
}

const holdFocus = (element: HTMLElement | null): void => {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true })
}
