import { useT } from '../i18n/use-t.ts'
import { ScreenFrame } from '../parts/screen-frame.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'

export function UnknownPlace() {
  const t = useT('shell')
  return (
    <ScreenFrame title={t('name')}>
      <EmptyState actions={<LinkButton href="#/">{t('toStart')}</LinkButton>}>{t('unknownAddress')}</EmptyState>
    </ScreenFrame>
  )
}
