import { useState } from 'react'
import { person as personRecord } from '../../domain/people/person.ts'
import { useT } from '../../i18n/use-t.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { Sync, SyncView } from '../../workspace/sync-port.ts'
import { roleOf } from './member-role.ts'
import styles from './people.module.css'
import { SheetDialog } from './sheet-dialog.tsx'
import { useMakeAdmin } from './use-make-admin.ts'
import type { KnownRecovery } from './use-recovery.ts'

type RecoveryOfferProps = { readonly sync: Sync; readonly view: SyncView; readonly known: KnownRecovery }

/** From the second person on: a sheet, and a second person who administers. Quiet, put away for good with one click. */
export function RecoveryOffer({ sync, view, known }: RecoveryOfferProps) {
  const t = useT('recovery')
  const { actor } = useWorkspace()
  const { recovery, state, lookAgain } = known
  const [isMaking, setMaking] = useState(false)
  const makeAdmin = useMakeAdmin(sync)
  const others = view.members.filter(({ person }) => person !== actor)
  const [first] = others
  const name = useRecord(personRecord, first?.person ?? '')?.name
  const isOffered = state.holdsRoot && state.madeAt === undefined && !state.isPutAway
  const isNeeded = others.length > 0 && roleOf(view, actor) === 'admin'
  if (!isMaking && !(isOffered && isNeeded)) return null
  const isOnlyAdmin = others.every(({ role }) => role !== 'admin')
  // Of several the menu of each offers the same; here it is one click only where it is clear who is meant.
  const second = isOnlyAdmin && others.length === 1 ? first : undefined
  const putAway = async () => {
    await recovery.putOfferAway()
    lookAgain()
  }
  return (
    <>
      <Banner tone="info" onClose={() => void putAway().catch((error: unknown) => reportError(error))}>
        <div className={styles['steps']}>
          <p>{t(isOnlyAdmin ? 'offer.text' : 'offer.textTwo')}</p>
          <div className={styles['ways']}>
            <Button size="small" onClick={() => setMaking(true)}>
              {t('offer.make')}
            </Button>
            {second && name !== undefined && (
              <Button size="small" onClick={() => void makeAdmin(second.person, name)}>
                {t('offer.admin', { name })}
              </Button>
            )}
          </div>
        </div>
      </Banner>
      {isMaking && <SheetDialog recovery={recovery} onMade={lookAgain} onClose={() => setMaking(false)} />}
    </>
  )
}
