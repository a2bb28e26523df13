import { useDeferredValue, useRef, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { placeOf, setQuery, usePlaceQuery, useQueryInAddress, valueIn, withValues } from '../../parts/place-query.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { matches } from '../../ui/matches.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './bin.module.css'
import { BinRow } from './bin-row.tsx'
import { readBin, type Binned } from './read-bin.ts'
import { useRestoring } from './use-restoring.ts'

/** More rows than this are found by typing. */
const most = 200
/** Fewer rows than this are seen at a glance. */
const enoughToSearch = 8

/** What the team has deleted, and the way back. */
export default function BinScreen() {
  const team = useTeam()
  const today = useToday()
  useQueryInAddress(placeOf(team, 'bin'))
  const things = useReading(view => readBin(view, team, Date.now()), [team, today])
  return things.length === 0 ? <EmptyBin /> : <FullBin things={things} />
}

function EmptyBin() {
  const t = useT('bin')
  const team = useTeam()
  const { navigate } = useAddress()
  const toBoard = <Button onClick={() => navigate(boardAddress(team.id))}>{t('toBoard')}</Button>
  return (
    <ScreenFrame title={t('title')} context={t('context')}>
      <EmptyState actions={toBoard}>{t('empty')}</EmptyState>
    </ScreenFrame>
  )
}

function FullBin({ things }: { readonly things: readonly Binned[] }) {
  const t = useT('bin')
  const place = placeOf(useTeam(), 'bin')
  const typed = valueIn(usePlaceQuery(place), 'q') ?? ''
  const setTyped = (text: string) => setQuery(place, withValues('', { q: text }))
  const search = useDeferredValue(typed)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const restore = useRestoring()
  const list = useRef<HTMLUListElement>(null)
  const found = things.filter(({ title, key = '' }) => matches(`${title} ${key}`, search))
  const selected = found.filter(({ id }) => chosen.has(id))
  const bringBack = async (some: readonly Binned[]) => {
    const heir = heirOf(found, some)
    await restore(some)
    setChosen(new Set())
    requestAnimationFrame(() => focusRow(list.current, heir))
  }
  const primary = (
    <Button
      variant="primary"
      refusal={selected.length === 0 ? t('chooseFirst') : undefined}
      onClick={() => void bringBack(selected)}
    >
      {t('restoreChosen')}
    </Button>
  )
  return (
    <ScreenFrame title={t('title')} context={t('context')} primary={primary}>
      <div className={styles['bin']}>
        {(things.length >= enoughToSearch || typed !== '') && (
          <TextField
            type="search"
            hideLabel
            label={t('search')}
            placeholder={t('search')}
            value={typed}
            onChange={setTyped}
          />
        )}
        {found.length === 0 && <EmptyState small>{t('nothingFound', { typed: search })}</EmptyState>}
        {found.length > 0 && <ChooseAll {...{ found, selected }} onChoose={setChosen} />}
        <ul ref={list} className={styles['list']}>
          {found.slice(0, most).map(thing => (
            <BinRow
              key={thing.id}
              thing={thing}
              isChosen={chosen.has(thing.id)}
              onChoose={isOn => setChosen(toggled(chosen, thing.id, isOn))}
              onRestore={() => void bringBack([thing])}
            />
          ))}
        </ul>
        {found.length > most && <p className={styles['more']}>{t('more', { count: found.length - most })}</p>}
      </div>
    </ScreenFrame>
  )
}

type ChooseAllProps = {
  readonly found: readonly Binned[]
  readonly selected: readonly Binned[]
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

function ChooseAll({ found, selected, onChoose }: ChooseAllProps) {
  const t = useT('bin')
  return (
    <Checkbox
      className={styles['all']}
      label={t('chosen', { count: selected.length, total: found.length })}
      checked={selected.length === found.length}
      mixed={selected.length > 0 && selected.length < found.length}
      onChange={isOn => onChoose(new Set(isOn ? found.map(({ id }) => id) : []))}
    />
  )
}

/** The row that has the focus when some have gone: the next that stays, else the last. */
const heirOf = (found: readonly Binned[], gone: readonly Binned[]): string | undefined => {
  const ids = new Set(gone.map(({ id }) => id))
  const stays = ({ id }: Binned): boolean => !ids.has(id)
  const at = found.findIndex(({ id }) => ids.has(id))
  return (found.slice(at).find(stays) ?? found.findLast(stays))?.id
}

const toggled = (chosen: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> => {
  const next = new Set(chosen)
  if (isOn) next.add(id)
  else next.delete(id)
  return next
}

const focusRow = (list: HTMLElement | null, id: string | undefined): void => {
  const button = id === undefined ? null : list?.querySelector<HTMLElement>(`[data-restore="${CSS.escape(id)}"]`)
  if (button) button.focus()
  else focusPlace()
}
