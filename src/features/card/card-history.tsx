import { useState } from 'react'
import type { Item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { ChevronDown } from '../../ui/icons.ts'
import styles from './card.module.css'
import { FactLine } from './fact-line.tsx'
import { readHistory } from './read-history.ts'
import { Section } from './section.tsx'
import { useRestoredFacts } from './use-restored-facts.ts'

const shownAtFirst = 5

/** What happened to the card, in plain words, the newest first. */
export function CardHistory({ record }: { readonly record: Item }) {
  const t = useT('card')
  const facts = useReading(view => readHistory(view, record), [record])
  const isRestored = useRestoredFacts()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? facts : facts.slice(0, shownAtFirst)
  return (
    <Section title={t('history')}>
      <ol className={styles['history']} data-history>
        {shown.map(fact => (
          <FactLine key={fact.key} fact={fact} isRestored={isRestored(record.id, fact.cell, fact.at)} />
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
