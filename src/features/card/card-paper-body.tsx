import { records } from '../../domain/kernel/view.ts'
import { check, checksKey, criteria } from '../../domain/work/check.ts'
import { checklist } from '../../domain/work/checklist.ts'
import type { Item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { useReading } from '../../parts/use-reading.ts'
import styles from './card-paper.module.css'
import { CardPaperFacts } from './card-paper-facts.tsx'
import { PaperChecksWithNames, PaperSection } from './card-paper-section.tsx'
import { PaperComments } from './paper-comments.tsx'
import { PaperReferences } from './paper-references.tsx'
import { PaperRelations } from './paper-relations.tsx'
import { FactLine } from './fact-line.tsx'
import { readHistory } from './read-history.ts'
import { useRestoredFacts } from './use-restored-facts.ts'

export type CardSection = 'files' | 'comments' | 'history'

type CardPaperBodyProps = { readonly record: Item; readonly shown: ReadonlySet<CardSection> }

/** Everything a card holds, in the order in which its detail shows it. */
export function CardPaperBody({ record, shown }: CardPaperBodyProps) {
  const t = useT('card')
  const lists = useReading(
    view => [
      { id: criteria, title: t('criteria'), checks: records(view, check, 'list', checksKey(record.id, criteria)) },
      ...records(view, checklist, 'item', record.id).map(({ id, title }) => ({
        id,
        title,
        checks: records(view, check, 'list', checksKey(record.id, id)),
      })),
    ],
    [record.id, t],
  )
  return (
    <div className={styles['body']}>
      <CardPaperFacts record={record} />
      {record.description.trim() !== '' && (
        <PaperSection title={t('description')}>
          <Markdown text={record.description} />
        </PaperSection>
      )}
      {lists.map(
        ({ id, title, checks }) =>
          checks.length > 0 && (
            <PaperSection key={id} title={title}>
              <PaperChecksWithNames checks={checks} />
            </PaperSection>
          ),
      )}
      {shown.has('files') && <PaperReferences item={record.id} />}
      <PaperRelations record={record} />
      {shown.has('comments') && <PaperComments item={record.id} />}
      {shown.has('history') && <PaperHistory record={record} />}
    </div>
  )
}

function PaperHistory({ record }: { readonly record: Item }) {
  const t = useT('card')
  const facts = useReading(view => readHistory(view, record), [record])
  const isRestored = useRestoredFacts()
  return (
    <PaperSection title={t('history')}>
      <ol className={styles['plain']} data-history>
        {facts.map(fact => (
          <FactLine key={fact.key} fact={fact} isRestored={isRestored(record.id, fact.cell, fact.at)} />
        ))}
      </ol>
    </PaperSection>
  )
}
