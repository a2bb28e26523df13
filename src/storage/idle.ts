/** Rests until the page has nothing better to do: housework comes in pieces of a few milliseconds between frames. */
export const idle = (): Promise<void> =>
  new Promise(resolve => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 250 })
    else setTimeout(resolve)
  })
