import { useState, type ReactNode } from 'react'
import { isOver } from '../../domain/scrum/sprints.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { item } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { Button } from '../../ui/button.tsx'
import { readSprintItems, type ItemGroup } from './read-sprint-items.ts'
import { SprintItem } from './sprint-item.tsx'
import styles from './sprint.module.css'

const step = 50

/** The cards of a sprint, column by column. */
export function SprintItems({ sprint, tools }: { readonly sprint: Sprint; readonly tools?: ReactNode }) {
  const t = useT('sprint')
  const groups = useQuietReading(item, view => readSprintItems(view, sprint), [sprint])
  const late = groups.reduce((sum, group) => sum + group.late.length, 0)
  return (
    <section className={styles['items']} data-sprint-items>
      <header className={styles['itemsHead']}>
        <h2>{t('items')}</h2>
        {late > 0 && <span className={styles['quiet']}>{t('lateItems', { count: late })}</span>}
        <span className={styles['push']}>{tools}</span>
      </header>
      {groups.length === 0 && <p className={styles['quiet']}>{t('noItems')}</p>}
      {groups.map(group => (
        <Group key={group.id ?? ''} group={group} isFixed={isOver(sprint.state)} />
      ))}
    </section>
  )
}

function Group({ group, isFixed }: { readonly group: ItemGroup; readonly isFixed: boolean }) {
  const t = useT('sprint')
  const format = useFormat()
  const [most, setMost] = useState(step)
  const { id, name, points, items, late } = group
  const rest = items.length - most
  return (
    <section className={styles['group']} aria-label={name ?? t('backlog')}>
      <h3 className={styles['groupTitle']} data-group={id}>
        {name ?? t('backlog')}{' '}
        <span className={styles['quiet']}>
          {points > 0
            ? t('cardsAndPoints', { count: items.length, points: format.number(points), sum: points })
            : t('cards', { count: items.length })}
        </span>
      </h3>
      <ul className={styles['rows']}>
        {items.slice(0, most).map(row => (
          <SprintItem key={row} id={row} isLate={late.includes(row)} isFixed={isFixed} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setMost(most + step)}>
          {t('more', { count: Math.min(step, rest) })}
        </Button>
      )}
    </section>
  )
}
