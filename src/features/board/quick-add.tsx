import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { createItem } from '../../domain/work/create-item.ts'
import { createItems } from '../../domain/work/create-items.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useTeam } from '../../parts/use-team.ts'
import { announce } from '../../ui/announcements.ts'
import { Plus } from '../../ui/icons.ts'
import styles from './board.module.css'

type QuickAddProps = { readonly column: string; readonly isOpen: boolean; readonly onToggle: (isOpen: boolean) => void }

/** A field at the end of a column: Enter makes a card and asks for the next, several pasted lines make several cards. */
export function QuickAdd({ column, isOpen, onToggle }: QuickAddProps) {
  const t = useT('board')
  if (isOpen) return <QuickField column={column} onClose={() => onToggle(false)} />
  return (
    <button type="button" className={styles['add']} data-quick-add={column} onClick={() => onToggle(true)}>
      <Plus aria-hidden size={16} strokeWidth={1.75} />
      {t('card')}
    </button>
  )
}

function QuickField({ column, onClose }: { readonly column: string; readonly onClose: () => void }) {
  const t = useT('board')
  const team = useTeam()
  const run = useCommand()
  const [title, setTitle] = useState('')
  const add = async (): Promise<boolean> => {
    const text = title.trim()
    if (text === '') {
      onClose()
      return true
    }
    setTitle('')
    const result = await run(createItem, { team: team.id, place: column, title: text })
    if (result.ok) announce(t('created', { title: text }))
    else setTitle(current => (current === '' ? text : current))
    return result.ok
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!text.trim().includes('\n')) return
    event.preventDefault()
    void run(createItems, { team: team.id, place: column, text }, { done: t('pasted') })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') void add()
    else leave()
  }
  // Esc loses nothing: what was typed becomes the card, and what is refused stays.
  const leave = () => {
    void add().then(isTaken => {
      if (!isTaken) return
      onClose()
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-quick-add="${CSS.escape(column)}"]`)?.focus(),
      )
    })
  }
  return (
    <input
      className={styles['field']}
      aria-label={t('newCardTitle')}
      placeholder={t('newCardPlaceholder')}
      value={title}
      ref={focusOnce}
      onChange={event => setTitle(event.currentTarget.value)}
      onKeyDown={onKey}
      onPaste={paste}
      onBlur={() => void add()}
    />
  )
}

const focusOnce = (field: HTMLInputElement | null): void => field?.focus({ preventScroll: false })
