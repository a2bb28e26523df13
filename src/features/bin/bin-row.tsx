import { dayOf } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { kindIcons } from '../../parts/kind-icon.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import {
  ArchiveRestore,
  Columns3,
  Link,
  MessageSquare,
  OctagonAlert,
  Paperclip,
  Repeat,
  User,
  Users,
  type IconType,
} from '../../ui/icons.ts'
import styles from './bin.module.css'
import type { Binned } from './read-bin.ts'

const icons: Readonly<Record<Exclude<Binned['type'], 'item' | 'dropped'>, IconType>> = {
  column: Columns3,
  sprint: Repeat,
  impediment: OctagonAlert,
  person: User,
  team: Users,
  comment: MessageSquare,
  attachment: Paperclip,
  link: Link,
}

type BinRowProps = {
  readonly thing: Binned
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly onRestore: () => void
}

/** One deleted thing: what it was, who deleted it and when, how long it can still come back. */
export function BinRow({ thing, isChosen, onChoose, onRestore }: BinRowProps) {
  const t = useT('bin')
  const work = useT('work')
  const format = useFormat()
  const { id, type, kind, key, title, at, by, daysLeft } = thing
  const isCard = type === 'item' || type === 'dropped'
  const Icon = isCard ? kindIcons[kind ?? 'task'] : icons[type]
  const word = isCard ? work(`kinds.${kind ?? 'task'}`) : t(`types.${type}`)
  const values = { name: by ?? t('somebody'), when: format.relativeDay(dayOf(at)) }
  return (
    <li className={styles['row']}>
      <Checkbox
        className={styles['box']}
        label={t('choose', { title })}
        hideLabel
        checked={isChosen}
        onChange={onChoose}
      />
      <Icon aria-hidden size={16} strokeWidth={1.75} className={styles['icon']} />
      <div className={styles['text']}>
        <p className={styles['title']}>{title}</p>
        <p className={styles['note']}>
          {[word, key].filter(Boolean).join(' · ')}
          {' · '}
          {t(type === 'dropped' ? 'droppedBy' : 'deletedBy', values)}
          {daysLeft !== undefined && ` · ${t('left', { days: daysLeft })}`}
        </p>
      </div>
      <IconButton icon={ArchiveRestore} label={t('restore', { title })} data-restore={id} onClick={onRestore} />
    </li>
  )
}
