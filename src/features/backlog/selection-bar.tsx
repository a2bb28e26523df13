import { useState } from 'react'
import { addToSprint } from '../../domain/scrum/sprint-scope.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { deleteItems } from '../../domain/work/bin.ts'
import { backlog, item } from '../../domain/work/item.ts'
import { moveItems } from '../../domain/work/move-item.ts'
import { useT } from '../../i18n/use-t.ts'
import { LabelPicker } from '../../parts/label-picker.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Button } from '../../ui/button.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { ArrowRightLeft, ArrowUpToLine, Repeat, Tag, Trash2, X } from '../../ui/icons.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import { changeBacklogState, clearSelection } from './backlog-state.ts'
import styles from './backlog.module.css'

type SelectionBarProps = {
  /** In the order in which they stand. */
  readonly items: readonly string[]
  readonly sprints: readonly Sprint[]
  readonly place: string
}

/** What can be done with the selected cards together, and how many they are. */
export function SelectionBar({ items, sprints, place }: SelectionBarProps) {
  const t = useT('backlog')
  const words = useT('work')
  const run = useCommand()
  const count = items.length
  const selected = t('selected', { count })
  useAnnounced(selected)
  const leave = () => {
    clearSelection()
    focusPlace()
  }
  const intoSprint = async ({ id, name }: Sprint) => {
    const done = words('move.movedMany', { count, place: name })
    if ((await run(addToSprint, { items, sprint: id }, { done })).ok) leave()
  }
  const toTop = async () => {
    const result = await run(
      moveItems,
      { items, place: backlog, spot: 'top' },
      { done: t('movedToTop', { count, place }) },
    )
    if (result.ok) leave()
  }
  const remove = async () => {
    const result = await run(deleteItems, { items }, { done: t('deletedMany', { count }) })
    if (result.ok) leave()
  }
  return (
    <div className={styles['selection']} role="group" aria-label={t('selectedCards')}>
      <span className={styles['selectedCount']}>{selected}</span>
      {sprints.length > 0 && (
        <MenuButton
          text={t('intoSprint')}
          label={t('intoSprint')}
          icon={Repeat}
          size="small"
          placement="top-start"
          entries={() =>
            sprints.map(sprint => ({ id: sprint.id, text: sprint.name, onSelect: () => void intoSprint(sprint) }))
          }
        />
      )}
      <Button size="small" icon={ArrowRightLeft} onClick={() => changeBacklogState({ moving: items })}>
        {words('move.title')}
      </Button>
      <Button size="small" icon={ArrowUpToLine} onClick={() => void toTop()}>
        {words('move.top')}
      </Button>
      <LabelButton items={items} />
      <Button size="small" icon={Trash2} onClick={() => void remove()}>
        {t('delete')}
      </Button>
      <span className={styles['selectionEnd']}>
        <IconButton icon={X} size="small" label={t('clearSelection')} shortcut={t('keys.clear')} onClick={leave} />
      </span>
    </div>
  )
}

function LabelButton({ items }: { readonly items: readonly string[] }) {
  const words = useT('work')
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  const common = useReading(
    view => {
      const [first, ...rest] = items.map(id => view.get(item, id)?.labels ?? [])
      return (first ?? []).filter(label => rest.every(labels => labels.includes(label)))
    },
    [items],
  )
  return (
    <>
      <Button ref={setAnchor} size="small" icon={Tag} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words('labels')}
      </Button>
      {open && anchor && <LabelPicker anchor={anchor} items={items} selected={common} onClose={() => setOpen(false)} />}
    </>
  )
}
