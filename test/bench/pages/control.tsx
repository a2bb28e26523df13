import { DndContext, DragOverlay, MouseSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
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

/** The barest thing that opens over a board at a key: a field and a page of rows, each with a sign and two texts. */
const Opened = ({ cards, onClose }: { cards: readonly Card[]; onClose: () => void }) => (
  <dialog ref={dialog => dialog?.showModal()} onClose={onClose} aria-label="Opened">
    <input aria-label="Field" />
    {cards.slice(0, 40).map(card => (
      <div key={card.id} className="line">
        <svg width="16" height="16" />
        <span>{card.title}</span>
        <span>{card.key}</span>
      </div>
    ))}
  </dialog>
)

const Board = ({ count }: { count: number }) => {
  const [cards, setCards] = useState(() => makeCards(count))
  const [words, setWords] = useState('')
  const [dragged, setDragged] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !event.ctrlKey) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])
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
      {isOpen && <Opened cards={cards} onClose={() => setOpen(false)} />}
      <DragOverlay dropAnimation={null}>{lifted && <div className="card">{lifted.title}</div>}</DragOverlay>
    </DndContext>
  )
}

const count = Number(new URLSearchParams(location.search).get('cards') ?? 200)
createRoot(document.getElementById('root')!).render(<Board count={count} />)
