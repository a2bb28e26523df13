import type { ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { CutCards } from './cut-cards.tsx'
import { ItemChoices } from './item-choices.tsx'
import { ItemTable, type ItemGroup } from './item-table.tsx'
import { usePaperChoices } from './paper-choices.ts'
import styles from './item-paper.module.css'
import { PaperFrame } from './paper-frame.tsx'
import type { PaperItem } from './read-paper-items.ts'
import { useGrowing } from '../../ui/use-growing.ts'

/** A table with what belongs above it. */
export type PaperSection = Readonly<{
  id: string
  /** Where there are several: each begins on a sheet of its own. */
  title?: string
  above?: ReactNode
  groups: readonly ItemGroup[]
}>

type ItemPaperProps = {
  readonly title: string
  /** The place that is printed. */
  readonly place: string
  readonly lines?: readonly (string | undefined)[]
  readonly sections: readonly PaperSection[]
  /** What can be chosen besides the form and the properties. */
  readonly choices?: ReactNode
  readonly remark?: ((card: PaperItem) => string | undefined) | undefined
}

/** Cards on paper: tables with what belongs above them, or cards to cut out. */
export function ItemPaper({ title, place, lines = [], sections, choices, remark }: ItemPaperProps) {
  const t = useT('paper')
  const { isCut, isWide } = usePaperChoices()
  const cards = sections.flatMap(cardsOf)
  const count = useGrowing(cards.length)
  const shape = isCut ? 'cut' : isWide ? 'wide' : 'upright'
  const body = isCut ? (
    <CutCards {...{ title, lines, cards, count }} />
  ) : (
    firstOf(sections, count).map(({ left, ...section }) => (
      <Section key={section.id} section={section} count={left} {...{ title, remark }} />
    ))
  )
  return (
    <PaperFrame
      {...{ title, place, lines, shape }}
      choices={<ItemChoices>{choices}</ItemChoices>}
      drawn={{ count, of: cards.length }}
    >
      {cards.length === 0 && <p>{t('nothing')}</p>}
      {(cards.length > 0 || !isCut) && body}
    </PaperFrame>
  )
}

const cardsOf = ({ groups }: PaperSection): readonly PaperItem[] => groups.flatMap(group => group.cards)

/** How many cards of each section are among the first ones of all. */
const firstOf = (sections: readonly PaperSection[], count: number) => {
  let left = count
  return sections.map(section => {
    const before = left
    left = Math.max(0, left - cardsOf(section).length)
    return { ...section, left: before }
  })
}

type SectionProps = Pick<ItemPaperProps, 'title' | 'remark'> & {
  readonly section: PaperSection
  readonly count: number
}

function Section({ section: { title: own, above, groups }, title, count, remark }: SectionProps) {
  const table = <ItemTable caption={own ?? title} {...{ groups, count, remark }} />
  if (own === undefined)
    return (
      <>
        {above}
        {table}
      </>
    )
  return (
    <section aria-label={own} className={styles['section']}>
      <h3 className={styles['title']}>{own}</h3>
      {above}
      {table}
    </section>
  )
}
