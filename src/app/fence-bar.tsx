import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { useT } from '../i18n/use-t.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { DeviceState } from './browser-workspaces.ts'

/** A newer version is at work in another tab, or an older one keeps this one waiting. Nothing is written until that is settled. */
export function FenceBar({ state }: { readonly state: StoreApi<DeviceState> }) {
  const t = useT('shell')
  const fenced = useStore(state, ({ fenced }) => fenced)
  const blocked = useStore(state, ({ blocked }) => blocked)
  if (!fenced && !blocked) return null
  return (
    <Banner tone="warn" actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}>
      {fenced === 'storageGone' ? t('fencedGone') : fenced ? t('fencedNewer') : t('closeOldTabs')}
    </Banner>
  )
}
