import { useEffect, useEffectEvent } from 'react'
import type { CardNews } from '../../domain/visits/card-news.ts'
import { useT } from '../../i18n/use-t.ts'
import { isSameAnswer } from '../../workspace/reading.ts'
import type { News } from '../../workspace/news.ts'
import { deviceSettings } from '../device-settings.ts'
import { useWorkspace } from '../workspace-context.ts'

/** What comes within this time is one notice, milliseconds. */
const burst = 5_000
const mostTitles = 3

const cardsOf = ({ teams }: News): ReadonlyMap<string, CardNews> =>
  new Map([...teams.values()].flatMap(({ cards }) => cards.map(card => [card.item, card])))

/** Cards of which there is something to tell that was not told before. */
const freshIn = (before: News, now: News): readonly CardNews[] => {
  const known = cardsOf(before)
  return [...cardsOf(now).values()].filter(card => !isSameAnswer(known.get(card.item)?.news, card.news))
}

/** A phone's browser shows notices through its service worker alone. */
const show = (title: string, body: string): void => {
  const options = { body, tag: 'lotse-news' }
  try {
    const notice = new Notification(title, options)
    notice.addEventListener('click', () => {
      window.focus()
      notice.close()
    })
  } catch {
    void navigator.serviceWorker?.ready.then(registration => registration.showNotification(title, options))
  }
}

/**
 * The system says that others have changed something, once for a burst, while the app is open and nobody looks at it; no more of it than the
 * person has chosen.
 */
export const useNewsNotices = (): void => {
  const t = useT('visits')
  const { session } = useWorkspace()
  const tell = useEffectEvent((cards: ReadonlyMap<string, CardNews>) => {
    const { notices } = deviceSettings()
    const isWanted = notices !== 'off' && 'Notification' in window && Notification.permission === 'granted'
    if (!isWanted || !document.hidden || cards.size === 0) return
    const titles = [...cards.values()].slice(0, mostTitles).map(({ title }) => title)
    const rest = cards.size - titles.length
    const list = rest > 0 ? [...titles, t('notice.more', { count: rest })] : titles
    show(t('notice.title', { count: cards.size }), notices === 'titles' ? list.join('\n') : '')
  })
  useEffect(() => {
    let fresh = new Map<string, CardNews>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = session.subscribe(({ news }, before) => {
      if (news === before.news || !document.hidden) return
      for (const card of freshIn(before.news, news)) fresh.set(card.item, card)
      if (fresh.size === 0) return
      timer ??= setTimeout(() => {
        timer = undefined
        tell(fresh)
        fresh = new Map()
      }, burst)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session])
}
