import { useCallback } from 'react'
import { boardColumns } from '../../domain/kanban/home.ts'
import { columnCount } from '../../domain/kanban/limits.ts'
import { sprintsIn } from '../../domain/scrum/sprints.ts'
import { useT } from '../../i18n/use-t.ts'
import { MergeHint } from '../../parts/merge-review/merge-hint.tsx'
import { OnlookersHere } from '../../parts/presence/onlookers-here.tsx'
import { PlaceMenu } from '../../parts/place-menu.tsx'
import { InAddress, placeOf, queryOf, setQuery, usePlaceQuery, valueIn, withValues } from '../../parts/place-query.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { TeamSwitch } from '../../parts/team-switch.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { List, Plus, SquareKanban } from '../../ui/icons.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { BoardBody, type BoardShape } from './board-body.tsx'
import { BoardContext } from './board-context.tsx'
import { NoSprint } from './no-sprint.tsx'
import { SprintGoal } from './sprint-goal.tsx'
import styles from './board.module.css'

/** The team's board: columns, cards, filter; as a list for print and for the browser's own search. */
export default function BoardScreen() {
  return (
    <InAddress place={placeOf(useTeam(), 'board')}>
      <TeamBoard />
    </InAddress>
  )
}

function TeamBoard() {
  const t = useT('board')
  const team = useTeam()
  const { openOverlay } = useAddress()
  const place = placeOf(team, 'board')
  const shape: BoardShape = valueIn(usePlaceQuery(place), 'as') === 'list' ? 'list' : 'board'
  const setShape = (next: BoardShape) =>
    setQuery(place, withValues(queryOf(place), { as: next === 'list' ? next : undefined }))
  const running = useReading(view => sprintsIn(view, team.home, 'running')[0], [team.home])
  const total = useReading(
    view => boardColumns(view, team).reduce((sum, id) => sum + columnCount(view, team, id), 0),
    [team],
  )
  const isEmpty = total === 0
  const newCard = useCallback(() => openOverlay('/new/card'), [openOverlay])
  const isIdle = team.method === 'scrum' && !running && isEmpty
  return (
    <ScreenFrame
      title={t('title')}
      term="board"
      context={<BoardContext sprint={running} count={total} />}
      shape="fill"
      tools={
        <>
          <OnlookersHere home={team.home} />
          {!isIdle && (
            <SegmentedControl
              label={t('shape')}
              value={shape}
              segments={[
                { value: 'board', text: t('asBoard'), icon: SquareKanban },
                { value: 'list', text: t('asList'), icon: List },
              ]}
              onChange={setShape}
            />
          )}
          <PlaceMenu />
        </>
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
        <div className={styles['merge']}>
          <MergeHint />
        </div>
        {isIdle ? <NoSprint /> : <BoardBody shape={shape} isEmpty={isEmpty} />}
      </div>
    </ScreenFrame>
  )
}
