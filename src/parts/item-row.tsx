import { memo, type ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Layers } from '../ui/icons.ts'
import { nameTooltip } from '../ui/tooltip.ts'
import { BlockedMark } from './blocked-mark.tsx'
import { CardTitle } from './card-title.tsx'
import { DueMark } from './due-mark.tsx'
import { EstimateMark } from './estimate-mark.tsx'
import styles from './item-row.module.css'
import { KindIcon } from './kind-icon.tsx'
import { LabelDots } from './label-dots.tsx'
import { PersonAvatars } from './person-avatars.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { useCard } from './use-card.ts'

export type ItemRowProps = {
  readonly id: string
  /** Before the type: grip or checkbox. Keep it stable, rows are memoised. */
  readonly start?: ReactNode
  /** A word about this card in this list, before what its labels say. */
  readonly note?: string | undefined
  /** After the initials: a button or menu. */
  readonly end?: ReactNode
}

/** One item as a line of a list: 36 px on a desk, two lines in 56 px where it is narrow or touched. */
export const ItemRow = memo(function ItemRow({ id, start, note, end }: ItemRowProps) {
  const t = useT('work')
  const card = useCard(id)
  if (!card) return null
  const { kind, key, title, partOf, labels, estimate, people, due, isOpen, priority } = card
  return (
    <div className={styles['row']} data-blocked={card.blockedSince === undefined ? undefined : true}>
      {start}
      <KindIcon kind={kind} />
      <div className={styles['text']}>
        <span className={styles['key']}>{key}</span>
        <span className={styles['title']}>
          <CardTitle id={id} title={title} />
        </span>
        <span className={styles['more']}>
          {note !== undefined && <span className={styles['note']}>{note}</span>}
          {card.blockedSince !== undefined && <BlockedMark since={card.blockedSince} />}
          <PriorityMark priority={priority} />
          {due !== null && <DueMark due={due} isOpen={isOpen} />}
          {partOf !== undefined && (
            <span className={styles['part']} {...nameTooltip(partOf)}>
              <Layers aria-hidden size={14} strokeWidth={1.75} />
              <span className="visually-hidden">{t('partOf')} </span>
              <span className={styles['partTitle']}>{partOf}</span>
            </span>
          )}
          {labels.length > 0 && <LabelDots ids={labels} oneLine />}
        </span>
      </div>
      <span className={styles['estimate']}>{estimate !== null && <EstimateMark estimate={estimate} />}</span>
      <span className={styles['people']}>{people.length > 0 && <PersonAvatars ids={people} most={2} />}</span>
      {end}
    </div>
  )
})
