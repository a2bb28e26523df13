import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { MenuButton } from '../ui/menu-button.tsx'
import type { MenuAction, MenuEntry } from '../ui/menu.ts'
import { isForBeamer, setBeamer, useBeamer } from './beamer.ts'
import { useAddress } from './use-address.ts'

type PlaceMenuProps = {
  /** Name of the menu where it holds more than the view. */
  readonly label?: string
  /** What else can be done here, so that one menu is enough; what destroys stands at the end. */
  readonly own?: readonly MenuAction[]
}

/** What can be done with a place as a whole: print it, show it to a meeting. In the meeting it is the way out. */
export function PlaceMenu({ label, own = [] }: PlaceMenuProps) {
  const t = useT('shell')
  const { base } = useAddress()
  const name = label ?? t('placeMenu')
  if (useBeamer(base))
    return (
      <>
        {own.length > 0 && <MenuButton label={name} entries={own} placement="bottom-end" />}
        <Button variant="plain" onClick={() => setBeamer(false)}>
          {t('leaveBeamer')}
        </Button>
      </>
    )
  const harmful = own.filter(({ danger }) => danger)
  const entries = (): readonly MenuEntry[] => [
    ...own.filter(({ danger }) => !danger),
    {
      id: 'print',
      text: t('print'),
      shortcut: t('printKey'),
      onSelect: () => void import('./paper/paper-address.ts').then(({ goToPaper }) => goToPaper()),
    },
    ...(isForBeamer(base)
      ? [{ id: 'beamer', text: t('beamer'), shortcut: t('beamerKey'), onSelect: () => setBeamer(true) }]
      : []),
    ...(harmful.length > 0 ? [{ kind: 'line', id: 'line' } as const, ...harmful] : []),
  ]
  return <MenuButton label={name} entries={entries} placement="bottom-end" />
}
