import { useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { reportTail } from '../parts/addresses.ts'
import { keySign } from '../parts/shortcuts.ts'
import { useAddress } from '../parts/use-address.ts'
import { Plus } from '../ui/icons.ts'
import { LazyMenu, preloadMenu } from '../ui/lazy-menu.tsx'
import { nameTooltip } from '../ui/tooltip.ts'
import styles from './sidebar.module.css'
import { useChosenTeam } from './use-places.ts'

/** "Neu" among the places: a card or an impediment from anywhere. */
export function NewMenu({ bare }: { readonly bare: boolean }) {
  const t = useT('shell')
  const { openOverlay } = useAddress()
  const team = useChosenTeam()
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  if (!team) return null
  return (
    <li>
      <button
        ref={setButton}
        type="button"
        className={styles['link']}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={bare ? t('new') : undefined}
        {...(bare ? nameTooltip(t('new')) : {})}
        onPointerEnter={preloadMenu}
        onClick={() => setOpen(before => !before)}
      >
        <Plus aria-hidden size={18} strokeWidth={1.75} />
        {!bare && <span className={styles['text']}>{t('new')}</span>}
      </button>
      {isOpen && button && (
        <LazyMenu
          anchor={button}
          label={t('new')}
          placement="bottom-start"
          entries={[
            { id: 'card', text: t('newCard'), shortcut: keySign('card.new'), onSelect: () => openOverlay('/new/card') },
            { id: 'impediment', text: t('newImpediment'), onSelect: () => openOverlay(reportTail()) },
          ]}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}
