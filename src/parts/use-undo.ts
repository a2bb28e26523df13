import { useCallback } from 'react'
import { useT } from '../i18n/use-t.ts'
import { announce } from '../ui/announcements.ts'
import type { Done } from '../workspace/session.ts'
import { useWorkspace } from './workspace-context.ts'

/** Undo and redo, said to screen readers when done. `takeBack` is for a notice: it takes back what it speaks of, also when more was done since. */
export const useUndo = () => {
  const workspace = useWorkspace()
  const t = useT('undo')
  const undo = useCallback(async () => {
    const result = await workspace.undo()
    announce(result.ok ? t('undone') : t('nothingToUndo'))
  }, [workspace, t])
  const redo = useCallback(async () => {
    const result = await workspace.redo()
    announce(result.ok ? t('redone') : t('nothingToRedo'))
  }, [workspace, t])
  const takeBack = useCallback(
    async (done: Done) => {
      const isNewest = workspace.session.getState().undo?.id === done.label.id
      const result = await (isNewest ? workspace.undo() : workspace.takeBackStep(done))
      announce(result.ok ? t('undone') : t('nothingToUndo'))
    },
    [workspace, t],
  )
  return { undo, redo, takeBack, undoLabel: t('undo'), redoLabel: t('redo') }
}
