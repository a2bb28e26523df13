/**
 * Gives focus back to `origin`; when it has left the page, to the next place that makes sense: `home`, the surface it was in, or the
 * heading of the place. Never to the body.
 */
export function restoreFocus(origin: Element | null | undefined, home?: HTMLElement | null) {
  const heir = origin instanceof HTMLElement && !origin.isConnected ? drawnAnew(origin) : origin
  if (heir instanceof HTMLElement && heir !== document.body && heir.isConnected) {
    heir.focus({ preventScroll: true })
    if (document.activeElement === heir) return
  }
  if (home?.isConnected) return home.focus({ preventScroll: true })
  focusPlace()
}

/** A card that was moved meanwhile stands in another list, as another element. */
function drawnAnew({ dataset }: HTMLElement): HTMLElement | null {
  const id = dataset['card']
  return id === undefined ? null : document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
}

/** Moves focus to the heading of the place, as after a change of route. */
export function focusPlace() {
  const place = document.querySelector<HTMLElement>('h1') ?? document.querySelector<HTMLElement>('main')
  if (!place) return
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
}

const fields = 'input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)'

/** First focus of a new surface: itself or the part with `data-autofocus`, else the first field, else the surface. */
export function focusFirst(surface: HTMLElement) {
  if (surface.hasAttribute('data-autofocus')) return surface.focus({ preventScroll: true })
  const wanted =
    surface.querySelector<HTMLElement>('[data-autofocus]') ?? surface.querySelector<HTMLElement>(fields) ?? surface
  wanted.focus({ preventScroll: true })
}
