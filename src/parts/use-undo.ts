import { useCallback } from 'react'
import { useT } from '../i18n/use-t.ts'
import { announce } from '../ui/announcements.ts'
import { useSession, useWorkspace } from './workspace-context.ts'

/** Undo and redo with what they would take back, said to screen readers when done. */
export const useUndo = () => {
  const workspace = useWorkspace()
  const t = useT('undo')
  const canUndo = useSession(session => session.undo !== undefined)
  const canRedo = useSession(session => session.redo !== undefined)
  const undo = useCallback(async () => {
    const result = await workspace.undo()
    announce(result.ok ? t('undone') : t('nothingToUndo'))
  }, [workspace, t])
  const redo = useCallback(async () => {
    const result = await workspace.redo()
    announce(result.ok ? t('redone') : t('nothingToRedo'))
  }, [workspace, t])
  return { undo, redo, canUndo, canRedo, undoLabel: t('undo'), redoLabel: t('redo') }
}
