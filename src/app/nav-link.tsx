import { Link } from 'wouter'
import { nameTooltip } from '../ui/tooltip.ts'
import styles from './sidebar.module.css'
import type { ShownPlace } from './use-places.ts'

type NavLinkProps = { readonly place: ShownPlace; readonly current: boolean; readonly bare: boolean }

/** One place: an icon and always its name, as text or, collapsed, as accessible name with a tooltip. */
export function NavLink({ place, current, bare }: NavLinkProps) {
  const Icon = place.icon
  return (
    <li>
      <Link
        href={place.href}
        className={styles['link'] ?? ''}
        aria-current={current ? 'page' : undefined}
        aria-label={bare ? place.text : undefined}
        {...(bare ? nameTooltip(place.text) : {})}
      >
        <Icon aria-hidden size={18} strokeWidth={1.75} />
        {!bare && <span className={styles['text']}>{place.text}</span>}
        {!bare && place.count > 0 && <span className={styles['count']}>{place.count}</span>}
      </Link>
    </li>
  )
}
