import { useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { PanelLeftClose, PanelLeftOpen } from '../ui/icons.ts'
import { Mark } from './mark.tsx'
import { NavLink } from './nav-link.tsx'
import styles from './sidebar.module.css'
import { NewMenu } from './new-menu.tsx'
import { TeamSwitcher } from './team-switcher.tsx'
import type { Place } from '../parts/slice.ts'
import { useDeviceSetting } from '../parts/device-settings.ts'
import { Later } from '../parts/later.tsx'
import { lazyScreen } from '../parts/lazy-screen.ts'
import { usePlaces } from './use-places.ts'

const BackupLine = lazyScreen(() => import('../parts/backup-watch/backup-line.tsx'))

/** Team switcher, places, foot. Collapsed it keeps the icons; the choice is remembered on this device. */
export function Sidebar() {
  const t = useT('shell')
  const [address] = useLocation()
  const [collapsed, setCollapsed] = useDeviceSetting('sidebarCollapsed')
  const places = usePlaces()
  const group = (name: Place['group']) =>
    places
      .filter(place => place.group === name)
      .map(place => (
        <NavLink key={place.href} place={place} current={address.startsWith(place.href)} bare={collapsed} />
      ))
  return (
    <nav className={styles['sidebar']} data-collapsed={collapsed} aria-label={t('places')}>
      <ul className={styles['list']}>
        {group('me')}
        <NewMenu bare={collapsed} />
      </ul>
      <TeamSwitcher bare={collapsed} />
      <ul className={styles['list']}>{group('team')}</ul>
      <div className={styles['space']} />
      <ul className={styles['list']}>{group('foot')}</ul>
      <div className={styles['backup']}>
        {!collapsed && (
          <Later>
            <BackupLine />
          </Later>
        )}
      </div>
      <div className={styles['base']}>
        {!collapsed && <Mark />}
        <IconButton
          icon={collapsed ? PanelLeftOpen : PanelLeftClose}
          label={collapsed ? t('expand') : t('collapse')}
          onClick={() => setCollapsed(!collapsed)}
        />
      </div>
    </nav>
  )
}
