import { useRef, type RefObject } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useUndo } from '../../parts/use-undo.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { toasts } from '../../ui/toasts.ts'
import { adoptLateEdits, type LateEdit } from '../../workspace/late-edits.ts'
import type { AsideView, Sync } from '../../workspace/sync-port.ts'

type Entries = Pick<AsideView, 'document' | 'device' | 'seqs'>

/** What is done about entries that were set aside, each with its way back. The row goes with its buttons: the focus goes to the heading. */
export const useSettling = (sync: Sync, heading: RefObject<HTMLElement | null>) => {
  const t = useT('sync')
  const workspace = useWorkspace()
  const { takeBack, undoLabel } = useUndo()
  const isRunning = useRef(false)
  const settle = async (entries: readonly Entries[], how: 'adopted' | 'dropped' | undefined): Promise<void> => {
    for (const each of entries) await sync.settleAside(each, how)
  }
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (isRunning.current) return
    isRunning.current = true
    try {
      await work()
      heading.current?.focus()
    } catch {
      toasts.show({ text: t('refusals.notSaved') })
    } finally {
      isRunning.current = false
    }
  }
  const failed = (error: unknown): void => reportError(error)
  const adoptAll = (edits: readonly LateEdit[]): Promise<void> =>
    once(async () => {
      const result = await workspace.run(adoptLateEdits, { changes: edits.flatMap(({ changes }) => changes) })
      if (!result.ok) throw new Error(result.refusal.because)
      await workspace.saving.settled()
      await settle(edits, 'adopted')
      const undo = async () => {
        await takeBack(result.value)
        await settle(edits, undefined)
      }
      toasts.show({
        text: t('late.adopted', { count: edits.length }),
        action: { label: undoLabel, run: () => void undo().catch(failed) },
      })
    })
  const drop = (entries: Entries): Promise<void> =>
    once(async () => {
      await settle([entries], 'dropped')
      toasts.show({
        text: t('late.dropped'),
        action: { label: undoLabel, run: () => void settle([entries], undefined).catch(failed) },
      })
    })
  return { adopt: (edit: LateEdit) => adoptAll([edit]), adoptAll, drop }
}
