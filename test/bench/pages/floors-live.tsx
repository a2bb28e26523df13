import { memo, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { makeCards } from '../cards.mjs'
import { openRows, put } from './floors-indexeddb.ts'
import { buildDocument } from './floors-yjs.ts'

/** As many cards as a board shows at once. */
const shown = 70

const titles = makeCards(shown).map(card => card.title)
const listeners = titles.map(() => new Set<() => void>())

const Card = memo(({ index }: { index: number }) => {
  const subscribe = (listener: () => void) => {
    listeners[index]?.add(listener)
    return () => listeners[index]?.delete(listener)
  }
  return <p data-card={index}>{useSyncExternalStore(subscribe, () => titles[index])}</p>
})

/**
 * A page that answers keys as the app does, so that the same clock takes both, one key at a time after the same rest: `e` sets one
 * cell of a document of `count` records, its update encoded, and commits one of the shown cards; `p` commits one of the shown cards
 * and puts one row of the size of a journalled edit in a strict transaction; `q` puts the row and shows nothing. A browser holds the
 * disk's answer back until the frame that a key has caused is painted: an edit nobody sees is no measure for one that is seen.
 */
export const openLive = async (count: number): Promise<void> => {
  const { doc } = buildDocument(count)
  const items = [...doc.getMap<Map<string, unknown>>('item').values()]
  const database = await openRows('floor-put')
  createRoot(document.body.appendChild(document.createElement('div'))).render(
    <section data-column="floor">
      {titles.map((title, index) => (
        <Card key={title} index={index} />
      ))}
    </section>,
  )
  let round = 0
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'p' || key === 'q') void put(database, new Uint8Array(600))
    if (key === 'q') return
    const index = round++ % shown
    if (key === 'e') items[index]?.set('position', ['Prüfung', `b${round}`])
    titles[index] = `${titles[index]?.slice(0, 40)} ${round}`
    for (const listener of listeners[index] ?? []) listener()
  })
  while (document.querySelector('[data-card]') === null) await new Promise(requestAnimationFrame)
}
