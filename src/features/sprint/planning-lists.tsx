import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { item } from '../../domain/work/item.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail } from '../../parts/addresses.ts'
import { ItemRow } from '../../parts/item-row.tsx'
import { MoveDialog } from '../../parts/move-dialog.tsx'
import { moversOf, selectionClick, selectionKey } from '../../parts/selection-hands.ts'
import { clearSelection, holdSelected, selectedNow, useSelection } from '../../parts/selection.ts'
import { isKeyOf } from '../../parts/shortcuts.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { DragSurface, type DragSurfaceHandle, type SpokenPlace } from '../../ui/board/drag-surface.tsx'
import { keyDrop, type Direction } from '../../ui/board/key-drop.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { PlanList } from './plan-list.tsx'
import { PlanSelection } from './plan-selection.tsx'
import { RowAction } from './row-action.tsx'
import styles from './planning.module.css'
import { usePlanMoves } from './use-plan-moves.ts'
import { usePlanning } from './use-planning.ts'

type Side = 'backlog' | 'sprint'
const renderLifted = (id: string) => <ItemRow id={id} />

/** Two lists side by side, on a phone one after the other. Pointer, Alt+arrows, buttons and menu do the same. */
export function PlanningLists({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const { records } = useWorkspace()
  const { openOverlay } = useAddress()
  const { backlog, planned, fitting, proposal } = usePlanning(sprint)
  const lists = useMemo(
    () => [
      { id: 'backlog', cards: backlog },
      { id: 'sprint', cards: planned },
    ],
    [backlog, planned],
  )
  const { toSprint, toBacklog, drop } = usePlanMoves(sprint, lists)
  const surface = useRef<DragSurfaceHandle>(null)
  const [side, setSide] = useState<Side>('backlog')
  const [moving, setMoving] = useState<readonly string[]>()
  const marked = useSelection(state => state.selected)
  useEffect(() => clearSelection, [])
  const titleOf = useCallback((id: string) => records.get(item, id)?.title ?? '', [records])
  const nameOf = useCallback((to: string) => (to === 'sprint' ? sprint.name : t('backlog')), [sprint.name, t])

  /** The row that was acted on goes away; the next one of its list takes the focus. */
  const moveOne = useCallback(
    async (id: string, to: Side) => {
      const list = to === 'sprint' ? backlog : planned
      const next = list[list.indexOf(id) + 1] ?? list[list.indexOf(id) - 1]
      const isMoved = await (to === 'sprint' ? toSprint([id], 'bottom') : toBacklog([id]))
      if (isMoved) surface.current?.focusCard(next ?? id)
    },
    [backlog, planned, toSprint, toBacklog],
  )
  const moveMany = async (ids: readonly string[], to: Side) => {
    const [first] = ids
    clearSelection()
    const isMoved = await (to === 'sprint' ? toSprint(ids, 'bottom') : toBacklog(ids))
    if (isMoved && first !== undefined) surface.current?.focusCard(first)
  }
  const onKeyMove = useCallback(
    (id: string, direction: Direction) => {
      const wish = keyDrop(lists, id, direction)
      if (wish) void drop(wish).then(() => surface.current?.focusCard(id))
      else announce(t('noFurther'))
    },
    [lists, drop, t],
  )
  const onOpen = useCallback(
    (id: string, event: MouseEvent | KeyboardEvent) => {
      if (selectionClick(event, id, () => [...backlog, ...planned])) return
      openOverlay(cardTail(shownKeyOf(records, id)))
    },
    [records, openOverlay, backlog, planned],
  )
  const onCardKey = useCallback(
    (id: string, event: KeyboardEvent<HTMLElement>) => {
      const act = selectionKey(event, id, [...backlog, ...planned])
      if (act) act()
      else if (isKeyOf(event, 'card.move')) setMoving(moversOf(lists, id, selectedNow()))
      else return
      event.preventDefault()
    },
    [lists, backlog, planned],
  )
  const texts = useMemo(
    () => ({
      description: t('draggable'),
      lifted: (card: string) => t('lifted', { title: titleOf(card) }),
      over: ({ to, position, count }: SpokenPlace) => t('over', { place: nameOf(to), position, count }),
      cancelled: (card: string) => t('dragCancelled', { title: titleOf(card) }),
    }),
    [t, titleOf, nameOf],
  )
  const renderBacklogRow = useCallback(
    (id: string) => (
      <ItemRow id={id} end={<RowAction id={id} to="sprint" onMove={() => void moveOne(id, 'sprint')} />} />
    ),
    [moveOne],
  )
  const renderSprintRow = useCallback(
    (id: string) => (
      <ItemRow id={id} end={<RowAction id={id} to="backlog" onMove={() => void moveOne(id, 'backlog')} />} />
    ),
    [moveOne],
  )
  return (
    <>
      <div className={styles['sides']}>
        <SegmentedControl<Side>
          label={t('sides')}
          value={side}
          segments={[
            { value: 'backlog', text: t('backlogCount', { count: backlog.length }) },
            { value: 'sprint', text: t('sprintCount', { count: planned.length }) },
          ]}
          onChange={setSide}
          wide
        />
      </div>
      <DragSurface
        ref={surface}
        texts={texts}
        shape="row"
        renderCard={renderLifted}
        onDrop={drop}
        onHold={holdSelected}
        {...{ onKeyMove, onOpen, onCardKey }}
        className={styles['panes']}
      >
        <PlanList
          side="backlog"
          title={t('backlog')}
          rows={backlog}
          isShown={side === 'backlog'}
          {...{ marked, fitting, proposal }}
          renderRow={renderBacklogRow}
          onTake={ids => void moveMany(ids, 'sprint')}
        />
        <PlanList
          side="sprint"
          title={sprint.name}
          rows={planned}
          isShown={side === 'sprint'}
          marked={marked}
          renderRow={renderSprintRow}
        />
      </DragSurface>
      <PlanSelection lists={lists} onMove={(ids, to) => void moveMany(ids, to)} onMoveTo={setMoving} />
      {moving && <MoveDialog items={moving} onClose={() => setMoving(undefined)} />}
    </>
  )
}
