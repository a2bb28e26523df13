import { useState } from 'react'
import { deleteItems } from '../domain/work/bin.ts'
import { rankItems } from '../domain/work/rank-item.ts'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { focusPlace } from '../ui/focus.ts'
import { ArrowRightLeft, ArrowUpToLine, Trash2, X, type IconType } from '../ui/icons.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { toasts } from '../ui/toasts.ts'
import { useAnnounced } from '../ui/use-announced.ts'
import { useOfferSelection, type SelectionAct, type SelectionChoice } from './offered-selection.ts'
import {
  DueChoice,
  EstimateChoice,
  LabelChoice,
  PeopleChoice,
  PriorityChoice,
  SprintChoice,
  usePriorities,
  useSprintWays,
} from './selection-choices.tsx'
import styles from './selection-bar.module.css'
import { clearSelection } from './selection.ts'
import { useCommand } from './use-command.ts'

export type SelectionBarProps = {
  /** In the order in which they stand. */
  readonly items: readonly string[]
  /** Opens "Verschieben nach …" for them, as its key does. */
  readonly onMove: () => void
  /** Where a place knows better than the list of sprints what a card goes into. */
  readonly ways?: readonly (SelectionAct & { readonly icon: IconType })[]
}

/** What can be done with the selected cards together, and how many they are. Each of it is one command, taken back by one undo. */
export default function SelectionBar({ items, onMove, ways }: SelectionBarProps) {
  const t = useT('selection')
  const words = useT('work')
  const run = useCommand()
  const [open, setOpen] = useState<SelectionChoice>()
  const [priorities, sprints] = [usePriorities(items), useSprintWays(items)]
  const count = items.length
  const selected = t('selected', { count })
  useAnnounced(selected)
  const leave = () => {
    clearSelection()
    focusPlace()
  }
  const toTop = async () => {
    const result = await run(rankItems, { items, spot: 'top' }, { done: t('toTop', { count }) })
    if (result.ok && result.value.changes.length === 0) toasts.show({ text: t('onTop', { count }) })
  }
  const remove = async () => {
    const result = await run(deleteItems, { items }, { done: t('deleted', { count }) })
    if (result.ok) leave()
  }
  const named = ways ?? sprints.map(way => ({ ...way, text: t('into', { name: way.text }) }))
  useOfferSelection({ move: onMove, choose: setOpen, toTop, remove, clear: leave, ways: named, priorities })
  const choice = (name: SelectionChoice) => ({
    items,
    isOpen: open === name,
    onOpen: (isOpen: boolean) => setOpen(isOpen ? name : undefined),
  })
  return (
    <div className={styles['selection']} role="group" aria-label={t('title')}>
      <span className={styles['count']}>{selected}</span>
      <Button size="small" icon={ArrowRightLeft} onClick={onMove}>
        {words('move.title')}
      </Button>
      {ways ? (
        ways.map(({ id, text, icon, run: go }) => (
          <Button key={id} size="small" icon={icon} onClick={() => void go()}>
            {text}
          </Button>
        ))
      ) : (
        <SprintChoice sprints={sprints} />
      )}
      <PeopleChoice {...choice('people')} />
      <EstimateChoice {...choice('estimate')} />
      <DueChoice {...choice('due')} />
      <PriorityChoice of={priorities} />
      <LabelChoice {...choice('labels')} />
      {/* Signs that everybody knows: with words as well the bar would take two lines. */}
      <IconButton icon={ArrowUpToLine} size="small" label={words('move.top')} onClick={() => void toTop()} />
      <IconButton icon={Trash2} size="small" label={t('delete')} onClick={() => void remove()} />
      <span className={styles['end']}>
        <IconButton icon={X} size="small" label={t('clear')} shortcut={t('clearKey')} onClick={leave} />
      </span>
    </div>
  )
}
