import { useT } from '../i18n/use-t.ts'
import {
  ArrowRightLeft,
  ArrowUpToLine,
  CalendarDays,
  Flag,
  Gauge,
  Repeat,
  SquareCheck,
  Tag,
  Trash2,
  Users,
  X,
  type IconType,
} from '../ui/icons.ts'
import { useOfferedSelection } from './offered-selection.ts'
import { pick, useSelection } from './selection.ts'
import type { Offer } from './slice.ts'
import { useAddress } from './use-address.ts'

const isListOfCards = (base: string): boolean => /^\/t\/[^/]+\/board$/.test(base)

/** Selecting cards, and all that can be done with those that are selected. */
export const useSelectionOffers = (): readonly Offer[] => {
  const t = useT('commands')
  const bar = useOfferedSelection()
  const isPicking = useSelection(state => state.isPicking)
  const { base } = useAddress()
  const offer = (name: string, text: string, icon: IconType, run: () => unknown, keys = ''): Offer => ({
    id: `selection.${name}`,
    text,
    icon,
    group: bar ? 'selection' : 'place',
    keys,
    run,
  })
  if (!bar)
    return isListOfCards(base)
      ? [offer('pick', isPicking ? t('pickOff') : t('pick'), SquareCheck, () => pick(!isPicking))]
      : []
  return [
    offer('move', t('selection.move'), ArrowRightLeft, bar.move),
    ...bar.ways.map(({ id, text, run }) => offer(`way.${id}`, t('selection.way', { name: text }), Repeat, run)),
    offer('people', t('selection.people'), Users, () => bar.choose('people')),
    offer('estimate', t('selection.estimate'), Gauge, () => bar.choose('estimate')),
    offer('due', t('selection.due'), CalendarDays, () => bar.choose('due')),
    offer('labels', t('selection.labels'), Tag, () => bar.choose('labels')),
    ...bar.priorities.map(({ id, text, run }) =>
      offer(`priority.${id}`, t('selection.priority', { name: text }), Flag, run),
    ),
    offer('top', t('selection.top'), ArrowUpToLine, bar.toTop),
    offer('delete', t('selection.delete'), Trash2, bar.remove),
    offer('clear', t('selection.clear'), X, bar.clear, 'escape'),
  ]
}
