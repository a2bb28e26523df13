import type { ReactNode } from 'react'
import { useCard } from '../../parts/use-card.ts'
import { KindIcon } from '../../parts/kind-icon.tsx'
import { CircleCheck } from '../../ui/icons.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from './card.module.css'

type CardLinkProps = {
  readonly id: string
  readonly open: (key: string) => void
  readonly end?: ReactNode
}

/** Another card as a line: its kind, key and title, and whether it is done. Opens in place of this one. */
export function CardLink({ id, open, end }: CardLinkProps) {
  const t = useT('card')
  const card = useCard(id)
  if (!card) return null
  return (
    <li className={styles['link']}>
      <button type="button" data-wraps className={styles['linkButton']} onClick={() => open(card.key)}>
        {card.isOpen ? (
          <KindIcon kind={card.kind} />
        ) : (
          <CircleCheck role="img" aria-label={t('isDone')} size={14} strokeWidth={1.75} className={styles['ok']} />
        )}
        <span className={styles['key']}>{card.key}</span>
        <span className={styles['linkText']}>{card.title}</span>
      </button>
      {end}
    </li>
  )
}
