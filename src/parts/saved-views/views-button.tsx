import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Bookmark, ChevronDown } from '../../ui/icons.ts'
import { lazyPart } from '../lazy-part.ts'

const ViewsMenu = lazyPart(() => import('./views-menu.tsx'))

/** The ways of looking that a person has kept for a place. What opens over it is fetched when it is wanted. */
export function ViewsButton({ place }: { readonly place: string }) {
  const t = useT('filter')
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={setAnchor}
        size="small"
        icon={Bookmark}
        iconAtEnd={ChevronDown}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('views')}
      </Button>
      {open && anchor && <ViewsMenu anchor={anchor} place={place} onClose={() => setOpen(false)} />}
    </>
  )
}
