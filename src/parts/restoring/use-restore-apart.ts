import { useCallback } from 'react'
import { useT } from '../../i18n/use-t.ts'
import type { Archive } from '../../workspace/exchange-port.ts'
import { restoreArchive } from '../../workspace/restore-archive.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { useDevice } from '../device-context.ts'
import { archiveName } from './archive-name.ts'
import { mainAuthor } from './main-author.ts'

type Person = Readonly<{ id: string | undefined; name: string }>
type Outcome = Awaited<ReturnType<typeof restoreArchive>>

/**
 * Makes a workspace of its own out of an archive, with the same record ids. `person`: who sits at this device, otherwise whoever has made most of it. Undefined:
 * something in the open workspace is not saved yet, and the person stays there.
 */
export const useRestoreApart = () => {
  const t = useT('files')
  const device = useDevice()
  return useCallback(
    async (
      archive: Archive,
      person: Person | undefined = mainAuthor(archive),
    ): Promise<Readonly<{ workspace: Workspace; result: Outcome }> | undefined> => {
      const name = archiveName(archive) ?? t('archive.workspace')
      const founder = { name, person: person?.name ?? t('archive.guest'), personId: person?.id }
      const workspace = await device.found(founder)
      if (!workspace) return undefined
      const result = await restoreArchive(workspace, archive, Date.now())
      if (result.ok) await workspace.saving.settled()
      return { workspace, result }
    },
    [t, device],
  )
}
