import { useT } from '../i18n/use-t.ts'
import { ScreenFrame } from '../parts/screen-frame.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'

type NoAccessProps = { readonly team: string }

/** The workspace knows the team, but nobody has given the person here access to it: nothing of it lies on this device. */
export function NoAccess({ team }: NoAccessProps) {
  const t = useT('shell')
  return (
    <ScreenFrame title={team}>
      <EmptyState actions={<LinkButton href="/today">{t('noAccessWay')}</LinkButton>}>
        {t('noAccess', { team })}
      </EmptyState>
    </ScreenFrame>
  )
}
