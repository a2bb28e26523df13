import { deleteItems, dropItems, takeBackItems } from '../../domain/work/bin.ts'
import { duplicateItem } from '../../domain/work/duplicate-item.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardAddress, cardTail, reportTail } from '../../parts/addresses.ts'
import { request } from '../../parts/requests.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import {
  ArrowRightLeft,
  Ban,
  Copy,
  Link,
  Mail,
  Maximize2,
  OctagonAlert,
  Pencil,
  Plus,
  Split,
  Trash2,
  Undo2,
  Users,
} from '../../ui/icons.ts'
import { copyText } from '../../parts/copy-text.ts'
import { usePartOffers } from './part-offers.ts'

const properties = ['people', 'estimate', 'due', 'priority', 'labels', 'sprint', 'parent', 'kind'] as const

/** Making a card, and all that can be done with the one that is open or has the focus. */
const useCardOffers: UseOffers = at => [...useWholeCardOffers(at), ...usePartOffers(at)]
export default useCardOffers

const useWholeCardOffers: UseOffers = ({ team, card, isCardOpen }) => {
  const [t, words] = [useT('commands'), useT('card')]
  const run = useCommand()
  const { records } = useWorkspace()
  const { openOverlay, closeOverlay } = useAddress()
  if (!team) return []
  const making: Offer = {
    id: 'card.new',
    text: t('newCard'),
    icon: Plus,
    group: 'make',
    run: () => openOverlay('/new/card'),
  }
  if (!card) return [making]
  const { id, title } = card
  const key = shownKeyOf(records, id)
  const items = [id]
  const link = () => `${location.href.replace(/#.*$/, '')}#${cardAddress(team.id, key)}`
  /** What asks something stands on the open card. */
  const ask = (what: string) => () => {
    request(what)
    if (!isCardOpen) openOverlay(cardTail(key))
  }
  const offer = (name: string, text: string, icon: Offer['icon'], act: Offer['run']): Offer => ({
    id: `card.${name}`,
    text,
    icon,
    group: 'card',
    run: act,
  })
  const remove = () => {
    if (isCardOpen) closeOverlay()
    setTimeout(() => void run(deleteItems, { items }, { done: words('deleted', { title }) }))
  }
  const isEpic = card.kind === 'epic'
  const fitting = properties.filter(
    name => !(isEpic && (name === 'sprint' || name === 'parent')) && (name !== 'sprint' || team.method === 'scrum'),
  )
  const work = [
    offer('move', words('move'), ArrowRightLeft, ask('card/move')),
    ...fitting.map(name => offer(name, t(`card.${name}`), Pencil, ask(`property/${name}`))),
    offer('report', words('report'), OctagonAlert, () => openOverlay(reportTail(key))),
    offer('duplicate', words('duplicate'), Copy, () =>
      run(duplicateItem, { item: id }, { done: words('duplicated', { title }) }),
    ),
    offer('split', words('split.menu'), Split, ask('card/split')),
    offer('toTeam', words('toTeam.menu'), Users, ask('card/toTeam')),
    card.dropped
      ? offer('takeBack', words('takeBack'), Undo2, () => run(takeBackItems, { items }))
      : offer('drop', words('drop'), Ban, () => run(dropItems, { items }, { done: words('dropped', { title }) })),
  ]
  return [
    ...(isCardOpen
      ? []
      : [{ ...offer('open', t('openCard'), Maximize2, () => openOverlay(cardTail(key))), keys: 'enter' }]),
    ...(card.movedTo ? [] : work),
    offer('copyLink', words('copyLink'), Link, () => copyText(link(), words('linkCopied'))),
    offer('mail', words('mail.menu'), Mail, ask('card/mail')),
    { ...offer('delete', words('delete'), Trash2, remove), keys: isCardOpen ? '' : 'delete' },
    making,
  ]
}
