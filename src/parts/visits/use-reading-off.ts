import { useCallback } from 'react'
import type { DocumentName } from '../../domain/kernel/record.ts'
import { markRead } from '../../domain/visits/mark-read.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../use-command.ts'
import { useWorkspace } from '../workspace-context.ts'

/** Notes that what is shown of some teams was read, on all devices of the person. What has come since it was shown stays new. */
export const useReadingOff = () => {
  const t = useT('visits')
  const { session } = useWorkspace()
  const run = useCommand()
  return useCallback(
    (documents: readonly DocumentName[]) => {
      const { device, teams } = session.getState().news
      const read = documents.flatMap(of => {
        const heads = teams.get(of)?.heads
        return heads ? [{ of, heads }] : []
      })
      return run(markRead, { device, read }, { done: t('isRead') })
    },
    [session, run, t],
  )
}
