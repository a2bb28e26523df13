import { isStepOverdue } from '../../domain/impediments/open-impediments.ts'
import { isOver, type Impediment } from '../../domain/impediments/impediment.ts'
import { live } from '../../domain/kernel/view.ts'
import { item } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail, impedimentTail } from '../../parts/addresses.ts'
import { PersonAvatars } from '../../parts/person-avatars.tsx'
import { useShownKey } from '../../parts/shown-key.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useToday } from '../../parts/use-today.ts'
import { Badge } from '../../ui/badge.tsx'
import { Calendar, Clock, TriangleAlert } from '../../ui/icons.ts'
import { AgeMark } from './age-mark.tsx'
import styles from './impediments.module.css'

/** One impediment: what, which cards, since when, what comes next until when, who looks after it. */
export function ImpedimentRow({ record }: { readonly record: Impediment }) {
  const words = useT('work')
  const { base, tail } = useAddress()
  const { id, title, state, severity, partyName, owner } = record
  const isSevere = severity === 'high' || severity === 'critical'
  return (
    <li className={styles['row']} data-impediment={id} data-current={tail === impedimentTail(id) || undefined}>
      <div className={styles['what']}>
        <a className={styles['title']} href={`#${base}${impedimentTail(id)}`}>
          {title}
        </a>
        <div className={styles['facts']}>
          <span>{words(`impedimentStates.${state}`)}</span>
          {isSevere && (
            <Badge bare icon={TriangleAlert} tone={severity === 'critical' ? 'danger' : 'warn'}>
              {words(`severities.${severity}`)}
            </Badge>
          )}
          {partyName !== '' && <span>{partyName}</span>}
          <BlockedCards ids={record.items} />
        </div>
      </div>
      <div className={styles['age']}>
        <AgeMark record={record} />
      </div>
      <div className={styles['step']}>{isOver(state) ? record.helped : <NextStep record={record} />}</div>
      <div className={styles['owner']}>{owner !== null && <PersonAvatars ids={[owner]} />}</div>
    </li>
  )
}

/** The cards it holds up, each a link to the card. */
function BlockedCards({ ids }: { readonly ids: readonly string[] }) {
  const t = useT('impediments')
  const cards = useReading(view => ids.flatMap(id => live(view, item, id) ?? []), [ids])
  if (cards.length === 0) return null
  return (
    <span className={styles['cards']}>
      {t('holdsUp')}
      {cards.map(({ id, title }) => (
        <BlockedCard key={id} id={id} title={title} />
      ))}
    </span>
  )
}

function BlockedCard({ id, title }: { readonly id: string; readonly title: string }) {
  const { base } = useAddress()
  const key = useShownKey(id)
  return (
    <a href={`#${base}${cardTail(key)}`} title={title}>
      {key}
    </a>
  )
}

function NextStep({ record }: { readonly record: Impediment }) {
  const t = useT('impediments')
  const format = useFormat()
  const isLate = isStepOverdue(record, useToday())
  const { nextStep, dueAt } = record
  return (
    <>
      {nextStep !== '' && <span>{nextStep}</span>}
      {dueAt !== null && (
        <Badge bare icon={isLate ? Clock : Calendar} tone={isLate ? 'danger' : 'neutral'}>
          {isLate ? t('overdue', { day: format.day(dueAt) }) : t('until', { day: format.day(dueAt) })}
        </Badge>
      )}
    </>
  )
}
