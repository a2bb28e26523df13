import { useEffect, useEffectEvent, useState } from 'react'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { LateEdit } from '../../workspace/late-edits.ts'
import type { AsideView, Sync, SyncView } from '../../workspace/sync-port.ts'

const keyOf = (document: string, device: string, seq: number): string => `${document} ${device} ${seq}`

/** Late edits that are open, and what of the late entries would change nothing any more. Read anew when more comes, or something is decided. */
export const useLateEdits = (
  sync: Sync,
  view: SyncView,
): { readonly edits: readonly LateEdit[]; readonly rest: readonly AsideView[] } => {
  const { saving } = useWorkspace()
  const [edits, setEdits] = useState<readonly LateEdit[]>()
  const late = view.aside.filter(({ what }) => what === 'late')
  const standing = JSON.stringify(late.map(({ document, device, seqs }) => [document, device, seqs]))
  const read = useEffectEvent((which: string) => {
    void (which === '[]' ? Promise.resolve([]) : sync.lateEdits()).then(setEdits, (error: unknown) =>
      reportError(error),
    )
  })
  useEffect(() => {
    read(standing)
  }, [standing])
  // What is edited meanwhile may say the same, or be taken back.
  useEffect(
    () => saving.state.subscribe(({ savedAt }, before) => void (savedAt !== before.savedAt && read(standing))),
    [saving, standing],
  )
  if (!edits) return { edits: [], rest: [] }
  const open = new Set(late.flatMap(({ document, device, seqs }) => seqs.map(seq => keyOf(document, device, seq))))
  const shown = edits.filter(({ document, device, seqs }) => seqs.some(seq => open.has(keyOf(document, device, seq))))
  const told = new Set(shown.flatMap(({ document, device, seqs }) => seqs.map(seq => keyOf(document, device, seq))))
  const rest = late.flatMap(aside => {
    const seqs = aside.seqs.filter(seq => !told.has(keyOf(aside.document, aside.device, seq)))
    return seqs.length > 0 ? [{ ...aside, seqs }] : []
  })
  return { edits: shown, rest }
}
