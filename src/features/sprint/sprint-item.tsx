import { useState } from 'react'
import { removeFromSprint } from '../../domain/scrum/sprint-scope.ts'
import { item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail } from '../../parts/addresses.ts'
import { ItemRow } from '../../parts/item-row.tsx'
import { MoveDialog } from '../../parts/move-dialog.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useRecord } from '../../parts/use-record.ts'
import { focusPlace } from '../../ui/focus.ts'
import { ArrowRightLeft, Inbox } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './sprint.module.css'

type SprintItemProps = {
  readonly id: string
  /** It came after the start. */
  readonly isLate: boolean
  /** The sprint is over: it stays as it was. */
  readonly isFixed: boolean
}

/** One card of the sprint; the row opens it, the menu moves it. */
export function SprintItem({ id, isLate, isFixed }: SprintItemProps) {
  const t = useT('sprint')
  const run = useCommand()
  const { base } = useAddress()
  const record = useRecord(item, id)
  const [isMoving, setMoving] = useState(false)
  if (!record) return null
  const { title, key } = record
  const remove = async () => {
    const result = await run(removeFromSprint, { items: [id] }, { done: t('removed', { title }) })
    if (result.ok) focusPlace()
  }
  return (
    <li className={styles['row']}>
      <a className={styles['link']} href={`#${base}${cardTail(key)}`}>
        <ItemRow id={id} note={isLate ? t('late') : undefined} />
      </a>
      {!isFixed && (
        <MenuButton
          size="small"
          label={t('cardMenu', { title })}
          placement="bottom-end"
          entries={[
            { id: 'move', text: t('moveTo'), icon: ArrowRightLeft, onSelect: () => setMoving(true) },
            { id: 'remove', text: t('remove'), icon: Inbox, onSelect: () => void remove() },
          ]}
        />
      )}
      {isMoving && <MoveDialog items={[id]} onClose={() => setMoving(false)} />}
    </li>
  )
}
