// Put into the page by control-probe.ts, which says what each list means. A plain script: nothing from outside exists there.

const focusable = 'button:not(:disabled), a[href], input:not(:disabled), select, textarea, summary, [tabindex="0"]'

/** The open menu or popover, else the topmost dialog, else the place. */
const topmost = () => {
  const floating = [...document.querySelectorAll('[role=menu], [role=dialog]:not(dialog)')].filter(isInSight)
  return floating.at(-1) ?? [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
}

const nameOfControl = element => {
  const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replaceAll(/\s+/g, ' ').slice(0, 40)
  return `${element.tagName.toLowerCase()} "${words}"`
}

const isInSight = element => {
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

/** One of each kind is enough: controls of the same look and the same surroundings behave the same. */
const oneOfEachKind = elements => {
  const kinds = new Map()
  for (const element of elements) {
    const kind = [element, element.parentElement, element.parentElement?.parentElement]
      .map(each => `${each?.tagName} ${each?.getAttribute('class')} ${each?.getAttribute('type')}`)
      .join(' < ')
    if (!kinds.has(kind)) kinds.set(kind, element)
  }
  return [...kinds.values()]
}

const cuts = overflow => overflow !== 'visible'

const isPartlyOut = (box, edge) =>
  box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1

/** The part of the ring that something above it cuts away. An outline may be drawn as far as `overflow-clip-margin` reaches. */
const isRingCut = element => {
  const style = getComputedStyle(element)
  const reach = isRinged(style) ? Number.parseFloat(style.outlineOffset) + Number.parseFloat(style.outlineWidth) : 0
  const box = element.getBoundingClientRect()
  const ring = { left: box.left - reach, right: box.right + reach, top: box.top - reach, bottom: box.bottom + reach }
  if (isPartlyOut(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })) return false
  if (isPartlyOut(ring, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })) return true
  for (let each = element.parentElement; each !== null && each !== document.body; each = each.parentElement) {
    // What is itself only partly in sight is on its way; a ring is cut when the control is whole and the ring is not.
    if (isPartlyOut(box, each.getBoundingClientRect())) return false
    const { overflowX, overflowY, overflowClipMargin, position } = getComputedStyle(each)
    const edge = each.getBoundingClientRect()
    const margin = overflowX === 'clip' ? (Number.parseFloat(overflowClipMargin) || 0) + 1 : 1
    const [restX, restY] = [each.scrollWidth - each.clientWidth, each.scrollHeight - each.clientHeight]
    // Beyond an end that can still be scrolled to, the rest of the ring is one step away.
    const left = ring.left < edge.left - margin && each.scrollLeft < 1
    const right = ring.right > edge.right + margin && each.scrollLeft > restX - 1
    const above = ring.top < edge.top - margin && each.scrollTop < 1
    const below = ring.bottom > edge.bottom + margin && each.scrollTop > restY - 1
    if ((cuts(overflowX) && (left || right)) || (cuts(overflowY) && (above || below))) return true
    if (position === 'fixed') return false
  }
  return false
}

const isRinged = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1

/** A field inside a bordered box draws its ring on the box around it, a link that fills its row on its `::after`. */
const ringHolder = element => {
  if (isRinged(getComputedStyle(element, '::after'))) return element.offsetParent
  if (getComputedStyle(element).boxShadow !== 'none') return element
  for (let each = element, step = 0; each !== null && step < 3; each = each.parentElement, step += 1)
    if (isRinged(getComputedStyle(each))) return each
  return undefined
}

/** Nothing of it is in sight, neither its middle nor a corner. */
const isCovered = element => {
  const box = element.getBoundingClientRect()
  // A list may be higher than the window; what counts is its part inside.
  const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)]
  const [right, bottom] = [Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)]
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    ...[left + 2, right - 2].flatMap(x => [top + 2, bottom - 2].map(y => [x, y])),
  ]
  return !points.some(([x, y]) => {
    const seen = document.elementFromPoint(x, y)
    return seen !== null && (element.contains(seen) || seen.contains(element) || seen.closest('label') !== null)
  })
}

globalThis.findInControls = () => {
  const screen = topmost()
  const controls = oneOfEachKind([...screen.querySelectorAll(focusable)].filter(isInSight))
  const before = document.activeElement
  const found = { ringless: [], cutRings: [], covered: [] }
  // Forwards and back again: what comes into sight from above may stop below a bar that stays.
  for (const control of [...controls, ...controls.toReversed()]) {
    control.focus({ focusVisible: true })
    if (document.activeElement !== control || !isInSight(control)) continue
    const holder = ringHolder(control)
    if (holder === undefined) found.ringless.push(nameOfControl(control))
    else if (isRingCut(holder)) found.cutRings.push(nameOfControl(control))
    if (isCovered(control)) found.covered.push(nameOfControl(control))
  }
  before?.focus({ preventScroll: true })
  return Object.fromEntries(Object.entries(found).map(([kind, names]) => [kind, [...new Set(names)]]))
}

/** Marks one of each kind for the debugger, which then lets the pointer lie on it. */
globalThis.markControls = () => {
  const screen = topmost()
  for (const each of document.querySelectorAll('[data-probed]')) each.removeAttribute('data-probed')
  // A region that only scrolls takes the focus for the arrow keys; nothing can be pressed there.
  const native =
    '[role=region], input[type=checkbox], input[type=radio], input[type=file], select, [aria-disabled=true], [aria-current], [aria-selected=true], [aria-pressed=true], :disabled'
  const kinds = oneOfEachKind(
    [...screen.querySelectorAll(focusable)].filter(each => isInSight(each) && !each.matches(native)),
  )
  kinds.forEach((each, at) => each.setAttribute('data-probed', String(at)))
  return kinds.length
}

const lookOf = element => {
  const { color, backgroundColor, borderTopColor, boxShadow, textDecorationLine, opacity, outlineStyle, filter } =
    getComputedStyle(element)
  return [color, backgroundColor, borderTopColor, boxShadow, textDecorationLine, opacity, outlineStyle, filter].join(
    ' ',
  )
}

/** How each marked control and what stands around and inside it look now. */
globalThis.looksOfMarked = () =>
  [...document.querySelectorAll('[data-probed]')].map(element => ({
    name: nameOfControl(element),
    look: [element, element.parentElement, element.closest('li, tr, [data-card]'), ...element.querySelectorAll('*')]
      .filter(each => each !== null)
      .map(lookOf)
      .join('|'),
  }))
