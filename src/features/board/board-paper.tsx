import { useMemo } from 'react'
import { sprintsIn } from '../../domain/scrum/sprints.ts'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { ItemPaper } from '../../parts/paper/item-paper.tsx'
import { useFilterWords } from '../../parts/paper/use-filter-words.ts'
import { usePaperItems } from '../../parts/paper/use-paper-items.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useBoardColumns, useCardLists } from './use-board-columns.ts'

/** The board on paper: column by column as the filter leaves it, and the filter said in words. */
export default function BoardPaper() {
  const t = useT('board')
  const paper = useT('paper')
  const team = useTeam()
  const { columns, cards } = useBoardColumns()
  const lists = useCardLists(cards, columns)
  const ids = useMemo(() => lists.flat(), [lists])
  const all = usePaperItems(ids)
  const byId = useMemo(() => new Map(all.map(card => [card.id, card])), [all])
  const groups = columns.map(({ id, label: title }, at) => ({
    id,
    title,
    cards: (lists[at] ?? []).flatMap(card => byId.get(card) ?? []),
  }))
  const sprint = useSprintLine()
  const filter = useFilterWords('board')
  const lines = [filter === '' ? undefined : paper('filter', { words: filter }), sprint]
  return (
    <ItemPaper title={t('title')} place={boardAddress(team.id)} lines={lines} sections={[{ id: 'board', groups }]} />
  )
}

/** The running sprint with its goal. */
const useSprintLine = (): string | undefined => {
  const t = useT('paper')
  const format = useFormat()
  const { home } = useTeam()
  const sprint = useReading(view => sprintsIn(view, home, 'running')[0], [home])
  if (!sprint) return undefined
  const { name, start, end, goal } = sprint
  const days = start === null || end === null ? '' : format.range(start, end)
  return [name, days, goal === '' ? '' : t('goal', { goal })].filter(part => part !== '').join(' · ')
}
