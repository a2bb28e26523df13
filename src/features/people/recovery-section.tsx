import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { LifeBuoy } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import type { SyncView } from '../../workspace/sync-port.ts'
import { roleOf } from './member-role.ts'
import styles from './people.module.css'
import { SheetDialog } from './sheet-dialog.tsx'
import type { KnownRecovery } from './use-recovery.ts'

/** For the day on which the last administering device is lost: what can be done before, and what then. */
export function RecoverySection({ view, known }: { readonly view: SyncView; readonly known: KnownRecovery }) {
  const t = useT('recovery')
  const format = useFormat()
  const { actor } = useWorkspace()
  const { recovery, state, lookAgain } = known
  const [isMaking, setMaking] = useState(false)
  const { holdsRoot, madeAt } = state
  const isAdmin = roleOf(view, actor) === 'admin'
  return (
    <section className={styles['part']} aria-labelledby="recovery-heading">
      <h3 id="recovery-heading">{t('section.title')}</h3>
      <p className={styles['quiet']}>{t('section.lead')}</p>
      {madeAt !== undefined && <p>{t('section.madeOn', { day: format.ago(madeAt) })}</p>}
      {holdsRoot ? (
        <div className={styles['ways']}>
          <Button icon={LifeBuoy} onClick={() => setMaking(true)}>
            {madeAt === undefined ? t('section.make') : t('section.makeAgain')}
          </Button>
        </div>
      ) : (
        <p className={styles['quiet']}>{t('section.elsewhere')}</p>
      )}
      <p className={styles['quiet']}>{t('section.useIt')}</p>
      {!isAdmin && (
        <>
          <p className={styles['quiet']}>{t('section.noSheet')}</p>
          <div className={styles['ways']}>
            <LinkButton href="#/successor">{t('section.successor')}</LinkButton>
          </div>
        </>
      )}
      {isMaking && <SheetDialog recovery={recovery} onMade={lookAgain} onClose={() => setMaking(false)} />}
    </section>
  )
}
