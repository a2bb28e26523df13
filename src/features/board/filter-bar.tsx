import { memo, useState } from 'react'
import { records } from '../../domain/kernel/view.ts'
import { membersOf } from '../../domain/people/members.ts'
import { person as personRecord } from '../../domain/people/person.ts'
import { item } from '../../domain/work/item.ts'
import { label as labelRecord } from '../../domain/work/label.ts'
import { useT } from '../../i18n/use-t.ts'
import { FindField } from '../../parts/find-field.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Picker } from '../../ui/picker.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import { countOf, type BoardFilter } from './board-filter.ts'
import styles from './board.module.css'

type FilterBarProps = {
  readonly filter: BoardFilter
  readonly onChange: (part: Partial<BoardFilter>) => void
  readonly onClear: () => void
  readonly left: number
  readonly total: number
}

/** Text and chips above the board; `/` goes to the text. */
export const FilterBar = memo(function FilterBar({ filter, onChange, onClear, left, total }: FilterBarProps) {
  const t = useT('board')
  const active = countOf(filter)
  const shown = active > 0 ? t('shown', { left, total }) : ''
  // Where nothing is left, the board says so.
  useAnnounced(left > 0 ? shown : '')
  return (
    <div className={styles['filters']} role="search" aria-label={t('filter')}>
      <FindField label={t('find')} value={filter.text} onChange={text => onChange({ text })} />
      <Chip pressed={filter.mine} onPress={() => onChange({ mine: !filter.mine })}>
        {t('mine')}
      </Chip>
      <Chip pressed={filter.blocked} onPress={() => onChange({ blocked: !filter.blocked })}>
        {t('blocked')}
      </Chip>
      <Chip pressed={filter.overdue} onPress={() => onChange({ overdue: !filter.overdue })}>
        {t('overdue')}
      </Chip>
      <PersonChip filter={filter} onChange={onChange} />
      <LabelChip filter={filter} onChange={onChange} />
      <EpicChip filter={filter} onChange={onChange} />
      {active > 0 && (
        <>
          <span className={styles['left']}>{shown}</span>
          <Button size="small" variant="plain" onClick={onClear}>
            {t('clearFilter')}
          </Button>
        </>
      )}
    </div>
  )
})

type ChipProps = Pick<FilterBarProps, 'filter' | 'onChange'>

function PersonChip({ filter, onChange }: ChipProps) {
  const t = useT('board')
  const team = useTeam()
  const options = useReading(
    view => membersOf(view, team.id).map(({ person: id }) => `${id}\n${view.get(personRecord, id)?.name ?? ''}`),
    [team.id],
  )
  const name = useReading(
    view => (filter.person ? view.get(personRecord, filter.person)?.name : undefined),
    [filter.person],
  )
  return (
    <ChoiceChip
      text={t('person')}
      chosen={filter.person}
      chosenText={name}
      options={options}
      onChoose={person => onChange({ person })}
    />
  )
}

function LabelChip({ filter, onChange }: ChipProps) {
  const t = useT('board')
  const options = useReading(
    view => records(view, labelRecord, 'all', 'all').map(({ id, name }) => `${id}\n${name}`),
    [],
  )
  const name = useReading(
    view => (filter.label ? view.get(labelRecord, filter.label)?.name : undefined),
    [filter.label],
  )
  return (
    <ChoiceChip
      text={t('label')}
      chosen={filter.label}
      chosenText={name}
      options={options}
      onChoose={label => onChange({ label })}
    />
  )
}

function EpicChip({ filter, onChange }: ChipProps) {
  const t = useT('board')
  const team = useTeam()
  const options = useReading(
    view => records(view, item, 'epics', team.home).map(({ id, title }) => `${id}\n${title}`),
    [team.home],
  )
  const name = useReading(view => (filter.epic ? view.get(item, filter.epic)?.title : undefined), [filter.epic])
  return (
    <ChoiceChip
      text={t('epic')}
      chosen={filter.epic}
      chosenText={name}
      options={options}
      onChoose={epic => onChange({ epic })}
    />
  )
}

type ChoiceChipProps = {
  readonly text: string
  readonly chosen: string | undefined
  readonly chosenText: string | undefined
  /** `id`, line break, text: flat, so that an equal list keeps its identity. */
  readonly options: readonly string[]
  readonly onChoose: (id: string | undefined) => void
}

function ChoiceChip({ text, chosen, chosenText, options, onChoose }: ChoiceChipProps) {
  const t = useT('board')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [open, setOpen] = useState(false)
  if (options.length === 0) return null
  return (
    <span ref={setAnchor} className={styles['choice']}>
      <Chip
        pressed={chosen !== undefined}
        onPress={() => setOpen(!open)}
        removeLabel={t('clearOne', { name: text })}
        onRemove={chosen === undefined ? undefined : () => onChoose(undefined)}
      >
        {chosenText ?? text}
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
