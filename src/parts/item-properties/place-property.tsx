import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { LazyMenu } from '../../ui/lazy-menu.tsx'
import type { MenuEntry } from '../../ui/menu.ts'
import { MoveDialog } from '../move-dialog.tsx'
import { readMoveTargets } from '../move-targets.ts'
import { useMoving } from '../use-moving.ts'
import { useTeam } from '../use-team.ts'
import { useWorkspace } from '../workspace-context.ts'
import styles from './item-properties.module.css'
import { keySign } from '../shortcuts.ts'
import { Property } from './property.tsx'
import type { PropertyEditing } from './property-editing.ts'

/** Where the item stands: a column of the board, the backlog, its sprint. */
export function PlaceProperty({ record, values, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  const team = useTeam()
  const [moving, setMoving] = useState(false)
  const backlogName = team.method === 'kanban' ? t('options') : t('backlog')
  const value = values.column ?? (values.at === 'backlog' ? backlogName : t(`places.${otherPlace(values.at)}`))
  return (
    <>
      <Property
        label={t('place')}
        shortcut={keySign('card.move')}
        placeholder={backlogName}
        open={open}
        onToggle={onToggle}
        renderEditor={(anchor, close) => (
          <PlaceMenu {...{ anchor, record, backlogName }} onClose={close} onMore={() => setMoving(true)} />
        )}
      >
        <span>{value}</span>
        {values.limit === 'over' && <span className={styles['warning']}>{t('move.over')}</span>}
      </Property>
      {moving && <MoveDialog items={[record.id]} onClose={() => setMoving(false)} />}
    </>
  )
}

const otherPlace = (at: PropertyEditing['values']['at']): 'sprint' | 'epics' | 'moved' | 'dropped' | 'bin' =>
  at === 'column' || at === 'backlog' ? 'sprint' : at

type PlaceMenuProps = Pick<PropertyEditing, 'record'> & {
  readonly anchor: HTMLElement
  readonly backlogName: string
  readonly onClose: () => void
  readonly onMore: () => void
}

function PlaceMenu({ anchor, record, backlogName, onClose, onMore }: PlaceMenuProps) {
  const t = useT('work')
  const team = useTeam()
  const { records } = useWorkspace()
  const { columns, backlog, isEpic } = readMoveTargets(records, team, [record.id])
  const to = useMoving({ items: [record.id], title: record.title })
  const places: readonly MenuEntry[] = [
    ...columns.map(({ id, name, isHere }) => ({
      id,
      text: name,
      checked: isHere,
      onSelect: () => void to.toColumn(id, name, 'bottom'),
    })),
    {
      id: 'backlog',
      text: backlogName,
      checked: backlog.isHere,
      onSelect: () => void to.toBacklog(backlogName, 'bottom'),
    },
    { kind: 'line', id: 'line' },
  ]
  const more = { id: 'more', text: t('move.title'), shortcut: keySign('card.move'), onSelect: onMore }
  return <LazyMenu anchor={anchor} label={t('place')} entries={[...(isEpic ? [] : places), more]} onClose={onClose} />
}
