import { useT } from '../../i18n/use-t.ts'
import { Banner } from '../../ui/banner.tsx'

/** Nobody who checks texts in easy language has read the page yet, and it says so itself. */
export function EasyNote() {
  const t = useT('help')
  return (
    <Banner tone="warn">
      <strong>{t('draft')}</strong>
      <p>{t('draftText')}</p>
    </Banner>
  )
}
