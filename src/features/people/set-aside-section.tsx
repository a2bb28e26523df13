import type { Sync, SyncView } from '../../workspace/sync-port.ts'
import { LateEdits } from './late-edits.tsx'
import { RefusedEntries } from './refused-entries.tsx'
import { TwoHistories } from './two-histories.tsx'

export type SetAsideProps = { readonly sync: Sync; readonly view: SyncView }

/** What came from others and does not count: nothing of it is lost, and nothing counts before a person says so. */
export function SetAsideSection({ sync, view }: SetAsideProps) {
  return (
    <>
      <TwoHistories sync={sync} view={view} />
      <LateEdits sync={sync} view={view} />
      <RefusedEntries sync={sync} view={view} />
    </>
  )
}
