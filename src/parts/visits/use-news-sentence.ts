import type { News } from '../../domain/visits/card-news.ts'
import type { PlaceName } from '../../domain/visits/told.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'

type Change<Value> = Readonly<{ from: Value | null; to: Value | null }>

/** From nothing to something, from something to something else, from something to nothing. */
const turnOf = ({ from, to }: Change<unknown>): 'came' | 'changed' | 'went' =>
  from === null ? 'came' : to === null ? 'went' : 'changed'

const estimates = { came: 'estimated', changed: 'reestimated', went: 'unestimated' } as const
const dates = { came: 'scheduled', changed: 'rescheduled', went: 'unscheduled' } as const

/** Says what happened to a card. In: whether the team works without sprints, which gives the backlog its name. */
export const useNewsSentence = (isKanban: boolean): ((news: News) => string) => {
  const t = useT('visits')
  const words = useT('work')
  const format = useFormat()
  const place = (name: PlaceName): string => {
    if (name === null) return isKanban ? words('options') : words('backlog')
    return name === '' ? t('elsewhere') : t('quoted', { name })
  }
  const both = <Value>({ from, to }: Change<Value>, say: (value: Value) => string) => ({
    from: from === null ? '' : say(from),
    to: to === null ? '' : say(to),
  })
  return news => {
    switch (news.kind) {
      case 'new':
        return t('news.new', { to: place(news.to) })
      case 'moved':
        return news.from === ''
          ? t('news.movedTo', { to: place(news.to) })
          : t('news.moved', { from: place(news.from), to: place(news.to) })
      case 'estimated':
        return t(
          `news.${estimates[turnOf(news)]}`,
          both(news, points => format.number(points, 2)),
        )
      case 'scheduled':
        return t(`news.${dates[turnOf(news)]}`, both(news, format.day))
      case 'prioritised':
        return t(
          'news.prioritised',
          both(news, value => words(`priorities.${value}`)),
        )
      case 'kindChanged':
        return t(
          'news.kindChanged',
          both(news, value => words(`kinds.${value}`)),
        )
    }
    if ('areMany' in news) return t(`news.${news.kind}`, { areMany: String(news.areMany) })
    if ('name' in news) return t(`news.${news.kind}`, { name: news.name || t('unknown') })
    return t(`news.${news.kind}`)
  }
}
