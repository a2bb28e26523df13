import { memo, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { makeCards } from '../cards.mjs'

/** As many cards as a board shows at once. */
const shown = 70
const rounds = 200

/** A bare commit: one of the shown cards has a new title, React writes it into the page. Mean of many, the clock is coarse. */
export const measureCommit = (): number => {
  const titles = makeCards(shown).map(card => card.title)
  const listeners = titles.map(() => new Set<() => void>())
  const Card = memo(({ index }: { index: number }) => {
    const subscribe = (listener: () => void) => {
      listeners[index]?.add(listener)
      return () => listeners[index]?.delete(listener)
    }
    return <p>{useSyncExternalStore(subscribe, () => titles[index])}</p>
  })
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  flushSync(() => root.render(titles.map((title, index) => <Card key={title} index={index} />)))
  const start = performance.now()
  for (let round = 0; round < rounds; round++) {
    const index = round % shown
    titles[index] = `${titles[index]?.slice(0, 40)} ${round}`
    flushSync(() => listeners[index]?.forEach(listener => listener()))
  }
  const spent = performance.now() - start
  root.unmount()
  return spent / rounds
}
