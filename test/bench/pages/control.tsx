import { DndContext, DragOverlay, MouseSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { columns, makeCards } from '../cards.mjs'
import './control.css'

/** A board as fast as its parts allow: the same cards as the app, no storage, no rules, no second view. */
type Card = ReturnType<typeof makeCards>[number]

const rowHeight = 80

const Face = memo(({ card }: { card: Card }) => (
  <>
    <div className="line">
      <span>{card.key}</span>
      <span>{card.estimate}</span>
      <span>{card.person}</span>
    </div>
    <div>{card.title}</div>
  </>
))

const Shell = ({ card, top }: { card: Card; top: number }) => {
  const { setNodeRef, listeners, attributes } = useDraggable({ id: card.id })
  return (
    <li className="place" style={{ top }}>
      <div ref={setNodeRef} className="card" data-card={card.id} {...attributes} {...listeners}>
        <Face card={card} />
      </div>
    </li>
  )
}

const Column = memo(({ index, cards }: { index: number; cards: readonly Card[] }) => {
  const scroller = useRef<HTMLUListElement>(null)
  const { setNodeRef } = useDroppable({ id: String(index) })
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  })
  return (
    <section className="column" data-column={index} ref={setNodeRef}>
      <h2>
        {columns[index]} {cards.length}
      </h2>
      <ul className="cards" ref={scroller}>
        <li className="rows" style={{ height: rows.getTotalSize() }}>
          <ul className="cards">
            {rows.getVirtualItems().map(row => {
              const card = cards[row.index]
              return card && <Shell key={card.id} card={card} top={row.start} />
            })}
          </ul>
        </li>
      </ul>
    </section>
  )
})

const Board = ({ count }: { count: number }) => {
  const [cards, setCards] = useState(() => makeCards(count))
  const [words, setWords] = useState('')
  const [dragged, setDragged] = useState<string>()
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }))
  const byColumn = useMemo(() => {
    const wanted = words.toLowerCase()
    const shown = wanted === '' ? cards : cards.filter(card => card.title.toLowerCase().includes(wanted))
    return columns.map((_, index) => shown.filter(card => card.column === index))
  }, [cards, words])
  const drop = (id: string, column: number) =>
    setCards(before => {
      const moved = before.find(card => card.id === id)
      return moved ? [{ ...moved, column }, ...before.filter(card => card.id !== id)] : before
    })
  const lifted = cards.find(card => card.id === dragged)
  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragEnd={({ active, over }) => {
        setDragged(undefined)
        if (over) drop(String(active.id), Number(over.id))
      }}
    >
      <input className="filter" type="search" aria-label="Filter" onChange={event => setWords(event.target.value)} />
      <div className="board">
        {byColumn.map((column, index) => (
          <Column key={columns[index]} index={index} cards={column} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{lifted && <div className="card">{lifted.title}</div>}</DragOverlay>
    </DndContext>
  )
}

const count = Number(new URLSearchParams(location.search).get('cards') ?? 200)
createRoot(document.getElementById('root')!).render(<Board count={count} />)
