import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react/combobox'
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Check, Plus, Search } from './icons.ts'
import { matches } from './matches.ts'
import styles from './picker-list.module.css'
import type { PickerOption, PickerProps } from './picker-options.ts'
import PopoverSurface from './popover-surface.tsx'

/** More nobody scrolls through; typing narrows it down. */
const most = 80

/** Search field with a list of choices. Render it through `Picker`. */
export default function PickerList(props: PickerProps) {
  const { anchor, label, options, selected, multiple = false, onChange, onClose, create } = props
  const t = useT('ui')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed)
  const found = useMemo(() => options.filter(option => matches(option.text, search)).slice(0, most), [options, search])
  /** Nobody has gone through the list since something was typed: the first one is meant. */
  const isFirstMeant = useRef(false)
  const exact = options.some(option => option.text.toLowerCase() === typed.trim().toLowerCase())
  const toggle = (id: string) => {
    if (multiple) return onChange(selected.includes(id) ? selected.filter(other => other !== id) : [...selected, id])
    onClose()
    onChange(selected.includes(id) ? [] : [id])
  }
  const type = (text: string) => {
    setTyped(text)
    isFirstMeant.current = true
  }
  /** Whoever types in a hurry is faster than the list: Enter means what was typed, not what still stands there. */
  const chooseTyped = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key.startsWith('Arrow') || event.key.startsWith('Page')) isFirstMeant.current = false
    if (event.key !== 'Enter' || !isFirstMeant.current) return
    event.preventDefault()
    const first = options.find(option => matches(option.text, typed))
    if (first) toggle(first.id)
    else if (typed.trim() !== '') create?.run(typed.trim())
  }
  /** A list that changes under a pointer at rest is not pointed at. */
  const point = ({ movementX, movementY }: PointerEvent) => {
    if (movementX !== 0 || movementY !== 0) isFirstMeant.current = false
  }
  return (
    <PopoverSurface anchor={anchor} label={label} onClose={onClose}>
      <ComboboxProvider open setValue={type} resetValueOnSelect={false} focusLoop={false}>
        <div className={styles['search']}>
          <Search aria-hidden size={16} />
          <Combobox
            autoSelect="always"
            className={styles['input']}
            placeholder={label}
            aria-label={label}
            onKeyDownCapture={chooseTyped}
          />
        </div>
        <ComboboxList
          alwaysVisible
          aria-label={label}
          aria-multiselectable={multiple}
          className={styles['list']}
          onPointerMove={point}
        >
          {found.map(option => (
            <Item key={option.id} option={option} chosen={selected.includes(option.id)} onToggle={toggle} />
          ))}
          {create && typed.trim() !== '' && !exact && (
            <ComboboxItem
              className={styles['item']}
              hideOnClick={false}
              setValueOnClick={false}
              onClick={() => create.run(typed.trim())}
            >
              <Plus aria-hidden size={16} />
              <span className={styles['text']}>{create.text(typed.trim())}</span>
            </ComboboxItem>
          )}
        </ComboboxList>
        {found.length === 0 && !create && <p className={styles['nothing']}>{t('nothingFound')}</p>}
      </ComboboxProvider>
    </PopoverSurface>
  )
}

type ItemProps = {
  readonly option: PickerOption
  readonly chosen: boolean
  readonly onToggle: (id: string) => void
}

function Item({ option, chosen, onToggle }: ItemProps) {
  return (
    <ComboboxItem
      className={styles['item']}
      aria-selected={chosen}
      hideOnClick={false}
      setValueOnClick={false}
      onClick={() => onToggle(option.id)}
    >
      {option.mark}
      <span className={styles['text']}>{option.text}</span>
      {option.detail && <span className={styles['detail']}>{option.detail}</span>}
      <Check aria-hidden size={16} className={styles['tick']} data-on={chosen || undefined} />
    </ComboboxItem>
  )
}
