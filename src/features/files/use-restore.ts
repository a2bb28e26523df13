import { useContext } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { restoreArchive } from '../../workspace/archive.ts'
import { archivePeople } from './archive-people.ts'
import { goTo, type ArchiveReview } from './intake-store.ts'

/** Restores a reviewed archive: into the open workspace as new edits, on an empty device as a workspace of its own. */
export const useRestore = () => {
  const t = useT('files')
  const device = useDevice()
  const open = useContext(WorkspaceContext)
  const textOf = useRefusalText()
  const restore = async (review: ArchiveReview): Promise<void> => {
    if (open) await device.takeSnapshot(open, 'beforeRestore').catch(() => undefined)
    const person = archivePeople(review.archive).find(({ id }) => id === review.person)
    const founder = { name: t('archive.workspace'), person: person?.name ?? t('archive.guest'), personId: person?.id }
    const workspace = open ?? (await device.found(founder))
    if (!workspace) return goTo(review)
    const result = await restoreArchive(workspace, review.archive, Date.now())
    if (!result.ok) return goTo({ ...review, error: textOf(result.refusal) })
    await workspace.saving.settled()
    const records = new Set(result.value.changes.map(({ document, type, id }) => `${document}/${type}/${id}`)).size
    goTo({ step: 'restored', records })
    announce(t('restored.title'))
  }
  return async (review: ArchiveReview): Promise<void> => {
    goTo({ step: 'writing' })
    try {
      await restore(review)
    } catch (error) {
      // Nobody is left before a page that says for ever that it is being written.
      goTo(review)
      throw error
    }
  }
}
