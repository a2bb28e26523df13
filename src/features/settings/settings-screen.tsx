import { useT } from '../../i18n/use-t.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { NoticesSection } from './notices-section.tsx'
import styles from './settings.module.css'
import { ShortcutsSection } from './shortcuts-section.tsx'
import { WorkspacesSection } from './workspaces-section.tsx'

/** Choices that belong to this device and to nobody else. They take effect at once. */
export default function SettingsScreen() {
  const t = useT('settings')
  return (
    <ScreenFrame title={t('title')} context={t('context')}>
      <div className={styles['page']}>
        <AppearanceSection />
        <NoticesSection />
        <ShortcutsSection />
        <WorkspacesSection />
        <AboutSection />
      </div>
    </ScreenFrame>
  )
}
