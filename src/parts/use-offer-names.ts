import { useT } from '../i18n/use-t.ts'
import type { Messages } from '../i18n/messages.ts'

const named = {
  palette: 'palette',
  undo: 'undo',
  redo: 'redo',
  find: 'find',
  'card.new': 'newCard',
  'card.next': 'nextCard',
  'card.previous': 'previousCard',
  'card.move': 'moveCard',
  'card.report': 'reportOnCard',
} as const

/** What a key does, in words, by the id it is kept under. */
export const useOfferNames = () => {
  const [t, places] = [useT('commands'), useT('places')]
  return (id: string): string => {
    if (Object.hasOwn(named, id)) return t(named[id as keyof typeof named])
    const [group, name] = id.split('.')
    if (group === 'go') return t('goTo', { place: places(name as keyof Messages['places']) })
    return t(`card.${name as keyof Messages['commands']['card']}`)
  }
}
