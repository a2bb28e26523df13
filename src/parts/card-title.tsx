import { useT } from '../i18n/use-t.ts'
import styles from './marks.module.css'
import { useSession } from './workspace-context.ts'

/** A card's title; where others have changed the card since the last visit with a quiet dot, and a word for who does not see it. */
export function CardTitle({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useT('work')
  const isChanged = useSession(({ news }) => news.cards.has(id))
  if (!isChanged) return title
  return (
    <>
      <span className={styles['changed']} data-changed>
        <span className="visually-hidden">{t('changedByOthers')} </span>
      </span>
      <span>{title}</span>
    </>
  )
}
