import { useT } from '../i18n/use-t.ts'
import styles from './marks.module.css'
import { useSession } from './workspace-context.ts'

/** On a card that others have changed since the last visit: a quiet dot, and a word for who does not see it. */
export function ChangedDot({ id }: { readonly id: string }) {
  const t = useT('work')
  const isChanged = useSession(({ news }) => news.cards.has(id))
  return isChanged ? (
    <span className={styles['changed']} data-changed>
      <span className="visually-hidden">{t('changedByOthers')} </span>
    </span>
  ) : null
}
