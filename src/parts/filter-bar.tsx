import { memo, useEffect, useState, type ReactNode } from 'react'
import { records } from '../domain/kernel/view.ts'
import { membersOf } from '../domain/people/members.ts'
import { person as personRecord } from '../domain/people/person.ts'
import { item } from '../domain/work/item.ts'
import { label as labelRecord } from '../domain/work/label.ts'
import { useT } from '../i18n/use-t.ts'
import { useBeamer } from './beamer.ts'
import { FindField } from './find-field.tsx'
import { useAddress } from './use-address.ts'
import { useReading } from './use-reading.ts'
import { useRecord } from './use-record.ts'
import { useTeam } from './use-team.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Picker } from '../ui/picker.tsx'
import { useAnnounced } from '../ui/use-announced.ts'
import { countOf, type ItemFilter } from './item-filter.ts'
import { lazyPart } from './lazy-part.ts'
import { useSession } from './workspace-context.ts'
import styles from './filter-bar.module.css'

const NewsDialog = lazyPart(() => import('./visits/news-dialog.tsx'))

type FilterBarProps = {
  /** What the field looks for. */
  readonly find: string
  readonly filter: ItemFilter
  readonly onChange: (part: Partial<ItemFilter>) => void
  readonly onClear: () => void
  readonly left: number
  readonly total: number
  /** Between the field and the chips, in sight on a phone: what else the place offers. Keep it stable. */
  readonly children?: ReactNode
}

/** Text and chips above a place's cards; `/` goes to the text. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { find, filter, onChange, onClear, left, total, children } = props
  const t = useT('filter')
  const active = countOf(filter)
  const shown = active > 0 ? t('shown', { left, total }) : ''
  // Where nothing is left, the place says so.
  useAnnounced(left > 0 ? shown : '')
  // A meeting looks at the team's cards, not at those of who stands at the keys.
  const isBeamer = useBeamer(useAddress().base)
  useEffect(() => {
    if (isBeamer && (filter.mine || filter.changed)) onChange({ mine: false, changed: false })
  }, [isBeamer, filter.mine, filter.changed, onChange])
  return (
    <div className={styles['filters']} role="search" aria-label={t('title')}>
      <div className={styles['strip']}>
        <FindField label={find} value={filter.text} onChange={text => onChange({ text })} />
        {children}
        {!isBeamer && (
          <Chip pressed={filter.mine} onPress={() => onChange({ mine: !filter.mine })}>
            {t('mine')}
          </Chip>
        )}
        <Chip pressed={filter.blocked} onPress={() => onChange({ blocked: !filter.blocked })}>
          {t('blocked')}
        </Chip>
        <Chip pressed={filter.overdue} onPress={() => onChange({ overdue: !filter.overdue })}>
          {t('overdue')}
        </Chip>
        <PersonChip filter={filter} onChange={onChange} />
        <LabelChip filter={filter} onChange={onChange} />
        <EpicChip filter={filter} onChange={onChange} />
        {!isBeamer && <ChangedChip filter={filter} onChange={onChange} />}
      </div>
      {active > 0 && (
        <div className={styles['result']}>
          <span className={styles['left']}>{shown}</span>
          <Button size="small" variant="plain" onClick={onClear}>
            {t('clear')}
          </Button>
          {filter.changed && <NewsButton />}
        </div>
      )}
    </div>
  )
})

type ChipProps = Pick<FilterBarProps, 'filter' | 'onChange'>

/** Last, and only where there is something: what arrives pushes nothing aside. */
function ChangedChip({ filter: { changed }, onChange }: ChipProps) {
  const t = useT('filter')
  const team = useTeam()
  const hasNews = useSession(({ news }) => news.teams.has(team.home))
  return changed || hasNews ? (
    <Chip pressed={changed} onPress={() => onChange({ changed: !changed })}>
      {t('changed')}
    </Chip>
  ) : null
}

/** Opens what has happened to these cards, in words. */
function NewsButton() {
  const t = useT('filter')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('showNews')}
      </Button>
      {isOpen && <NewsDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function PersonChip({ filter, onChange }: ChipProps) {
  const t = useT('filter')
  const team = useTeam()
  const options = useReading(
    view => membersOf(view, team.id).map(({ person: id }) => `${id}\n${view.get(personRecord, id)?.name ?? ''}`),
    [team.id],
  )
  const record = useRecord(personRecord, filter.person)
  return (
    <ChoiceChip
      text={t('person')}
      chosen={filter.person}
      chosenText={record?.name}
      isGone={record?.deleted !== null}
      options={options}
      onChoose={person => onChange({ person })}
    />
  )
}

function LabelChip({ filter, onChange }: ChipProps) {
  const t = useT('filter')
  const options = useReading(
    view => records(view, labelRecord, 'all', 'all').map(({ id, name }) => `${id}\n${name}`),
    [],
  )
  const record = useRecord(labelRecord, filter.label)
  return (
    <ChoiceChip
      text={t('label')}
      chosen={filter.label}
      chosenText={record?.name}
      isGone={record?.deleted !== null}
      options={options}
      onChoose={label => onChange({ label })}
    />
  )
}

function EpicChip({ filter, onChange }: ChipProps) {
  const t = useT('filter')
  const team = useTeam()
  const options = useReading(
    view => records(view, item, 'epics', team.home).map(({ id, title }) => `${id}\n${title}`),
    [team.home],
  )
  const record = useRecord(item, filter.epic)
  return (
    <ChoiceChip
      text={t('epic')}
      chosen={filter.epic}
      chosenText={record?.title}
      isGone={record?.deleted !== null}
      options={options}
      onChoose={epic => onChange({ epic })}
    />
  )
}

type ChoiceChipProps = {
  readonly text: string
  readonly chosen: string | undefined
  /** Its name; undefined when this device has never seen it. */
  readonly chosenText: string | undefined
  /** Deleted meanwhile, perhaps by somebody else: nothing can fit any more, and that is said. */
  readonly isGone: boolean
  /** `id`, line break, text: flat, so that an equal list keeps its identity. */
  readonly options: readonly string[]
  readonly onChoose: (id: string | undefined) => void
}

function ChoiceChip({ text, chosen, chosenText, isGone, options, onChoose }: ChoiceChipProps) {
  const t = useT('filter')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [open, setOpen] = useState(false)
  if (options.length === 0 && chosen === undefined) return null
  const name =
    chosenText === undefined ? t('unknown', { kind: text }) : isGone ? t('gone', { name: chosenText }) : chosenText
  return (
    <span ref={setAnchor} className={styles['choice']}>
      <Chip
        pressed={chosen !== undefined}
        onPress={() => setOpen(!open)}
        removeLabel={t('clearOne', { name: text })}
        onRemove={chosen === undefined ? undefined : () => onChoose(undefined)}
      >
        {chosen === undefined ? text : name}
      </Chip>
      {open && anchor && (
        <Picker
          anchor={anchor}
          label={text}
          options={options.map(pair => ({ id: pair.split('\n')[0] ?? '', text: pair.slice(pair.indexOf('\n') + 1) }))}
          selected={chosen === undefined ? [] : [chosen]}
          onChange={([id]) => onChoose(id)}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  )
}
