import { useContext, useSyncExternalStore } from 'react'
import { useT } from '../i18n/use-t.ts'
import { WorkspaceContext } from '../parts/workspace-context.ts'
import type { Registration } from '../pwa/register.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { registration } from './registration.ts'

/** Says quietly that a new version waits. Nothing reloads by itself; what is being written is saved first. */
export function UpdateBar() {
  const current = useSyncExternalStore(registration.subscribe, registration.get)
  return current ? <UpdateNotice registration={current} /> : null
}

function UpdateNotice({ registration: current }: { readonly registration: Registration }) {
  const t = useT('shell')
  const workspace = useContext(WorkspaceContext)
  const { updateReady } = useSyncExternalStore(current.subscribe, current.get)
  if (!updateReady) return null
  const apply = async () => {
    await workspace?.saving.settled()
    current.apply()
  }
  return (
    <Banner tone="info" actions={<Button onClick={() => void apply()}>{t('reload')}</Button>}>
      {t('updateReady')}
    </Banner>
  )
}
