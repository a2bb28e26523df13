import { useState } from 'react'
import type { Item } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { ChevronDown } from '../../ui/icons.ts'
import styles from './card.module.css'
import { readHistory, type Fact } from './read-history.ts'
import { Section } from './section.tsx'

const shownAtFirst = 5

/** What happened to the card, in plain words, the newest first. */
export function CardHistory({ record }: { readonly record: Item }) {
  const t = useT('card')
  const facts = useReading(view => readHistory(view, record), [record])
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? facts : facts.slice(0, shownAtFirst)
  return (
    <Section title={t('history')}>
      <ol className={styles['history']} data-history>
        {shown.map(fact => (
          <FactLine key={fact.key} fact={fact} />
        ))}
      </ol>
      {facts.length > shown.length && (
        <button type="button" className={styles['add']} onClick={() => setWhole(true)}>
          <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
          {t('wholeHistory', { count: facts.length })}
        </button>
      )}
    </Section>
  )
}

function FactLine({ fact }: { readonly fact: Fact }) {
  const t = useT('card')
  const format = useFormat()
  return (
    <li>
      <span>{useSentence(fact)}</span>{' '}
      <span className={styles['note']}>
        {t('byAt', { name: fact.by ?? t('somebody'), time: format.dateTime(fact.at) })}
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
