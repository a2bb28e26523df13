import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { ItemPicker } from '../../parts/item-picker.tsx'
import { useCard } from '../../parts/use-card.ts'
import { Search } from '../../ui/icons.ts'
import styles from './card.module.css'

type CardChoiceProps = { readonly chosen: string | undefined; readonly onChoose: (id: string | undefined) => void }

const any = () => true

/** One card of the team, found by title or key. */
export function CardChoice({ chosen, onChoose }: CardChoiceProps) {
  const t = useT('card')
  const card = useCard(chosen ?? '')
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <button
        ref={setAnchor}
        type="button"
        data-wraps
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        className={styles['add']}
        onClick={() => setOpen(!isOpen)}
      >
        <Search aria-hidden size={16} strokeWidth={1.75} />
        {card ? `${card.key} ${card.title}` : t('addBlocker')}
      </button>
      {isOpen && anchor && (
        <ItemPicker
          anchor={anchor}
          label={t('addBlocker')}
          selected={chosen === undefined ? [] : [chosen]}
          fits={any}
          onChange={([id]) => onChoose(id)}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
