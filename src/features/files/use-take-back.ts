import { useT } from '../../i18n/use-t.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { toasts } from '../../ui/toasts.ts'
import { takeBackImport } from '../../workspace/imports.ts'
import { goTo } from './intake-store.ts'

/** Takes a remembered import back: what it made goes to the bin, what colleagues edited stays. */
export const useTakeBack = () => {
  const t = useT('files')
  const workspace = useWorkspace()
  const textOf = useRefusalText()
  return async (id: string): Promise<void> => {
    const result = await takeBackImport(workspace, id)
    if (!result.ok) {
      toasts.show({ text: textOf(result.refusal) })
      return
    }
    goTo({ step: 'takenBack' })
    announce(t('takenBack.title'))
  }
}
