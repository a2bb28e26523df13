import { carryOvers, type CarryOver } from '../../domain/scrum/close-sprint.ts'
import type { Item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { EstimateMark } from '../../parts/estimate-mark.tsx'
import { ShownKey } from '../../parts/shown-key.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './closing.module.css'
import type { NextSprint } from './use-next-sprint.ts'

type CarryOverListProps = {
  readonly items: readonly Item[]
  readonly carryOver: Readonly<Record<string, CarryOver>>
  readonly next: NextSprint
  readonly onChoose: (items: readonly string[], choice: CarryOver) => void
}

/** Where each open card goes; the first line decides for all of them. */
export function CarryOverList({ items, carryOver, next, onChoose }: CarryOverListProps) {
  const t = useT('sprint')
  const options = carryOvers.map(value => ({
    value,
    text: value === 'nextSprint' ? t('carryOver.nextSprint', { name: next.name }) : t(`carryOver.${value}`),
  }))
  const choices = new Set(items.map(({ id }) => carryOver[id] ?? 'nextSprint'))
  const [shared] = choices
  const isMixed = choices.size > 1
  const goesOn = choices.has('nextSprint')
  return (
    <section className={styles['carry']}>
      <h3>{t('carryOver.title', { count: items.length })}</h3>
      {goesOn && next.isNew && <p className={styles['quiet']}>{t('carryOver.willBeMade', { name: next.name })}</p>}
      <ul className={styles['rows']}>
        <li className={styles['carryRow']}>
          <span className={styles['carryTitle']}>{t('carryOver.all')}</span>
          <Select<CarryOver | 'mixed'>
            label={t('carryOver.all')}
            hideLabel
            className={styles['choice']}
            value={isMixed ? 'mixed' : (shared ?? 'nextSprint')}
            options={isMixed ? [{ value: 'mixed', text: t('carryOver.mixed'), disabled: true }, ...options] : options}
            onChange={choice =>
              choice !== 'mixed' &&
              onChoose(
                items.map(({ id }) => id),
                choice,
              )
            }
          />
        </li>
        {items.map(({ id, title, estimate }) => (
          <li key={id} className={styles['carryRow']} data-carry={id}>
            <span className={styles['carryTitle']}>
              <span className={styles['key']}>
                <ShownKey id={id} />
              </span>{' '}
              {title}
            </span>
            {estimate !== null && <EstimateMark estimate={estimate} />}
            <Select
              label={t('carryOver.of', { title })}
              hideLabel
              className={styles['choice']}
              value={carryOver[id] ?? 'nextSprint'}
              options={options}
              onChange={choice => onChoose([id], choice)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
