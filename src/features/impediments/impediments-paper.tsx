import { useState } from 'react'
import { startOfDay } from '../../domain/calendar/office-day.ts'
import {
  impedimentsByParty,
  impedimentsOver,
  ageInDays,
  isStepOverdue,
} from '../../domain/impediments/open-impediments.ts'
import { isOver, type Impediment } from '../../domain/impediments/impediment.ts'
import { live, type View } from '../../domain/kernel/view.ts'
import { person } from '../../domain/people/person.ts'
import { item } from '../../domain/work/item.ts'
import { shownKey } from '../../domain/work/shown-key.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { PaperFrame } from '../../parts/paper/paper-frame.tsx'
import { PaperTable, type PaperColumn } from '../../parts/paper/paper-table.tsx'
import { placeOf, queryOf, valueIn } from '../../parts/place-query.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam, type ChosenTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { Clock, TriangleAlert } from '../../ui/icons.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import styles from './impediments-paper.module.css'

type Row = Readonly<{ record: Impediment; owner: string; cards: readonly string[] }>

const rowOf = (view: View, record: Impediment): Row => ({
  record,
  owner: (record.owner !== null && view.get(person, record.owner)?.name) || '',
  cards: record.items.flatMap(id => {
    const card = live(view, item, id)
    return card ? [`${shownKey(view, card)} ${card.title}`] : []
  }),
})

/** Which of them the place shows. */
const shownNow = (team: ChosenTeam): 'open' | 'over' =>
  valueIn(queryOf(placeOf(team, 'impediments')), 'show') === 'over' ? 'over' : 'open'

/** What holds the team up on paper, by whose turn it is; or what no longer does. */
export default function ImpedimentsPaper() {
  const t = useT('impediments')
  const paper = useT('paper')
  const words = useT('work')
  const team = useTeam()
  const { home } = team
  const [shown, setShown] = useState(() => shownNow(team))
  const open = useReading(
    view =>
      impedimentsByParty(view, home).map(({ party, impediments }) => ({
        party,
        rows: impediments.map(record => rowOf(view, record)),
      })),
    [home],
  )
  const over = useReading(view => impedimentsOver(view, home).map(record => rowOf(view, record)), [home])
  const columns = useColumns()
  const count = open.reduce((sum, { rows }) => sum + rows.length, 0)
  const groups =
    shown === 'over'
      ? [{ id: 'over', rows: over }]
      : open.map(({ party, rows }) => ({ id: party, title: `${t('turn')} ${words(`parties.${party}`)}`, rows }))
  const isEmpty = groups.every(({ rows }) => rows.length === 0)
  return (
    <PaperFrame
      title={t('title')}
      shape="wide"
      place={teamAddress(team.id, 'impediments')}
      lines={[shown === 'open' ? t('open', { count }) : t('over', { count: over.length })]}
      choices={
        <SegmentedControl
          label={t('show')}
          value={shown}
          segments={[
            { value: 'open', text: t('open', { count }) },
            { value: 'over', text: t('over', { count: over.length }) },
          ]}
          onChange={setShown}
        />
      }
    >
      {isEmpty ? (
        <p>{shown === 'open' ? t('empty') : paper('nothing')}</p>
      ) : (
        <PaperTable caption={t('title')} columns={columns} groups={groups} rowId={({ record }) => record.id} />
      )}
    </PaperFrame>
  )
}

const useColumns = (): readonly PaperColumn<Row>[] => {
  const t = useT('impediments')
  const words = useT('work')
  const paper = useT('paper')
  return [
    {
      id: 'title',
      head: t('fields.title'),
      rowHead: true,
      roomy: true,
      cell: ({ record: { title, effect } }) => (
        <>
          {title}
          {effect !== '' && <span className={styles['more']}>{effect}</span>}
        </>
      ),
    },
    {
      id: 'state',
      wordy: true,
      head: paper('fields.state'),
      cell: ({ record }) => (
        <>
          {words(`impedimentStates.${record.state}`)}
          {(record.level ?? 0) > 0 && (
            <span className={styles['more']}>{t('level', { level: record.level ?? 0 })}</span>
          )}
          {record.partyName !== '' && <span className={styles['more']}>{record.partyName}</span>}
        </>
      ),
    },
    { id: 'severity', head: t('fields.severity'), cell: ({ record }) => <Severity record={record} />, unbroken: true },
    { id: 'since', head: paper('since'), cell: ({ record }) => <Age record={record} /> },
    { id: 'step', head: t('fields.nextStep'), cell: ({ record }) => <NextStep record={record} />, wordy: true },
    { id: 'owner', head: t('fields.owner'), cell: ({ owner }) => owner, wordy: true },
    {
      id: 'cards',
      wordy: true,
      head: t('fields.items'),
      cell: ({ cards }) => cards.map(card => <p key={card}>{card}</p>),
    },
  ]
}

function Severity({ record: { severity } }: { readonly record: Impediment }) {
  const words = useT('work')
  const word = words(`severities.${severity}`)
  if (severity !== 'high' && severity !== 'critical') return word
  return (
    <span className={styles['sign']}>
      <TriangleAlert aria-hidden size={14} strokeWidth={2} />
      <strong>{word}</strong>
    </span>
  )
}

function Age({ record }: { readonly record: Impediment }) {
  const t = useT('impediments')
  const format = useFormat()
  const today = useToday()
  if (!isOver(record.state)) return format.since(record.createdAt)
  return t('lasted', { days: ageInDays(record, startOfDay(today)) })
}

/** What comes next and until when, or what has helped. */
function NextStep({ record }: { readonly record: Impediment }) {
  const t = useT('impediments')
  const format = useFormat()
  const isLate = isStepOverdue(record, useToday())
  const { nextStep, dueAt, escalateAt, state, helped } = record
  return (
    <>
      {nextStep !== '' && <p>{nextStep}</p>}
      {dueAt !== null && (
        <p className={styles['sign']}>
          {isLate && <Clock aria-hidden size={14} strokeWidth={2} />}
          {isLate ? (
            <strong>{t('overdue', { day: format.day(dueAt) })}</strong>
          ) : (
            t('until', { day: format.day(dueAt) })
          )}
        </p>
      )}
      {escalateAt !== null && !isOver(state) && (
        <p>
          {t('fields.escalateAt')} {format.day(escalateAt)}
        </p>
      )}
      {helped !== '' && (
        <p>
          {t('fields.helped')}: {helped}
        </p>
      )}
    </>
  )
}
