import { useRef } from 'react'
import { Link } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { reportTail } from '../parts/addresses.ts'
import { useApp } from '../parts/app-context.ts'
import { useAddress } from '../parts/use-address.ts'
import { Camera, OctagonAlert, SquareKanban } from '../ui/icons.ts'
import { Sheet } from '../ui/sheet.tsx'
import styles from './bottom-bar.module.css'
import { TeamSwitcher } from './team-switcher.tsx'
import { usePlaces } from './use-places.ts'

type BottomSheetsProps = { readonly open: 'new' | 'more'; readonly onClose: () => void }

/** What "Neu" and "Mehr" of the bar at the foot open. */
export default function BottomSheets({ open, onClose }: BottomSheetsProps) {
  return open === 'new' ? <NewSheet onClose={onClose} /> : <MoreSheet onClose={onClose} />
}

/** What can be begun from anywhere. A photo asks afterwards which card it belongs to. */
function NewSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT('shell')
  const { tray } = useApp()
  const { openOverlay } = useAddress()
  const camera = useRef<HTMLInputElement>(null)
  const open = (tail: string) => () => {
    onClose()
    openOverlay(tail)
  }
  const take = async (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])]
    if (files.length === 0) return
    await tray.put({ title: '', text: '', url: '', files })
    open('/new/shared')()
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
        <li>
          <button type="button" className={styles['row']} onClick={() => camera.current?.click()}>
            <Camera aria-hidden size={20} strokeWidth={1.75} />
            {t('newPhoto')}
          </button>
          <input
            ref={camera}
            type="file"
            hidden
            tabIndex={-1}
            accept="image/*"
            capture="environment"
            aria-label={t('newPhoto')}
            onChange={event => void take(event.currentTarget)}
          />
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
