import { useState } from 'react'
import { deleteItems, dropItems, takeBackItems } from '../../domain/work/bin.ts'
import { duplicateItem } from '../../domain/work/duplicate-item.ts'
import type { Item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardAddress } from '../../parts/addresses.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useTeam } from '../../parts/use-team.ts'
import { copyText } from '../../parts/copy-text.ts'

/** What can be done with a card as a whole. In: its key as it is shown. */
export const useCardActions = ({ id, title }: Item, key: string, close: () => void) => {
  const t = useT('card')
  const run = useCommand()
  const team = useTeam()
  const [asked, ask] = useState<'move' | 'split' | 'toTeam' | 'mail'>()
  const items = [id]
  const link = () => `${location.href.replace(/#.*$/, '')}#${cardAddress(team.id, key)}`
  // The panel is gone and the card has focus again before it disappears; the list then knows whom to give the focus.
  const remove = () => {
    close()
    setTimeout(() => void run(deleteItems, { items }, { done: t('deleted', { title }) }))
  }
  return {
    copyLink: () => copyText(link(), t('linkCopied')),
    remove,
    duplicate: () => run(duplicateItem, { item: id }, { done: t('duplicated', { title }) }),
    drop: () => run(dropItems, { items }, { done: t('dropped', { title }) }),
    takeBack: () => run(takeBackItems, { items }),
    /** The dialog that is open. */
    asked,
    ask,
    done: () => ask(undefined),
  }
}
