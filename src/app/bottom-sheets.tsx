import { Link } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { reportTail } from '../parts/addresses.ts'
import { useAddress } from '../parts/use-address.ts'
import { OctagonAlert, SquareKanban } from '../ui/icons.ts'
import { Sheet } from '../ui/sheet.tsx'
import styles from './bottom-bar.module.css'
import { TeamSwitcher } from './team-switcher.tsx'
import { usePlaces } from './use-places.ts'

type BottomSheetsProps = { readonly open: 'new' | 'more'; readonly onClose: () => void }

/** What "Neu" and "Mehr" of the bar at the foot open. */
export default function BottomSheets({ open, onClose }: BottomSheetsProps) {
  return open === 'new' ? <NewSheet onClose={onClose} /> : <MoreSheet onClose={onClose} />
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
          <button type="button" className={styles['row']} onClick={open(reportTail())}>
            <OctagonAlert aria-hidden size={20} strokeWidth={1.75} />
            {t('newImpediment')}
          </button>
        </li>
      </ul>
    </Sheet>
  )
}

function MoreSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT('shell')
  const places = usePlaces()
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
