/** So long hands have to rest before housework goes on, in milliseconds: longer than between two letters or two steps of a drag. */
const rest = 500

let lastTouch = -Infinity
let isWatching = false

const note = (event: Event): void => {
  if (event instanceof PointerEvent && event.type === 'pointermove' && event.buttons === 0) return
  lastTouch = performance.now()
}

/** From the first housework on: before it there is nothing to put off. */
const watchHands = (): void => {
  if (isWatching || !('document' in globalThis)) return
  isWatching = true
  for (const type of ['pointerdown', 'pointermove', 'touchmove', 'keydown', 'wheel'])
    addEventListener(type, note, { capture: true, passive: true })
}

const oneIdleMoment = (): Promise<void> =>
  new Promise(resolve => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 250 })
    else setTimeout(resolve)
  })

/**
 * Rests until the page has nothing better to do: housework comes in pieces of a few milliseconds between frames, and while somebody
 * drags, types or scrolls it waits. Each piece is short, but what it fetches from the disk lands in the middle of a frame
 * (12 frames lost in a drag over 10,000 cards with it, 3 without).
 */
export const idle = async (): Promise<void> => {
  watchHands()
  await oneIdleMoment()
  for (;;) {
    const left = lastTouch + rest - performance.now()
    if (left <= 0) return
    await new Promise(resolve => setTimeout(resolve, left))
  }
}
