import { memo } from 'react'
import { useT } from '../i18n/use-t.ts'
import { MessageSquare, Paperclip } from '../ui/icons.ts'
import { BlockedMark } from './blocked-mark.tsx'
import styles from './card-face.module.css'
import { CardTitle } from './card-title.tsx'
import { CheckMark } from './check-mark.tsx'
import { CountMark } from './count-mark.tsx'
import { DueMark } from './due-mark.tsx'
import { EstimateMark } from './estimate-mark.tsx'
import { isUrgent } from './is-urgent.ts'
import { KindIcon } from './kind-icon.tsx'
import { LabelDots } from './label-dots.tsx'
import { PersonAvatars } from './person-avatars.tsx'
import { PriorityMark } from './priority-mark.tsx'
import { useCard } from './use-card.ts'
import { WaitMark } from './wait-mark.tsx'

export type CardFaceProps = { readonly id: string }

/** The body of a card on the board. Only what has a value is drawn. Place it in a shell with padding. */
export const CardFace = memo(function CardFace({ id }: CardFaceProps) {
  const t = useT('work')
  const card = useCard(id)
  if (!card) return null
  const { title, labels, estimate, people } = card
  return (
    <div className={styles['face']} data-blocked={card.blockedSince === undefined ? undefined : true}>
      <p className={styles['title']}>
        <CardTitle id={id} title={title} />
      </p>
      {card.blockedSince !== undefined && <BlockedMark since={card.blockedSince} />}
      {labels.length > 0 && <LabelDots ids={labels} />}
      {(card.due !== null || isUrgent(card.priority)) && (
        <div className={styles['facts']}>
          <PriorityMark priority={card.priority} />
          {card.due !== null && <DueMark due={card.due} isOpen={card.isOpen} />}
        </div>
      )}
      <div className={styles['foot']}>
        <KindIcon kind={card.kind} />
        <span className={styles['key']}>{card.key}</span>
        {card.checksTotal > 0 && <CheckMark done={card.checksDone} total={card.checksTotal} />}
        {card.comments > 0 && (
          <CountMark icon={MessageSquare} count={card.comments} text={t('commentCount', { count: card.comments })} />
        )}
        {card.references > 0 && (
          <CountMark icon={Paperclip} count={card.references} text={t('referenceCount', { count: card.references })} />
        )}
        {card.waitsFor > 0 && <WaitMark count={card.waitsFor} />}
      </div>
      {(estimate !== null || people.length > 0) && (
        <span className={styles['end']}>
          {estimate !== null && <EstimateMark estimate={estimate} />}
          {people.length > 0 && <PersonAvatars ids={people} />}
        </span>
      )}
    </div>
  )
})
