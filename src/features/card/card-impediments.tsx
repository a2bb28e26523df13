import { isOver, longest, type Impediment } from '../../domain/impediments/impediment.ts'
import { impedimentsOfItem } from '../../domain/impediments/open-impediments.ts'
import { detachItems, reportImpediment } from '../../domain/impediments/report-impediment.ts'
import type { Item } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { AddLines } from '../../parts/add-lines.tsx'
import { Term } from '../../parts/term.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { CircleCheck, OctagonAlert, X } from '../../ui/icons.ts'
import styles from './card.module.css'
import { Section } from './section.tsx'

/** Puts the cursor where an impediment on the open card is reported. */
export const reportHere = (): void => document.querySelector<HTMLElement>('[data-section="impediments"] input')?.focus()

/** What holds the card up, what once did, and the line to report something new: the card is filled in already. */
export function CardImpediments({ record }: { readonly record: Item }) {
  const t = useT('card')
  const team = useTeam()
  const run = useCommand()
  const impediments = useReading(view => impedimentsOfItem(view, record.id), [record.id])
  const report = async (title: string) =>
    (await run(reportImpediment, { team: team.id, title, items: [record.id] }, { done: t('reported', { title }) })).ok
  return (
    <Section title={<Term of="impediment">{t('impediments')}</Term>} name="impediments">
      {impediments.length > 0 && (
        <ul className={styles['links']}>
          {impediments.map(impediment => (
            <ImpedimentLine key={impediment.id} impediment={impediment} item={record.id} />
          ))}
        </ul>
      )}
      <AddLines label={t('report')} maxLength={longest.title} onAdd={report} />
    </Section>
  )
}

type ImpedimentLineProps = { readonly impediment: Impediment; readonly item: string }

function ImpedimentLine({ impediment, item }: ImpedimentLineProps) {
  const t = useT('card')
  const work = useT('work')
  const format = useFormat()
  const run = useCommand()
  const { id, title, state, createdAt, helped } = impediment
  const over = isOver(state)
  const Icon = over ? CircleCheck : OctagonAlert
  const detach = () => void run(detachItems, { impediment: id, items: [item] }, { done: t('detached', { title }) })
  return (
    <li className={styles['link']}>
      <div className={styles['impediment']}>
        <Icon aria-hidden size={14} strokeWidth={2} className={styles[over ? 'ok' : 'danger']} />
        <div className={styles['linkText']}>
          <p>{title}</p>
          <p className={styles['note']}>
            {over && helped !== ''
              ? t('helped', { state: work(`impedimentStates.${state}`), helped })
              : t('since', { state: work(`impedimentStates.${state}`), since: format.since(createdAt) })}
          </p>
        </div>
      </div>
      <IconButton icon={X} size="small" label={t('detach', { title })} onClick={detach} />
    </li>
  )
}
