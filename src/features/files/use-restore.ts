import { useContext } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { archivePeople } from '../../parts/restoring/archive-people.ts'
import { useRestoreApart } from '../../parts/restoring/use-restore-apart.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { restoreArchive } from '../../workspace/restore-archive.ts'
import { goTo, type ArchiveReview } from './intake-store.ts'

/** Restores a reviewed archive: into the open workspace as new edits, or apart, as a workspace of its own. */
export const useRestore = () => {
  const t = useT('files')
  const device = useDevice()
  const open = useContext(WorkspaceContext)
  const restoreApart = useRestoreApart()
  const textOf = useRefusalText()
  const [, navigate] = useLocation()
  const restoreHere = async ({ archive }: ArchiveReview) => {
    if (!open) return undefined
    await device.takeSnapshot(open, 'beforeRestore').catch(() => undefined)
    const result = await restoreArchive(open, archive, Date.now())
    await open.saving.settled()
    return result
  }
  const restore = async (review: ArchiveReview, apart: boolean): Promise<void> => {
    const person = archivePeople(review.archive).find(({ id }) => id === review.person)
    const guest = { id: undefined, name: t('archive.guest') }
    // The team in the address is one of the workspace that is left.
    if (apart && open) navigate('/import/backup', { replace: true })
    const result = apart ? (await restoreApart(review.archive, person ?? guest))?.result : await restoreHere(review)
    if (!result) return goTo(review)
    if (!result.ok) return goTo({ ...review, error: textOf(result.refusal) })
    const { changes, missing } = result.value
    const records = new Set(changes.map(({ document, type, id }) => `${document}/${type}/${id}`)).size
    goTo({ step: 'restored', records, missing: missing.length })
    announce(t('restored.title'))
  }
  return async (review: ArchiveReview, apart: boolean): Promise<void> => {
    goTo({ step: 'writing' })
    try {
      await restore(review, apart)
    } catch (error) {
      // Nobody is left before a page that says for ever that it is being written.
      goTo(review)
      throw error
    }
  }
}
