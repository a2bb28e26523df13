import { useT } from '../i18n/use-t.ts'
import { ScreenFrame } from '../parts/screen-frame.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'

/** The address names a team of which this device holds nothing: perhaps the browser has cleared it. */
export function UnknownTeam() {
  const t = useT('shell')
  return (
    <ScreenFrame title={t('name')}>
      <EmptyState
        actions={
          <>
            <LinkButton href="#/import/backup" variant="primary">
              {t('restoreBackup')}
            </LinkButton>
            <LinkButton href="#/start">{t('toStart')}</LinkButton>
          </>
        }
      >
        {t('unknownTeam')}
      </EmptyState>
    </ScreenFrame>
  )
}
