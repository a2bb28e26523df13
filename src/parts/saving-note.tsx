import { Link } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import styles from './saving-note.module.css'
import { useSaving, useSession } from './workspace-context.ts'

/** The state of saving is a sentence, not a light. It leads to the one page about data, copies and backups. */
export function SavingNote() {
  const t = useT('shell')
  const state = useSaving(({ pending, failure }) => (failure ? 'failed' : pending > 0 ? 'pending' : 'saved'))
  const reason = useSaving(({ failure }) => failure?.because)
  const ready = useSession(session => [...session.ready].join(' '))
  const text = state === 'failed' ? t(`notSaved.${reason ?? 'storageFailed'}`) : t(state)
  return (
    <Link
      href="/data"
      className={`${styles['note']} ${styles[state]}`}
      data-saving={state}
      data-ready={ready}
      data-room={t('saved')}
    >
      {text}
    </Link>
  )
}
