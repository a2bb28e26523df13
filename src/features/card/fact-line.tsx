import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from './card.module.css'
import type { Fact } from './read-history.ts'

type FactLineProps = {
  readonly fact: Fact
  /** It came out of a backup instead of from who is named. */
  readonly isRestored: boolean
}

/** One fact of a card's past, with who did it and when. */
export function FactLine({ fact, isRestored }: FactLineProps) {
  const t = useT('card')
  const format = useFormat()
  return (
    <li>
      <span>{useSentence(fact)}</span>{' '}
      <span className={styles['note']}>
        {t('byAt', { name: fact.by ?? t('somebody'), time: format.dateTime(fact.at) })}
        {isRestored && ` · ${t('fromBackup')}`}
      </span>
    </li>
  )
}

const useSentence = (fact: Fact): string => {
  const t = useT('card')
  const format = useFormat()
  if (fact.kind === 'estimated') return t('facts.estimated', { points: format.number(fact.points, 2) })
  if ('name' in fact) return t(`facts.${fact.kind}`, { name: fact.name ?? t('unknown') })
  return t(`facts.${fact.kind}`)
}
