import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import type { MenuEntry } from '../ui/menu.ts'
import { isForBeamer, setBeamer, useBeamer } from './beamer.ts'
import { useAddress } from './use-address.ts'

/** What can be done with a place as a whole: print it, show it to a meeting. In the meeting it is the way out. */
export function PlaceMenu() {
  const t = useT('shell')
  const { base } = useAddress()
  if (useBeamer(base))
    return (
      <Button variant="plain" onClick={() => setBeamer(false)}>
        {t('leaveBeamer')}
      </Button>
    )
  const entries = (): readonly MenuEntry[] => [
    {
      id: 'print',
      text: t('print'),
      shortcut: t('printKey'),
      onSelect: () => void import('./paper/paper-address.ts').then(({ goToPaper }) => goToPaper()),
    },
    ...(isForBeamer(base)
      ? [{ id: 'beamer', text: t('beamer'), shortcut: t('beamerKey'), onSelect: () => setBeamer(true) }]
      : []),
  ]
  return <MenuButton label={t('placeMenu')} entries={entries} placement="bottom-end" />
}
