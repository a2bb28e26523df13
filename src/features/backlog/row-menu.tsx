import { deleteItems } from '../../domain/work/bin.ts'
import { item } from '../../domain/work/item.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail } from '../../parts/addresses.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useMoving } from '../../parts/use-moving.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { ArrowDownToLine, ArrowRightLeft, ArrowUpToLine, Maximize2, Trash2 } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import type { MenuEntry } from '../../ui/menu.ts'
import { changeBacklogState } from './backlog-state.ts'

/** What can be done with one row without dragging it. */
export function RowMenu({ id }: { readonly id: string }) {
  const t = useT('backlog')
  const title = useRecord(item, id)?.title ?? ''
  const entries = useRowEntries(id, title)
  return <MenuButton size="small" label={t('rowMenu', { title })} placement="bottom-end" entries={entries} />
}

const useRowEntries = (id: string, title: string) => {
  const t = useT('backlog')
  const words = useT('work')
  const run = useCommand()
  const { records } = useWorkspace()
  const { openOverlay } = useAddress()
  const moving = useMoving({ items: [id], title })
  return (): readonly MenuEntry[] => [
    {
      id: 'open',
      text: t('open'),
      icon: Maximize2,
      shortcut: t('keys.open'),
      onSelect: () => openOverlay(cardTail(shownKeyOf(records, id))),
    },
    {
      id: 'move',
      text: words('move.title'),
      icon: ArrowRightLeft,
      shortcut: t('keys.move'),
      onSelect: () => changeBacklogState({ moving: [id] }),
    },
    { id: 'top', text: words('move.top'), icon: ArrowUpToLine, onSelect: () => void moving.toEnd('top') },
    { id: 'bottom', text: words('move.bottom'), icon: ArrowDownToLine, onSelect: () => void moving.toEnd('bottom') },
    { kind: 'line', id: 'line' },
    {
      id: 'delete',
      text: t('delete'),
      icon: Trash2,
      danger: true,
      shortcut: t('keys.delete'),
      onSelect: () => void run(deleteItems, { items: [id] }, { done: t('deleted', { count: 1, title }) }),
    },
  ]
}
