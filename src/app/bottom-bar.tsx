import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { useAddress } from '../parts/use-address.ts'
import { Ellipsis, OctagonAlert, Plus, SquareKanban } from '../ui/icons.ts'
import { Sheet } from '../ui/sheet.tsx'
import styles from './bottom-bar.module.css'
import { TeamSwitcher } from './team-switcher.tsx'
import { usePlaces, type ShownPlace } from './use-places.ts'

/** The places of a phone, each with its name. "Neu" and "Mehr" open sheets. */
export function BottomBar() {
  const t = useT('shell')
  const places = usePlaces()
  const [address] = useLocation()
  const [sheet, setSheet] = useState<'new' | 'more'>()
  const [first, ...others] = places.filter(place => place.phone === 'bar')
  const link = (place: ShownPlace) => (
    <BarLink key={place.href} place={place} current={isCurrent(place, address, places)} />
  )
  return (
    <nav className={styles['bar']} aria-label={t('places')}>
      {first && link(first)}
      <button type="button" className={styles['entry']} aria-haspopup="dialog" onClick={() => setSheet('new')}>
        <Plus aria-hidden size={20} strokeWidth={1.75} />
        <span>{t('new')}</span>
      </button>
      {others.map(link)}
      <button type="button" className={styles['entry']} aria-haspopup="dialog" onClick={() => setSheet('more')}>
        <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
        <span>{t('more')}</span>
      </button>
      {sheet === 'new' && <NewSheet onClose={() => setSheet(undefined)} />}
      {sheet === 'more' && <MoreSheet places={places} onClose={() => setSheet(undefined)} />}
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

function NewSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT('shell')
  const { openOverlay } = useAddress()
  const open = (tail: string) => () => {
    onClose()
    openOverlay(tail)
  }
  return (
    <Sheet title={t('new')} onClose={onClose}>
      <ul className={styles['sheet']}>
        <li>
          <button type="button" className={styles['row']} onClick={open('/new/card')}>
            <SquareKanban aria-hidden size={20} strokeWidth={1.75} />
            {t('newCard')}
          </button>
        </li>
        <li>
          <button type="button" className={styles['row']} onClick={open('/new/impediment')}>
            <OctagonAlert aria-hidden size={20} strokeWidth={1.75} />
            {t('newImpediment')}
          </button>
        </li>
      </ul>
    </Sheet>
  )
}

function MoreSheet({ places, onClose }: { readonly places: readonly ShownPlace[]; readonly onClose: () => void }) {
  const t = useT('shell')
  return (
    <Sheet title={t('more')} onClose={onClose}>
      <TeamSwitcher bare={false} />
      <ul className={styles['sheet']}>
        {places
          .filter(({ phone }) => phone === 'more')
          .map(place => (
            <li key={place.href}>
              <Link href={place.href} className={styles['row'] ?? ''} onClick={onClose}>
                <place.icon aria-hidden size={20} strokeWidth={1.75} />
                {place.text}
              </Link>
            </li>
          ))}
      </ul>
    </Sheet>
  )
}
