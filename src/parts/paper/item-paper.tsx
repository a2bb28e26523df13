import type { ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { CutCards } from './cut-cards.tsx'
import { ItemChoices } from './item-choices.tsx'
import { ItemTable, type ItemGroup } from './item-table.tsx'
import { usePaperChoices } from './paper-choices.ts'
import { PaperFrame } from './paper-frame.tsx'
import type { PaperItem } from './read-paper-items.ts'
import { useGrowing } from './use-growing.ts'

type ItemPaperProps = {
  readonly title: string
  /** The place that is printed. */
  readonly place: string
  readonly lines?: readonly (string | undefined)[]
  readonly groups: readonly ItemGroup[]
  /** Above the table. */
  readonly children?: ReactNode
  /** What can be chosen besides the form and the properties. */
  readonly choices?: ReactNode
  readonly remark?: ((card: PaperItem) => string | undefined) | undefined
}

/** Cards on paper: a table with what belongs above it, or cards to cut out. */
export function ItemPaper({ title, place, lines = [], groups, children, choices, remark }: ItemPaperProps) {
  const t = useT('paper')
  const { isCut, isWide } = usePaperChoices()
  const cards = groups.flatMap(group => group.cards)
  const count = useGrowing(cards.length)
  const shape = isCut ? 'cut' : isWide ? 'wide' : 'upright'
  const body = isCut ? (
    <CutCards {...{ title, lines, cards, count }} />
  ) : (
    <>
      {children}
      <ItemTable caption={title} {...{ groups, count, remark }} />
    </>
  )
  return (
    <PaperFrame
      {...{ title, place, lines, shape }}
      choices={<ItemChoices>{choices}</ItemChoices>}
      isWhole={count === cards.length}
    >
      {cards.length === 0 && <p>{t('nothing')}</p>}
      {(cards.length > 0 || !isCut) && body}
    </PaperFrame>
  )
}
