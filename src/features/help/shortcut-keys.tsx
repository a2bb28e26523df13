import { useContext } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { ShortcutList } from '../../parts/shortcut-list.tsx'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { LinkButton } from '../../ui/link-button.tsx'

/** The keys as the settings list them, and the way to where they are switched off. */
export function ShortcutKeys() {
  const t = useT('help')
  const hasSettings = useContext(WorkspaceContext) !== undefined
  return (
    <>
      <ShortcutList />
      {hasSettings && <LinkButton href="#/settings">{t('keysOff')}</LinkButton>}
    </>
  )
}
