import { useState } from 'react'
import { person as personRecord } from '../../domain/people/person.ts'
import { useT } from '../../i18n/use-t.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { Sync, SyncView } from '../../workspace/sync-port.ts'
import { roleOf } from './member-role.ts'
import { SheetDialog } from './sheet-dialog.tsx'
import { useMakeAdmin } from './use-make-admin.ts'
import { useRecovery } from './use-recovery.ts'

type RecoveryOfferProps = { readonly sync: Sync; readonly view: SyncView }

/** From the second person on: a sheet, and a second person who administers. Quiet, put away for good with one click. */
export default function RecoveryOffer({ sync, view }: RecoveryOfferProps) {
  const t = useT('recovery')
  const { actor } = useWorkspace()
  const { recovery, state, lookAgain } = useRecovery()
  const [isMaking, setMaking] = useState(false)
  const makeAdmin = useMakeAdmin(sync)
  const others = view.members.filter(({ person }) => person !== actor)
  const [first] = others
  const name = useRecord(personRecord, first?.person ?? '')?.name
  const isOffered = state?.holdsRoot === true && state.madeAt === undefined && !state.isPutAway
  const isNeeded = others.length > 0 && roleOf(view, actor) === 'admin'
  if (!recovery || (!isMaking && !(isOffered && isNeeded))) return null
  const isOnlyAdmin = others.every(({ role }) => role !== 'admin')
  // Of several the menu of each offers the same; here it is one click only where it is clear who is meant.
  const second = isOnlyAdmin && others.length === 1 ? first : undefined
  const putAway = async () => {
    await recovery.putOfferAway()
    lookAgain()
  }
  return (
    <>
      <Banner
        tone="info"
        onClose={() => void putAway().catch((error: unknown) => reportError(error))}
        actions={
          <>
            <Button size="small" onClick={() => setMaking(true)}>
              {t('offer.make')}
            </Button>
            {second && name !== undefined && (
              <Button size="small" onClick={() => void makeAdmin(second.person, name)}>
                {t('offer.admin', { name })}
              </Button>
            )}
          </>
        }
      >
        {t(isOnlyAdmin ? 'offer.text' : 'offer.textTwo')}
      </Banner>
      {isMaking && <SheetDialog recovery={recovery} onMade={lookAgain} onClose={() => setMaking(false)} />}
    </>
  )
}
