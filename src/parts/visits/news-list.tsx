import { memo, useState } from 'react'
import { person } from '../../domain/people/person.ts'
import type { CardNews, News } from '../../domain/visits/card-news.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { cardTail } from '../addresses.ts'
import { useRecord } from '../use-record.ts'
import styles from './news-list.module.css'
import { useNewsSentence } from './use-news-sentence.ts'

type NewsListProps = {
  readonly cards: readonly CardNews[]
  readonly isKanban: boolean
  /** Over which address a card opens. */
  readonly over: string
  readonly onOpen?: (() => void) | undefined
}

const step = 50

/** What others have changed, card by card, in words. A card opens where one stands. */
export const NewsList = memo(function NewsList({ cards, isKanban, over, onOpen }: NewsListProps) {
  const t = useT('visits')
  const [most, setMost] = useState(step)
  const rest = cards.length - most
  return (
    <>
      <ul className={styles['cards']}>
        {cards.slice(0, most).map(card => (
          <li key={card.item} className={styles['card']} data-news={card.item}>
            <CardTitle card={card} over={over} onOpen={onOpen} />
            <ul className={styles['lines']}>
              {card.news.map((news, index) => (
                // What a card has to tell has no name of its own, and its order stays.
                // oxlint-disable-next-line react/no-array-index-key
                <NewsLine key={index} news={news} isKanban={isKanban} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setMost(most + step)}>{t('more', { count: Math.min(step, rest) })}</Button>}
    </>
  )
})

type CardTitleProps = Pick<NewsListProps, 'over' | 'onOpen'> & { readonly card: CardNews }

/** What lies in the bin cannot be opened. */
function CardTitle({ card: { key, title, news }, over, onOpen }: CardTitleProps) {
  const isGone = news[0]?.kind === 'deleted'
  return (
    <p className={styles['head']}>
      {isGone ? (
        <span className={styles['title']}>{title}</span>
      ) : (
        <a className={styles['title']} href={`#${over}${cardTail(key)}`} onClick={onOpen}>
          {title}
        </a>
      )}
      <span className={styles['key']}>{key}</span>
    </p>
  )
}

function NewsLine({ news, isKanban }: { readonly news: News; readonly isKanban: boolean }) {
  const t = useT('visits')
  const sentence = useNewsSentence(isKanban)(news)
  const name = useRecord(person, news.by)?.name ?? t('somebody')
  return (
    <li>
      {sentence} <span className={styles['by']}>{name}</span>
    </li>
  )
}
