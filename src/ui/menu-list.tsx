import { useLayoutEffect, type KeyboardEvent } from 'react'
import { Menu, MenuItem, MenuSeparator, useMenuStore } from '@ariakit/react/menu'
import { Check } from './icons.ts'
import { Kbd } from './kbd.tsx'
import { useLayer } from './layer.ts'
import styles from './menu-list.module.css'
import type { MenuAction, MenuEntry } from './menu.ts'
import { classNames } from './class-names.ts'

export type MenuListProps = {
  readonly anchor: HTMLElement
  /** Where to open when it is not the anchor itself, for example at the pointer of a context menu. */
  readonly at?: { readonly x: number; readonly y: number } | undefined
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly placement?: 'bottom-start' | 'bottom-end' | 'top-start'
  readonly onClose: () => void
}

/** The open menu. Render it through `MenuButton` or `LazyMenu`, so that it is loaded with the first use. */
export default function MenuList({ anchor, at, label, entries, placement = 'bottom-start', onClose }: MenuListProps) {
  const layer = useLayer()
  const store = useMenuStore({ open: true, placement, setOpen: open => open || onClose() })
  useLayoutEffect(() => {
    store.setInitialFocus('first')
    store.setAutoFocusOnShow(true)
  }, [store])
  const choose = (action: MenuAction) => {
    // The anchor has focus before the action runs, so that a dialog it opens knows where to give focus back.
    anchor.focus({ preventScroll: true })
    onClose()
    action.onSelect()
  }
  // Tab leaves the menu as if it had not been there: from the button on.
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    anchor.focus({ preventScroll: true })
    onClose()
  }
  return (
    <Menu
      store={store}
      portal
      portalElement={layer ?? document.body}
      preserveTabOrder={false}
      modal={false}
      aria-label={label}
      className={styles['menu']}
      gutter={4}
      overflowPadding={8}
      fitViewport
      fixed
      autoFocusOnShow
      onKeyDown={leave}
      finalFocus={anchor}
      hideOnEscape={event => {
        event.preventDefault()
        return true
      }}
      hideOnInteractOutside={event => !anchor.contains(event.target as Node)}
      getAnchorRect={() => (at ? { ...at, width: 0, height: 0 } : anchor.getBoundingClientRect())}
    >
      {entries.map(entry => (
        <Entry key={entry.id} entry={entry} onChoose={choose} />
      ))}
    </Menu>
  )
}

type EntryProps = { readonly entry: MenuEntry; readonly onChoose: (action: MenuAction) => void }

function Entry({ entry, onChoose }: EntryProps) {
  if (entry.kind === 'line') return <MenuSeparator className={styles['line']} />
  if (entry.kind === 'heading') return <div className={styles['heading']}>{entry.text}</div>
  const { icon: Icon, text, lang, shortcut, checked, refusal } = entry
  const choice = checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': checked }
  return (
    <MenuItem
      {...choice}
      className={classNames(styles['item'], entry.danger === true && styles['danger'])}
      disabled={refusal !== undefined}
      accessibleWhenDisabled
      onClick={() => onChoose(entry)}
      hideOnClick={false}
    >
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
      <span lang={lang} className={styles['text']}>
        {text}
        {refusal && <span className={styles['refusal']}>{refusal}</span>}
      </span>
      {checked && <Check aria-hidden size={16} className={styles['tick']} />}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </MenuItem>
  )
}
