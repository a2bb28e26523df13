import { useCallback, useState } from 'react'
import { boardItems } from '../../domain/kanban/board.ts'
import { sprintsIn } from '../../domain/scrum/sprints.ts'
import { useT } from '../../i18n/use-t.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { TeamSwitch } from '../../parts/team-switch.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { List, Plus, SquareKanban } from '../../ui/icons.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { BoardContext } from './board-context.tsx'
import { useBoardFilter } from './board-filter.ts'
import { BoardTable } from './board-table.tsx'
import { BoardView } from './board-view.tsx'
import { useCollapsedColumns } from './collapsed-columns.ts'
import { FilterBar } from './filter-bar.tsx'
import { NoSprint } from './no-sprint.tsx'
import { SprintGoal } from './sprint-goal.tsx'
import { useBoardColumns } from './use-board-columns.ts'
import styles from './board.module.css'

/** The team's board: columns, cards, filter; as a list for print and for the browser's own search. */
export default function BoardScreen() {
  const t = useT('board')
  const team = useTeam()
  const { openOverlay } = useAddress()
  const [shape, setShape] = useState<'board' | 'list'>('board')
  const { filter, change, clear } = useBoardFilter(team.id)
  const collapsed = useCollapsedColumns()
  const { columns, total, left, isFiltered } = useBoardColumns(filter, collapsed)
  const running = useReading(view => sprintsIn(view, team.home, 'running')[0], [team.home])
  const isEmpty = useReading(view => boardItems(view, team).length === 0, [team])
  const newCard = useCallback(() => openOverlay('/new/card'), [openOverlay])
  const isIdle = team.method === 'scrum' && !running && isEmpty
  return (
    <ScreenFrame
      title={t('title')}
      context={<BoardContext sprint={running} count={total} />}
      shape="fill"
      tools={
        !isIdle && (
          <SegmentedControl
            label={t('shape')}
            value={shape}
            segments={[
              { value: 'board', text: t('asBoard'), icon: SquareKanban },
              { value: 'list', text: t('asList'), icon: List },
            ]}
            onChange={setShape}
          />
        )
      }
      primary={
        !isIdle && (
          <Button variant="primary" icon={Plus} onClick={newCard} className={styles['wide']}>
            {t('newCard')}
          </Button>
        )
      }
    >
      <div className={styles['screen']}>
        <TeamSwitch current="board" />
        {running && <SprintGoal sprint={running} />}
        {isIdle ? (
          <NoSprint />
        ) : (
          <>
            <FilterBar filter={filter} onChange={change} onClear={clear} left={left} total={total} />
            {shape === 'list' ? (
              <BoardTable columns={columns} />
            ) : (
              <BoardView columns={columns} isFiltered={isFiltered} isEmpty={isEmpty} onClear={clear} filter={filter} />
            )}
          </>
        )}
      </div>
    </ScreenFrame>
  )
}
