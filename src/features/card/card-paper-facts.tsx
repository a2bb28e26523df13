import type { Item } from '../../domain/work/item.ts'
import { shownKey } from '../../domain/work/shown-key.ts'
import { dayOf } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { readProperties } from '../../parts/item-properties/read-properties.ts'
import { labelsOn } from '../../parts/paper/read-paper-items.ts'
import { StateLines } from '../../parts/paper/state-lines.tsx'
import { usePaperItems } from '../../parts/paper/use-paper-items.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useMemo } from 'react'
import styles from './card-paper.module.css'

/** The properties that have a value, and how the card stands. */
export function CardPaperFacts({ record }: { readonly record: Item }) {
  const t = useT('card')
  const words = useT('work')
  const format = useFormat()
  const team = useTeam()
  const values = useReading(view => readProperties(view, team, record), [team, record])
  const { key, labels } = useReading(
    view => ({ key: shownKey(view, record), labels: labelsOn(view, record) }),
    [record],
  )
  const ids = useMemo(() => [record.id], [record.id])
  const [card] = usePaperItems(ids)
  const places = {
    backlog: words(team.method === 'kanban' ? 'options' : 'backlog'),
    sprint: words('places.sprint'),
    epics: words('places.epics'),
    dropped: record.dropped ? t('isDropped', { day: format.day(dayOf(record.dropped[0])) }) : words('places.dropped'),
    bin: words('places.bin'),
    moved: words('places.moved'),
  }
  const facts: readonly (readonly [string, string])[] = [
    [words('place'), values.at === 'column' ? (values.column ?? '') : places[values.at]],
    [words('sprint'), values.sprint ?? ''],
    [words('people'), values.people.replaceAll('\n', ', ')],
    [words('estimate'), record.estimate === null ? '' : format.number(record.estimate, 2)],
    [words('due'), record.due === null ? '' : format.dayShort(record.due)],
    [words('priority'), words(`priorities.${record.priority}`)],
    [words('labels'), labels],
    [words('partOf'), values.parent === undefined ? '' : `${values.parentKey} ${values.parent}`],
  ]
  return (
    <>
      <p className={styles['key']}>
        {key} · {words(`kinds.${record.kind}`)}
      </p>
      <dl className={styles['facts']}>
        {facts.map(
          ([name, value]) =>
            value !== '' && (
              <div key={name} className={styles['fact']}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {card && <StateLines card={card} />}
    </>
  )
}
