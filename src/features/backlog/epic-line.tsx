import { deleteItems } from '../../domain/work/bin.ts'
import { item } from '../../domain/work/item.ts'
import { partsProgress } from '../../domain/work/progress.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail } from '../../parts/addresses.ts'
import { useShownKey } from '../../parts/shown-key.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { useMoving } from '../../parts/use-moving.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { ArrowDown, ArrowUp, Maximize2, Trash2 } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import type { MenuEntry } from '../../ui/menu.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './epics.module.css'

type EpicLineProps = { readonly id: string; readonly isFirst: boolean; readonly isLast: boolean }

/** An epic with its progress; a click narrows the backlog to it, a second one widens it again. */
export function EpicLine({ id, isFirst, isLast }: EpicLineProps) {
  const t = useT('backlog')
  const words = useT('work')
  const run = useCommand()
  const { openOverlay } = useAddress()
  const record = useRecord(item, id)
  const key = useShownKey(id)
  const { filter, change } = useItemFilter('backlog')
  const isChosen = filter.epic === id
  const { done, total } = useQuietReading(item, view => partsProgress(view, id).items, [id])
  const title = record?.title ?? ''
  const moving = useMoving({ items: [id], title })
  if (!record) return null
  const entries = (): readonly MenuEntry[] => [
    { id: 'open', text: t('open'), icon: Maximize2, onSelect: () => openOverlay(cardTail(key)) },
    {
      id: 'up',
      text: words('move.up'),
      icon: ArrowUp,
      refusal: isFirst ? t('isFirst') : undefined,
      onSelect: () => void moving.by('up'),
    },
    {
      id: 'down',
      text: words('move.down'),
      icon: ArrowDown,
      refusal: isLast ? t('isLast') : undefined,
      onSelect: () => void moving.by('down'),
    },
    { kind: 'line', id: 'line' },
    {
      id: 'delete',
      text: t('delete'),
      icon: Trash2,
      danger: true,
      onSelect: () => {
        if (isChosen) change({ epic: undefined })
        void run(deleteItems, { items: [id] }, { done: t('deleted', { count: 1, title }) })
      },
    },
  ]
  return (
    <li className={styles['epic']} data-chosen={isChosen || undefined}>
      <button
        type="button"
        data-wraps
        className={styles['epicTitle']}
        aria-pressed={isChosen}
        onClick={() => change({ epic: isChosen ? undefined : id })}
      >
        {title}
      </button>
      <MenuButton size="small" label={t('epicMenu', { title })} placement="bottom-end" entries={entries} />
      <div className={styles['epicBar']}>
        <ProgressBar
          label={title}
          hideLabel
          value={done}
          max={total}
          text={t('epicProgress', { done, total })}
          tone="ok"
        />
        <span aria-hidden className={styles['quiet']}>
          {t('epicProgress', { done, total })}
        </span>
      </div>
    </li>
  )
}
