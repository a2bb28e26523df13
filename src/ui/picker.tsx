import { lazy, Suspense } from 'react'
import type { PickerProps } from './picker-options.ts'

const PickerList = lazy(() => import('./picker-list.tsx'))

/** Chooses people, labels or cards by typing. Open as long as it is rendered. */
export function Picker(props: PickerProps) {
  return (
    <Suspense fallback={null}>
      <PickerList {...props} />
    </Suspense>
  )
}
