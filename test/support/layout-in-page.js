// Put into the page by layout-probe.ts, which says what each list means. A plain script: nothing from outside exists there.

const unique = words => [...new Set(words)]

const nameOf = element => {
  const words = element.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 40)
  return `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''} "${words}"`
}

const isShown = element => {
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

/** Text for screen readers alone: laid out somewhere, cut to nothing, as is all that stands in it. */
const isForEars = (element, known) => {
  if (element === null) return false
  if (!known.has(element)) known.set(element, isCutToNothing(element) || isForEars(element.parentElement, known))
  return known.get(element)
}

const isCutToNothing = element => {
  const { clipPath, position } = getComputedStyle(element)
  return position === 'absolute' && (clipPath === 'inset(50%)' || element.clientWidth <= 1)
}

const ownTexts = element =>
  [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '')

const linesOf = node => {
  const range = document.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()].filter(rect => rect.width > 0)
}

const frameOf = rects => ({
  left: Math.min(...rects.map(rect => rect.left)),
  right: Math.max(...rects.map(rect => rect.right)),
  top: Math.min(...rects.map(rect => rect.top)),
  bottom: Math.max(...rects.map(rect => rect.bottom)),
})

const hides = overflow => overflow === 'hidden' || overflow === 'clip'
const scrolls = overflow => overflow === 'auto' || overflow === 'scroll'

/** What of an element can cut the texts in it; asked once, though many texts stand in it. */
const edgesOf = (element, known) => {
  if (!known.has(element)) {
    const { textOverflow, webkitLineClamp, overflowX, overflowY, position } = getComputedStyle(element)
    const isShortened = textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
    known.set(element, { isShortened, overflowX, overflowY, position, box: element.getBoundingClientRect() })
  }
  return known.get(element)
}

const isCut = (element, known) => {
  let text = frameOf(ownTexts(element).flatMap(linesOf))
  for (let each = element; each !== null && each !== document.documentElement; each = each.parentElement) {
    const { box, isShortened, ...style } = edgesOf(each, known)
    if (isShortened) return false
    if (hides(style.overflowX) && (text.left < box.left - 1 || text.right > box.right + 1)) return true
    // Line boxes are taller than their letters.
    if (hides(style.overflowY) && (text.top < box.top - 3 || text.bottom > box.bottom + 3)) return true
    // Beyond a scroll box the text is reached by scrolling; only the box itself can still be cut.
    if (scrolls(style.overflowX)) text = { ...text, left: box.left, right: box.right }
    if (scrolls(style.overflowY)) text = { ...text, top: box.top, bottom: box.bottom }
    if (style.position === 'fixed') return false
  }
  return false
}

const isWrapped = button =>
  [button, ...button.querySelectorAll('*')]
    .flatMap(ownTexts)
    .some(node => new Set(linesOf(node).map(rect => Math.round(rect.top))).size > 1)

const scrollsDown = element =>
  scrolls(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1

const findScrolls = elements => {
  const page = document.documentElement
  const boxes = elements.filter(scrollsDown)
  const pageScrolls = page.scrollHeight > page.clientHeight + 1
  const nested = boxes.filter(box => pageScrolls || boxes.some(outer => outer !== box && outer.contains(box)))
  const wide = page.scrollWidth > page.clientWidth ? [`page ${page.scrollWidth} > ${page.clientWidth}`] : []
  return [...wide, ...nested.map(nameOf)]
}

const primaryColour = () => {
  const ink = document.body.appendChild(document.createElement('i'))
  ink.style.setProperty('color', 'var(--primary)')
  const { color } = getComputedStyle(ink)
  ink.remove()
  return color
}

/** The box of an absolute `::after`, which spreads a link over its row or a tick box over the finger around it. */
const spreadOf = control => {
  const after = getComputedStyle(control, '::after')
  if (after.position !== 'absolute') return []
  const holder = getComputedStyle(control).position === 'static' ? control.offsetParent : control
  const { left, right, top, bottom } = holder.getBoundingClientRect()
  const [above, beside] = [Number.parseFloat(after.top) || 0, Number.parseFloat(after.left) || 0]
  return [{ left: left + beside, right: right - beside, top: top + above, bottom: bottom - above }]
}

const isSmall = (control, target) => {
  const pressed = [control, control.closest('label'), ...(control.labels ?? [])].filter(each => each !== null)
  const box = frameOf([...pressed.map(each => each.getBoundingClientRect()), ...spreadOf(control)])
  return box.right - box.left < target - 0.5 || box.bottom - box.top < target - 0.5
}

/** Elements whose value of one property is not on the list. `normal` gaps are none. */
const findOdd = (elements, property, allowed) =>
  unique(
    elements.flatMap(element => {
      const value = getComputedStyle(element)[property]
      return value === 'normal' || allowed.includes(Number.parseFloat(value)) ? [] : [`${value} ${nameOf(element)}`]
    }),
  )

/** A shadow that lifts, unlike a ring drawn as one. */
const lifts = shadow => {
  const lengths = shadow.replaceAll(/\([^)]*\)/g, '').match(/-?[\d.]+px/g) ?? []
  return shadow !== 'none' && !shadow.includes('inset') && Number.parseFloat(lengths[2] ?? '0') > 0
}

const hasEdges = ({ borderTopStyle, borderBottomStyle, borderTopColor }) =>
  borderTopStyle === 'solid' && borderBottomStyle === 'solid' && !/\/ 0\)|, 0\)|transparent/.test(borderTopColor)

const stands = /^[-–—]$/

globalThis.findInLayout = ruler => {
  const screen = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  const ears = new Map()
  const edges = new Map()
  const elements = [...screen.querySelectorAll('*')].filter(element => isShown(element) && !isForEars(element, ears))
  const texts = elements.filter(element => ownTexts(element).length > 0 && !element.closest('svg, select'))
  const controls = elements.filter(element =>
    element.matches('button, a[href], input, select, textarea, [role="button"], [role="tab"]'),
  )
  const buttons = controls.filter(element => element.matches('button, [role="button"], [role="tab"]'))
  const primary = primaryColour()
  return {
    fontSizes: findOdd(texts, 'fontSize', ruler.fontSizes),
    fontWeights: findOdd(texts, 'fontWeight', ruler.fontWeights),
    gaps: unique(['rowGap', 'columnGap'].flatMap(property => findOdd(elements, property, ruler.gaps))),
    clipped: unique(texts.filter(element => isCut(element, edges)).map(nameOf)),
    wrappedButtons: unique(buttons.filter(button => !button.closest('[data-wraps]') && isWrapped(button)).map(nameOf)),
    scrolls: findScrolls(elements),
    smallTargets: unique(
      controls
        .filter(control => getComputedStyle(control).display !== 'inline' && isSmall(control, ruler.target))
        .map(nameOf),
    ),
    edgesAndShadows: elements
      .filter(element => lifts(getComputedStyle(element).boxShadow) && hasEdges(getComputedStyle(element)))
      .map(nameOf),
    dashes: texts
      .filter(element => ownTexts(element).some(node => stands.test(node.textContent.trim())))
      .map(element => nameOf(element.parentElement)),
    filledButtons: controls
      .filter(control => getComputedStyle(control).backgroundColor === primary)
      .slice(1)
      .map(nameOf),
  }
}
