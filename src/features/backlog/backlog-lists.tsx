import { useCallback, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { deleteItems } from '../../domain/work/bin.ts'
import { backlog, item } from '../../domain/work/item.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail, matchAddress } from '../../parts/addresses.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { ItemRow } from '../../parts/item-row.tsx'
import { isKeyOf } from '../../parts/shortcuts.ts'
import { moversOf, selectionClick, selectionKey } from '../../parts/selection-hands.ts'
import { clearSelection, holdSelected, selectedNow, useSelection } from '../../parts/selection.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useItemByKey } from '../../parts/use-item-by-key.ts'
import { useOpenSprints } from '../../parts/use-open-sprints.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { DragSurface, type DragSurfaceHandle, type SpokenPlace } from '../../ui/board/drag-surface.tsx'
import { keyDrop, type Direction } from '../../ui/board/key-drop.ts'
import { SortableList } from '../../ui/board/sortable-list.tsx'
import { changeBacklogState } from './backlog-state.ts'
import { BacklogRow } from './backlog-row.tsx'
import styles from './backlog.module.css'
import { SprintZone } from './sprint-zone.tsx'
import { usePlacing } from './use-placing.ts'
import { useZones } from './use-sprint-zones.ts'
import { useFitting } from './use-fitting.ts'

type BacklogListsProps = {
  readonly name: string
  readonly rows: readonly string[]
  readonly shown: readonly string[]
  readonly isFiltered: boolean
}

const renderRow = (id: string) => <BacklogRow id={id} />
const renderLifted = (id: string) => <ItemRow id={id} />

/** The sprints on top, below them the backlog in its order. Pointer, Alt+arrows and menu end in the same command. */
export function BacklogLists({ name, rows, shown, isFiltered }: BacklogListsProps) {
  const t = useT('backlog')
  const { records } = useWorkspace()
  const { tail, openOverlay } = useAddress()
  const run = useCommand()
  const surface = useRef<DragSurfaceHandle>(null)
  const sprints = useOpenSprints()
  const zonesNow = useZones(sprints, shown)
  const fitting = useFitting(rows, sprints)
  const selected = useSelection(state => state.selected)
  const current = useItemByKey(matchAddress('/c/:key', tail)?.['key'] ?? '')
  const titleOf = useCallback((id: string) => records.get(item, id)?.title ?? '', [records])
  const nameOf = useCallback((zone: string) => sprints.find(({ id }) => id === zone)?.name ?? name, [sprints, name])
  const place = usePlacing(zonesNow, nameOf)

  const onKeyMove = useCallback(
    async (id: string, direction: Direction) => {
      const zones = zonesNow()
      const drop = keyDrop(zones, id, direction)
      if (!drop) return announce(t('noFurther'))
      const own = zones.find(({ cards }) => cards.includes(id))?.cards ?? []
      const rest = own.filter(other => other === id || !selectedNow().has(other))
      const next = rest[rest.indexOf(id) + 1] ?? rest[rest.indexOf(id) - 1]
      if (!(await place(drop))) return
      // A folded sprint shows no rows: the focus stays in the list it came from.
      const isSeen = drop.to === backlog || own.includes(drop.before ?? drop.after ?? '') || isListed(drop.to)
      surface.current?.focusCard(isSeen ? id : (next ?? id))
    },
    [zonesNow, place, t],
  )
  const onOpen = useCallback(
    (id: string, event: MouseEvent | KeyboardEvent) => {
      if (selectionClick(event, id, () => zonesNow().flatMap(({ cards }) => cards))) return
      openOverlay(cardTail(shownKeyOf(records, id)))
    },
    [records, openOverlay, zonesNow],
  )
  const onCardKey = useCallback(
    (id: string, event: KeyboardEvent<HTMLElement>) => {
      const act = selectionKey(
        event,
        id,
        zonesNow().flatMap(({ cards }) => cards),
      )
      if (act) act()
      else if (event.key === 'Delete' && isPlain(event)) {
        const items = moversOf(zonesNow(), id, selectedNow())
        clearSelection()
        void run(deleteItems, { items }, { done: t('deleted', { count: items.length, title: titleOf(id) }) })
      } else if (isKeyOf(event, 'card.move')) changeBacklogState({ moving: moversOf(zonesNow(), id, selectedNow()) })
      else return
      event.preventDefault()
    },
    [run, t, titleOf, zonesNow],
  )
  const texts = useMemo(
    () => ({
      description: t('draggable'),
      lifted: (card: string) => t('lifted', { title: titleOf(card) }),
      over: ({ to, position, count }: SpokenPlace) => t('overPlace', { place: nameOf(to), position, count }),
      cancelled: (card: string) => t('dragCancelled', { title: titleOf(card) }),
    }),
    [t, titleOf, nameOf],
  )
  const sections = useMemo(
    () => [{ id: backlog, label: name, rows: shown, headless: true, markAfter: isFiltered ? undefined : fitting }],
    [name, shown, isFiltered, fitting],
  )
  const renderMark = useCallback(
    () => (
      <div className={styles['mark']}>
        <span>
          <ExplainedText text={t('fitsUntilHere')} words={{ sprint: 'Sprint' }} />
        </span>
      </div>
    ),
    [t],
  )
  const estimate = rowHeight()
  return (
    <DragSurface
      ref={surface}
      texts={texts}
      shape="row"
      renderCard={renderLifted}
      onDrop={place}
      onHold={holdSelected}
      onKeyMove={(id, direction) => void onKeyMove(id, direction)}
      {...{ onOpen, onCardKey }}
      className={styles['surface']}
    >
      {sprints.length > 0 && (
        <div className={styles['zones']}>
          {sprints.map(sprint => (
            <SprintZone key={sprint.id} {...{ sprint, estimate, renderRow }} />
          ))}
        </div>
      )}
      <section aria-label={name} data-backlog className={styles['pane']}>
        <SortableList
          {...{ sections, renderRow, renderMark, current, estimate }}
          marked={selected}
          className={styles['list']}
        />
      </section>
    </DragSurface>
  )
}

const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey

/** Whether a sprint's cards are in sight now. */
const isListed = (sprint: string): boolean =>
  document.querySelector(`[data-zone="${CSS.escape(sprint)}"] [data-card]`) !== null

const rowHeight = (): number =>
  typeof matchMedia === 'function' && matchMedia('(pointer: coarse), (width < 700px)').matches ? 56 : 36
