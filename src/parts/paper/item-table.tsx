import { useMemo } from 'react'
import { pointsOf } from '../../domain/scrum/sprints.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { isUrgent } from '../is-urgent.ts'
import { hasDetails, ItemDetails } from './item-details.tsx'
import { usePaperChoices, type PaperField } from './paper-choices.ts'
import styles from './paper-item.module.css'
import { PaperTable, type PaperColumn } from './paper-table.tsx'
import type { PaperItem } from './read-paper-items.ts'
import { StateLines } from './state-lines.tsx'

export type ItemGroup = Readonly<{
  id: string
  title?: string | undefined
  note?: string | undefined
  cards: readonly PaperItem[]
}>

type ItemTableProps = {
  readonly caption: string
  readonly groups: readonly ItemGroup[]
  /** How many cards are drawn, from the top. */
  readonly count: number
  /** Said behind a title where it is more than the card itself knows. */
  readonly remark?: ((card: PaperItem) => string | undefined) | undefined
}

/** Cards as a table, with what was chosen for the paper. */
export function ItemTable({ caption, groups, count, remark }: ItemTableProps) {
  const { fields } = usePaperChoices()
  const columns = useColumns(fields, remark)
  const sum = useSum()
  return (
    <PaperTable
      caption={caption}
      columns={columns}
      groups={firstOf(groups, count).map(({ id, title, note, cards, all }) => ({
        id,
        title,
        note: note ?? sum(all),
        rows: cards,
      }))}
      rowId={({ id }) => id}
      below={fields.has('details') ? detailsOf : undefined}
    />
  )
}

/** The first cards over all groups, in their groups. */
const firstOf = (groups: readonly ItemGroup[], count: number) => {
  let left = count
  return groups.map(group => {
    const cards = group.cards.length <= left ? group.cards : group.cards.slice(0, left)
    left -= cards.length
    return { ...group, cards, all: group.cards }
  })
}

const detailsOf = (card: PaperItem) => hasDetails(card) && <ItemDetails card={card} />

/** "3 Karten · 8 Punkte" */
export const useSum = () => {
  const t = useT('paper')
  const format = useFormat()
  return (cards: readonly PaperItem[]): string => {
    const points = pointsOf(cards)
    return points > 0
      ? t('cardsAndPoints', { count: cards.length, points: format.number(points), sum: points })
      : t('cards', { count: cards.length })
  }
}

const useColumns = (fields: ReadonlySet<PaperField>, remark: ItemTableProps['remark']) => {
  const t = useT('paper')
  const words = useT('work')
  const format = useFormat()
  return useMemo((): readonly PaperColumn<PaperItem>[] => {
    const chosen: readonly (PaperColumn<PaperItem> & { readonly id: PaperField })[] = [
      { id: 'kind', head: words('kind'), cell: ({ kind }) => words(`kinds.${kind}`), unbroken: true },
      {
        id: 'priority',
        head: words('priority'),
        cell: ({ priority }) => <Priority word={words(`priorities.${priority}`)} isUrgent={isUrgent(priority)} />,
        unbroken: true,
      },
      { id: 'people', head: words('people'), cell: ({ people }) => people, wordy: true },
      { id: 'labels', head: words('labels'), cell: ({ labels }) => labels, wordy: true },
      {
        id: 'due',
        head: words('due'),
        cell: ({ due }) => (due === null ? '' : format.dayShort(due)),
        unbroken: true,
      },
      {
        id: 'estimate',
        head: t('estimate'),
        cell: ({ estimate }) => (estimate === null ? '' : format.number(estimate, 2)),
        numeric: true,
      },
      { id: 'state', head: t('fields.state'), cell: card => <StateLines card={card} />, wordy: true },
    ]
    return [
      { id: 'key', head: t('key'), cell: ({ key }) => key, unbroken: true },
      {
        id: 'title',
        head: t('cardTitle'),
        rowHead: true,
        roomy: true,
        cell: card => (
          <Title title={card.title} partOf={fields.has('partOf') ? card.partOf : ''} remark={remark?.(card)} />
        ),
      },
      ...chosen.filter(({ id }) => fields.has(id)),
    ]
  }, [fields, remark, t, words, format])
}

type TitleProps = { readonly title: string; readonly partOf: string; readonly remark: string | undefined }

function Title({ title, partOf, remark }: TitleProps) {
  const t = useT('paper')
  return (
    <>
      {title}
      {remark !== undefined && <span className={styles['quiet']}> ({remark})</span>}
      {partOf !== '' && <span className={styles['partOf']}>{t('partOf', { title: partOf })}</span>}
    </>
  )
}

/** What presses is bold; the word says it all the same. */
function Priority({ word, isUrgent: presses }: { readonly word: string; readonly isUrgent: boolean }) {
  return presses ? <strong>{word}</strong> : word
}
