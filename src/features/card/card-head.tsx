import type { Item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { MoveDialog } from '../../parts/move-dialog.tsx'
import { OnlookersHere } from '../../parts/presence/onlookers-here.tsx'
import { useRequests } from '../../parts/requests.ts'
import { keySign } from '../../parts/shortcuts.ts'
import { goToPaper } from '../../parts/paper/paper-address.ts'
import { useShownKey } from '../../parts/shown-key.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import {
  ArrowRightLeft,
  Ban,
  ChevronDown,
  ChevronUp,
  Copy,
  Link,
  Mail,
  OctagonAlert,
  Printer,
  Split,
  Trash2,
  Undo2,
  Users,
} from '../../ui/icons.ts'
import type { MenuEntry } from '../../ui/menu.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './card.module.css'
import { reportHere } from './card-impediments.tsx'
import { MailDialog } from './mail-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { ToTeamDialog } from './to-team-dialog.tsx'
import { useCardActions } from './use-card-actions.ts'

/** Keys of the cards before and after in the list. */
export type Neighbours = { readonly previous: string | undefined; readonly next: string | undefined }

export type CardHeadProps = {
  readonly record: Item
  readonly neighbours: Neighbours
  /** The page says the key in its heading already. */
  readonly isPage: boolean
  readonly open: (key: string) => void
  readonly close: () => void
}

/** Key, link, previous and next, and what can be done with the card as a whole. */
export function CardHead({ record, neighbours, isPage, open, close }: CardHeadProps) {
  const t = useT('card')
  const key = useShownKey(record.id)
  const act = useCardActions(record, key, close)
  useRequests('card/', what => act.ask(what as NonNullable<typeof act.asked>))
  const { previous, next } = neighbours
  return (
    <>
      {!isPage && <span className={styles['key']}>{key}</span>}
      <IconButton icon={Link} label={t('copyLink')} onClick={() => void act.copyLink()} />
      <span className={styles['space']} />
      <OnlookersHere home={record.document} card={record.id} />
      <IconButton
        icon={ChevronUp}
        label={t('previous')}
        shortcut={keySign('card.previous')}
        aria-disabled={previous === undefined || undefined}
        onClick={() => previous !== undefined && open(previous)}
      />
      <IconButton
        icon={ChevronDown}
        label={t('next')}
        shortcut={keySign('card.next')}
        aria-disabled={next === undefined || undefined}
        onClick={() => next !== undefined && open(next)}
      />
      <CardMenu record={record} act={act} />
      {act.asked === 'move' && <MoveDialog items={[record.id]} onClose={act.done} />}
      {act.asked === 'split' && <SplitDialog record={record} onClose={act.done} />}
      {act.asked === 'toTeam' && <ToTeamDialog record={record} onClose={act.done} />}
      {act.asked === 'mail' && <MailDialog record={record} onClose={act.done} />}
    </>
  )
}

type CardMenuProps = { readonly record: Item; readonly act: ReturnType<typeof useCardActions> }

function CardMenu({ record, act }: CardMenuProps) {
  const t = useT('card')
  // What went to another team is worked on there.
  const work: readonly MenuEntry[] = [
    {
      id: 'move',
      text: t('move'),
      icon: ArrowRightLeft,
      shortcut: keySign('card.move'),
      onSelect: () => act.ask('move'),
    },
    { id: 'report', text: t('report'), icon: OctagonAlert, shortcut: keySign('card.report'), onSelect: reportHere },
    { id: 'duplicate', text: t('duplicate'), icon: Copy, onSelect: () => void act.duplicate() },
    { id: 'split', text: t('split.menu'), icon: Split, onSelect: () => act.ask('split') },
    { id: 'toTeam', text: t('toTeam.menu'), icon: Users, onSelect: () => act.ask('toTeam') },
    record.dropped
      ? { id: 'takeBack', text: t('takeBack'), icon: Undo2, onSelect: () => void act.takeBack() }
      : { id: 'drop', text: t('drop'), icon: Ban, onSelect: () => void act.drop() },
  ]
  const entries: readonly MenuEntry[] = [
    ...(record.movedTo ? [] : work),
    { id: 'mail', text: t('mail.menu'), icon: Mail, onSelect: () => act.ask('mail') },
    { id: 'print', text: t('print'), icon: Printer, shortcut: t('printKey'), onSelect: () => void goToPaper() },
    { kind: 'line', id: 'line' },
    { id: 'delete', text: t('delete'), icon: Trash2, danger: true, onSelect: act.remove },
  ]
  return <MenuButton label={t('menu')} entries={entries} placement="bottom-end" />
}
