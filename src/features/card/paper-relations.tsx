import { impedimentsOfItem } from '../../domain/impediments/open-impediments.ts'
import { isOver, type Impediment } from '../../domain/impediments/impediment.ts'
import { live, records, type View } from '../../domain/kernel/view.ts'
import { item, type Item } from '../../domain/work/item.ts'
import { waitingFor } from '../../domain/work/progress.ts'
import { shownKey } from '../../domain/work/shown-key.ts'
import { isDone } from '../../domain/work/whereabouts.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import styles from './card-paper.module.css'
import { PaperSection } from './card-paper-section.tsx'

type Named = Readonly<{ id: string; text: string; isDone: boolean }>

const nameOf = (view: View, record: Item): Named => ({
  id: record.id,
  text: `${shownKey(view, record)} ${record.title}`,
  isDone: isDone(view, record),
})

const named = (view: View, ids: readonly string[]): readonly Named[] =>
  ids.flatMap(id => {
    const record = live(view, item, id)
    return record ? [nameOf(view, record)] : []
  })

/** What the card waits for and what waits for it, what holds it up, what it consists of. */
export function PaperRelations({ record }: { readonly record: Item }) {
  const t = useT('card')
  const blockers = useReading(view => named(view, record.blockedBy), [record])
  const waiting = useReading(view => named(view, waitingFor(view, record.id)), [record.id])
  const parts = useReading(
    view => records(view, item, 'parent', record.id).map(part => nameOf(view, part)),
    [record.id],
  )
  const impediments = useReading(view => impedimentsOfItem(view, record.id), [record.id])
  return (
    <>
      <Cards title={t('blockedBy')} cards={blockers} />
      <Cards title={t('waiting')} cards={waiting} />
      {impediments.length > 0 && (
        <PaperSection title={t('impediments')}>
          <ul className={styles['plain']}>
            {impediments.map(each => (
              <ImpedimentLine key={each.id} impediment={each} />
            ))}
          </ul>
        </PaperSection>
      )}
      <Cards title={t('parts')} cards={parts} />
    </>
  )
}

function Cards({ title, cards }: { readonly title: string; readonly cards: readonly Named[] }) {
  const words = useT('work')
  if (cards.length === 0) return null
  return (
    <PaperSection title={title}>
      <ul className={styles['plain']}>
        {cards.map(({ id, text, isDone: done }) => (
          <li key={id}>
            {text}
            {done && <span className={styles['note']}> ({words('categories.done')})</span>}
          </li>
        ))}
      </ul>
    </PaperSection>
  )
}

function ImpedimentLine({ impediment }: { readonly impediment: Impediment }) {
  const t = useT('card')
  const work = useT('work')
  const format = useFormat()
  const { title, state, createdAt, helped } = impediment
  const word = work(`impedimentStates.${state}`)
  return (
    <li>
      {title}{' '}
      <span className={styles['note']}>
        (
        {isOver(state) && helped !== ''
          ? t('helped', { state: word, helped })
          : t('since', { state: word, since: format.since(createdAt) })}
        )
      </span>
    </li>
  )
}
