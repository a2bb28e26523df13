import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'

/** The data are there but cannot be opened now. Says what is safe and what to do. */
export function CannotOpenScreen({ because }: { readonly because: string }) {
  const t = useT('shell')
  return (
    <main data-because={because}>
      <EmptyState
        actions={
          <>
            <Button variant="primary" onClick={() => location.reload()}>
              {t('tryAgain')}
            </Button>
            <LinkButton href="#/help">{t('help')}</LinkButton>
          </>
        }
      >
        {t('cannotOpen')}
      </EmptyState>
    </main>
  )
}
