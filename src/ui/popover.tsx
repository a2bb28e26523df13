import { lazy, Suspense } from 'react'
import type { PopoverProps } from './popover-surface.tsx'

const PopoverSurface = lazy(() => import('./popover-surface.tsx'))

/** Open as long as it is rendered; the owner keeps the state and hands over the element it belongs to. */
export function Popover(props: PopoverProps) {
  return (
    <Suspense fallback={null}>
      <PopoverSurface {...props} />
    </Suspense>
  )
}
