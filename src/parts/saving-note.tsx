import { Link } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import styles from './saving-note.module.css'
import { useAccessHere } from './use-access.ts'
import { useSaving, useSession } from './workspace-context.ts'

/** The state of saving is a sentence, not a light. It leads to the one page about data, copies and backups. */
export function SavingNote() {
  const t = useT('shell')
  const state = useSaving(({ pending, failure }) => (failure ? 'failed' : pending > 0 ? 'pending' : 'saved'))
  const reason = useSaving(({ failure }) => failure?.because)
  const ready = useSession(session => [...session.ready].join(' '))
  const access = useAccessHere()
  const reach = useSession(session => session.reach)
  const words = (): string => {
    if (state === 'failed') return t(`notSaved.${reason ?? 'storageFailed'}`)
    if (access === 'read') return t('reads')
    if (state === 'pending' || !reach) return t(state)
    const { arrived, all, isLinked, waiting } = reach
    if (isLinked || arrived === all) return t('reach.arrived', { arrived, all })
    return waiting > 0 ? t('reach.waitingCount', { count: waiting }) : t('reach.waiting')
  }
  return (
    <Link
      href="/data"
      className={`${styles['note']} ${styles[state]}`}
      data-saving={state}
      data-ready={ready}
      data-room={t('saved')}
    >
      {words()}
    </Link>
  )
}
