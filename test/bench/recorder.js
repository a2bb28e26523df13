// Runs in every measured page before its own scripts: clocks that start and stop inside the page, where no debugger's delay counts.

const patience = 60_000
const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
const painted = async () => {
  await frame()
  await frame()
  return performance.now()
}

const cards = () => document.querySelectorAll('[data-card]').length
const columnOf = id =>
  document.querySelector(`[data-column] [data-card="${id}"]`)?.closest('[data-column]')?.dataset.column

const log = {
  /** Off while edits are measured: a frame asked for to see paint keeps the browser from telling the page of anything else. */
  watchesPaint: true,
  counts: [],
  tasks: [],
  lastChange: 0,
  lastPaint: 0,
  /** Of what does not lie in a column: a board that makes room draws or drops its rows a frame after. */
  lastPaintBesideCards: 0,
  saves: [],
  keys: [],
  events: [],
  firstBoardChange: undefined,
}

new PerformanceObserver(list => {
  for (const { startTime, duration } of list.getEntries()) log.tasks.push({ start: startTime, duration })
}).observe({ type: 'longtask', buffered: true })

new PerformanceObserver(list => {
  for (const { startTime, duration } of list.getEntries()) log.events.push({ start: startTime, duration })
}).observe({ type: 'event', durationThreshold: 16, buffered: true })

const within = (selector, { target }) => {
  const element = target instanceof Element ? target : target.parentElement
  return element !== null && element.closest(selector) !== null
}
const isOnBoard = change => within('[data-column]', change)
/** What is said to screen readers comes on purpose a moment later and paints nothing. */
const isOnlySaid = change => within('[role="log"]', change)

new MutationObserver(changes => {
  if (changes.every(isOnlySaid)) return
  const now = performance.now()
  log.lastChange = now
  if (log.watchesPaint) {
    const isBeside = !changes.every(change => isOnBoard(change) || isOnlySaid(change))
    void painted().then(at => Object.assign(log, { lastPaint: at }, isBeside && { lastPaintBesideCards: at }))
  }
  if (changes.some(isOnBoard)) log.firstBoardChange ??= now
  const count = cards()
  if (count !== log.counts.at(-1)?.count) {
    const entry = { count, at: now }
    log.counts.push(entry)
    if (log.watchesPaint) void painted().then(at => Object.assign(entry, { at }))
  }
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

// Durable is what a strict transaction has completed; when it began and what it writes to tell which edit it may belong to.
const { transaction } = IDBDatabase.prototype
IDBDatabase.prototype.transaction = function recorded(stores, mode, options) {
  const made = transaction.call(this, stores, mode, options)
  if (mode === 'readwrite' && options?.durability === 'strict') {
    const begun = performance.now()
    made.addEventListener('complete', () => log.saves.push({ begun, at: performance.now(), stores: [stores].flat() }))
  }
  return made
}

addEventListener(
  'keydown',
  event => {
    if (event.key === 'Alt') return
    log.keys.push(performance.now())
    log.firstBoardChange = undefined
  },
  { capture: true },
)

const quiet = async milliseconds => {
  for (;;) {
    const before = log.lastChange
    await new Promise(resolve => setTimeout(resolve, milliseconds))
    if (log.lastChange === before) return
  }
}

/** No long task for a second: what a page reads behind its first paint is weighed as a task, not again as a slow key. */
const rest = async () => {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 1000))
    const { start, duration } = log.tasks.at(-1) ?? { start: -Infinity, duration: 0 }
    if (performance.now() - start - duration > 1000) return
  }
}

globalThis.recorder = {
  log,
  quiet,
  columnOf,
  /** When as many cards stood there as stayed (a notice that comes later may take a row), and what the main thread did meanwhile. */
  opened: async () => {
    while (cards() === 0) {
      if (performance.now() > patience) throw new Error(`no card on ${location.href} after ${patience / 1000} s`)
      await frame()
    }
    await quiet(500)
    const settled = cards()
    const at = log.counts.find(entry => entry.count >= settled)?.at ?? 0
    const elements = document.getElementsByTagName('*').length
    await rest()
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const longest = tasks => Math.max(0, ...tasks.map(task => task.duration))
    return {
      opened: at,
      elements,
      taskBefore: longest(log.tasks.filter(task => task.start < paint)),
      taskAfter: longest(log.tasks.filter(task => task.start >= paint)),
    }
  },
  /** Watches frames until stopped; answers how many were lost and the worst gap. */
  watchFrames: () => {
    const stamps = []
    let isOn = true
    const tick = now => {
      stamps.push(now)
      if (isOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    return () => {
      isOn = false
      const gaps = stamps.slice(1).map((stamp, index) => stamp - stamps[index])
      return {
        lost: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0),
        worst: Math.max(0, ...gaps),
      }
    }
  },
  /** The longest event since a moment, from input to paint. The browser tells them in steps of 8 ms and none below 16. */
  longestEvent: since => Math.max(16, ...log.events.filter(event => event.start >= since).map(event => event.duration)),
}
