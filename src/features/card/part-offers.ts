import { records } from '../../domain/kernel/view.ts'
import { check } from '../../domain/work/check.ts'
import { checklist } from '../../domain/work/checklist.ts'
import { tickCheck } from '../../domain/work/edit-check.ts'
import { canHaveParts } from '../../domain/work/family.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { siblingsOf } from '../../domain/work/rank-item.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail } from '../../parts/addresses.ts'
import { withQuery } from '../../parts/place-query.ts'
import { reach } from '../../parts/reach.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import {
  ChevronDown,
  ChevronUp,
  FileText,
  Link,
  ListChecks,
  ListTodo,
  MessageSquare,
  Paperclip,
  Pencil,
  Split,
  SquareCheck,
  type IconType,
} from '../../ui/icons.ts'

/** The parts of a card by what is found there first: a field, or the button that becomes one. */
const parts = [
  ['title', Pencil, '[data-section=title] button'],
  ['description', FileText, '[data-section=description] button'],
  ['criteria', ListChecks, '[data-section=criteria] input[type=text]'],
  ['checklists', ListTodo, '[data-section=checklists] input'],
  ['links', Link, '[data-section=references] input[type=text]'],
  ['files', Paperclip, '[data-section=references] button:has(+ button + input)'],
  ['blockers', ListTodo, '[data-section=blockers] button[aria-haspopup=listbox]'],
  ['parts', Split, '[data-section=parts] input[type=text]'],
  ['comment', MessageSquare, '[data-section=comments] textarea'],
] as const satisfies readonly (readonly [string, IconType, string])[]

/** What stands on the card: each part is gone to, each line ticked; and the cards before and after. */
export const usePartOffers: UseOffers = ({ card, team, isCardOpen }) => {
  const t = useT('commands')
  const { records: held } = useWorkspace()
  const run = useCommand()
  const { base, navigate, openOverlay } = useAddress()
  const id = card?.id ?? ''
  const lists = useReading(view => records(view, checklist, 'item', id), [id])
  const open = useReading(view => records(view, check, 'item', id).filter(({ done }) => done === null), [id])
  if (!card || !team || card.movedTo) return []
  const offer = (name: string, text: string, icon: IconType, act: Offer['run'], isMany = false): Offer => ({
    id: `card.${name}`,
    text,
    icon,
    group: 'card',
    isMany,
    run: act,
  })
  const goTo = (selector: string) => () => {
    if (!isCardOpen) openOverlay(cardTail(shownKeyOf(held, id)))
    reach(selector)
  }
  const siblings = isCardOpen ? siblingsOf(held, team, card) : []
  const beside = (name: 'next' | 'previous', icon: IconType, at: number): readonly Offer[] => {
    const other = siblings[at]
    if (other === undefined) return []
    const leaf = () => navigate(withQuery(`${base}${cardTail(shownKeyOf(held, other))}`), { replace: true })
    return [offer(name, t(`card.${name}`), icon, leaf)]
  }
  const place = siblings.indexOf(id)
  return [
    ...parts
      .filter(([name]) => name !== 'parts' || canHaveParts(card.kind))
      .map(([name, icon, selector]) => offer(name, t(`card.${name}`), icon, goTo(selector))),
    ...(place < 0 ? [] : [...beside('next', ChevronDown, place + 1), ...beside('previous', ChevronUp, place - 1)]),
    ...lists.map(({ id: list, title }) =>
      offer(
        `list.${list}`,
        t('checklist', { name: title }),
        ListTodo,
        goTo(`[data-section="${CSS.escape(list)}"] input[type=text]`),
        true,
      ),
    ),
    ...open.map(({ id: line, title }) =>
      offer(
        `tick.${line}`,
        t('tick', { title }),
        SquareCheck,
        () => run(tickCheck, { check: line, isDone: true }),
        true,
      ),
    ),
  ]
}
