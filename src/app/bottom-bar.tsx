import { lazy, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { Ellipsis, Plus } from '../ui/icons.ts'
import styles from './bottom-bar.module.css'
import { usePlaces, type ShownPlace } from './use-places.ts'

const BottomSheets = lazy(() => import('./bottom-sheets.tsx'))

/** The places of a phone, each with its name. "Neu" and "Mehr" open sheets. */
export function BottomBar() {
  const t = useT('shell')
  const places = usePlaces()
  const [address] = useLocation()
  const [sheet, setSheet] = useState<'new' | 'more'>()
  const [today, board, ...others] = places.filter(place => place.phone === 'bar')
  const link = (place: ShownPlace) => (
    <BarLink key={place.href} place={place} current={isCurrent(place, address, places)} />
  )
  return (
    <nav className={styles['bar']} aria-label={t('places')}>
      {today && link(today)}
      {board && link(board)}
      <button type="button" className={styles['entry']} aria-haspopup="dialog" onClick={() => setSheet('new')}>
        <Plus aria-hidden size={20} strokeWidth={1.75} />
        <span>{t('new')}</span>
      </button>
      {others.map(link)}
      <button type="button" className={styles['entry']} aria-haspopup="dialog" onClick={() => setSheet('more')}>
        <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
        <span>{t('more')}</span>
      </button>
      <Suspense>{sheet && <BottomSheets open={sheet} onClose={() => setSheet(undefined)} />}</Suspense>
    </nav>
  )
}

/** Board, Backlog and Sprint share the entry "Board". */
const isCurrent = (place: ShownPlace, address: string, places: readonly ShownPlace[]): boolean =>
  address.startsWith(place.href) ||
  (place.label === 'board' && places.some(({ phone, href }) => phone === 'board' && address.startsWith(href)))

function BarLink({ place, current }: { readonly place: ShownPlace; readonly current: boolean }) {
  const Icon = place.icon
  return (
    <Link href={place.href} className={styles['entry'] ?? ''} aria-current={current ? 'page' : undefined}>
      <Icon aria-hidden size={20} strokeWidth={1.75} />
      <span>{place.text}</span>
    </Link>
  )
}
