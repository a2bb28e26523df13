import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { records } from '../../domain/kernel/view.ts'
import { documentOfTeam, team as teamRecord } from '../../domain/people/team.ts'
import { typedWords } from '../../domain/search/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { InAddress } from '../../parts/place-query.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Hit } from '../../workspace/search-port.ts'
import { HitRow } from './hit-row.tsx'
import { SearchFilters } from './search-filters.tsx'
import { filterCount, place, setWanted, useWanted } from './search-state.ts'
import styles from './search.module.css'
import { useFound } from './use-search.ts'

/** Rows drawn at first, and more each time. */
const page = 30

type GroupName = 'item' | 'impediment' | 'sprint' | 'bin'
const groupNames: readonly GroupName[] = ['item', 'impediment', 'sprint', 'bin']

const groupOf = ({ kind, inBin }: Hit): GroupName =>
  inBin || (kind !== 'impediment' && kind !== 'sprint' && kind !== 'item') ? 'bin' : kind

/** Looks through everything on this device, also without a network. */
export default function SearchScreen() {
  return (
    <InAddress place={place}>
      <LookingThrough />
    </InAddress>
  )
}

function LookingThrough() {
  const t = useT('search')
  const wanted = useWanted()
  const text = wanted.text.trim()
  const [shown, setShown] = useState({ text, most: page })
  const teams = useReading(view => records(view, teamRecord, 'all', 'all'), [])
  const team = teams.find(({ id }) => id === wanted.team)
  const most = shown.text === text ? shown.most : page
  const found = useFound({ ...wanted, text, document: team && documentOfTeam(team), most })
  const list = useRef<HTMLDivElement>(null)
  const isNothing = text !== '' && found.isWhole && found.total === 0
  return (
    <ScreenFrame title={t('title')} context={t('context')}>
      {/* Arrows go from the field through all that was found; each row is a link of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} className={styles['search']} onKeyDown={event => walk(event, list.current)}>
        <TextField
          type="search"
          autoFocus
          hideLabel
          label={t('field')}
          placeholder={t('field')}
          value={wanted.text}
          onChange={typed => setWanted({ text: typed })}
          ref={focusAtOnce}
        />
        <SearchFilters teams={teams} wanted={wanted} />
        <p role="status" className={styles['count']}>
          {text !== '' && found.total > 0 && t('count', { count: found.total })}
          {text !== '' && !found.isWhole && ` ${t('building')}`}
        </p>
        {groupNames.map(name => (
          <Group key={name} name={name} hits={found.hits.filter(hit => groupOf(hit) === name)} text={text} />
        ))}
        {found.total > found.hits.length && (
          <Button variant="plain" onClick={() => setShown({ text, most: most + page })}>
            {t('more', { count: found.total - found.hits.length })}
          </Button>
        )}
        {isNothing && <NothingFound text={text} />}
      </div>
    </ScreenFrame>
  )
}

type GroupProps = { readonly name: GroupName; readonly hits: readonly Hit[]; readonly text: string }

function Group({ name, hits, text }: GroupProps) {
  const t = useT('search')
  const id = useId()
  if (hits.length === 0) return null
  const words = typedWords(text)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['heading']}>
        {t(`groups.${name}`)}
      </h2>
      <ul className={styles['hits']}>
        {hits.map(hit => (
          <HitRow key={hit.id} hit={hit} words={words} />
        ))}
      </ul>
    </section>
  )
}

function NothingFound({ text }: { readonly text: string }) {
  const t = useT('search')
  const wanted = useWanted()
  const filters = filterCount(wanted)
  const actions = (
    <>
      {filters > 0 && (
        <Button onClick={() => setWanted({ team: undefined, kind: undefined })}>{t('clearFilters')}</Button>
      )}
      {!wanted.inBin && (
        <Button variant="plain" onClick={() => setWanted({ inBin: true })}>
          {t('searchBin')}
        </Button>
      )}
    </>
  )
  return <EmptyState actions={actions}>{t('nothing', { text, filters })}</EmptyState>
}

const focusAtOnce = (field: HTMLInputElement | null): void => {
  if (field && !field.dataset['begun']) field.focus({ preventScroll: true })
  if (field) field.dataset['begun'] = ''
}

const walk = (event: KeyboardEvent, list: HTMLElement | null): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.nativeEvent.isComposing || !list || event.target instanceof HTMLSelectElement) return
  const stops = [...list.querySelectorAll<HTMLElement>('input[type=search], [data-hit]')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  stops[at + step]?.focus()
}
