import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const recorder = readFileSync(new URL('./recorder.js', import.meta.url), 'utf8')

/** Every page of this context carries the recorder. */
export const prepareContext = context => context.addInitScript({ content: `(() => {${recorder}})()` })

/** Opens an address in a tab of its own and hands it to `visit`; the tab is closed whatever happens. */
export const inTab = async (context, address, visit, prepare = () => undefined) => {
  const page = await context.newPage()
  try {
    const prepared = prepare(page)
    await page.goto(address)
    return await visit(page, prepared)
  } finally {
    await page.close()
  }
}

/** Milliseconds from navigation to all cards of the first screen painted; elements; longest tasks before and after first paint. */
export const measureOpen = page => page.evaluate(() => globalThis.recorder.opened())

/**
 * The scripts a page has fetched when asked: their names, and kilobytes as gzipped here, whatever the server does.
 * A page closed before it is asked may take bodies with it; one lost to an open page still fails the asking.
 */
export const watchScripts = page => {
  const pending = []
  page.on('response', response => {
    if (response.request().resourceType() !== 'script') return
    const name = new URL(response.url()).pathname.split('/').at(-1)
    const weighed = response.body().then(body => ({ name, size: gzipSync(body, { level: 6 }).length / 1024 }))
    weighed.catch(() => undefined)
    pending.push(weighed)
  })
  return async () => {
    const scripts = await Promise.all(pending)
    return { names: new Set(scripts.map(({ name }) => name)), size: scripts.reduce((sum, { size }) => sum + size, 0) }
  }
}

const firstCard = page => page.locator('[data-column] [data-card]').first()

const middleOf = box => ({ x: box.x + Math.min(box.width / 2, 100), y: box.y + box.height / 2 })

/** Drags the first card of the first column into the second one: 30 steps of at least one frame. */
export const measureDrag = async page => {
  const card = firstCard(page)
  const id = await card.getAttribute('data-card')
  const columnOf = () => page.evaluate(wanted => globalThis.recorder.columnOf(wanted), id)
  const from = await columnOf()
  const target = page.locator('[data-column]').nth(1)
  const [start, end] = [middleOf(await card.boundingBox()), middleOf(await target.boundingBox())]
  await page.mouse.move(start.x, start.y)
  await page.evaluate(() => (globalThis.stopFrames = globalThis.recorder.watchFrames()))
  await page.mouse.down()
  for (let step = 1; step <= 30; step++) {
    await page.mouse.move(start.x + ((end.x - start.x) * step) / 30, start.y + ((end.y - start.y) * step) / 30)
    await page.waitForTimeout(17)
  }
  const frames = await page.evaluate(() => ({ ...globalThis.stopFrames(), now: performance.now() }))
  await page.mouse.up()
  await page.evaluate(() => globalThis.recorder.quiet(300))
  if ((await columnOf()) === from) throw new Error(`card ${id} stayed in column ${from}`)
  const drop = await page.evaluate(since => globalThis.recorder.longestEvent(since), frames.now)
  return { drop, lost: frames.lost }
}

/** Types a word into the filter, letter by letter; each answers the time from the key to the last change it caused, painted. */
export const measureFilter = async (page, field, word) => {
  await page.locator(field).first().focus()
  const spent = []
  for (const letter of word) {
    await page.keyboard.press(letter)
    spent.push(
      await page.evaluate(async () => {
        await globalThis.recorder.quiet(250)
        const { log } = globalThis.recorder
        return log.lastPaint - log.keys.at(-1)
      }),
    )
  }
  return spent
}

/** The first card takes the keys. */
export const focusFirstCard = page =>
  firstCard(page).evaluate(card => {
    const target = card.matches('a, button, [tabindex]') ? card : card.querySelector('a, button, [tabindex]')
    target?.focus()
  })

/** Tenths of a second an edit may take to be durable on a busy disk; a key that writes nothing is not waited for. */
const longestSave = 50

/** Presses the keys in turn, each after a rest; each answers its commit on the board and its strict transaction in `store`. */
export const measureEdits = async (page, keys, store, count) => {
  const edits = []
  await page.evaluate(() => (globalThis.recorder.log.watchesPaint = false))
  for (let edit = 0; edit < count; edit++) {
    await page.keyboard.press(keys[edit % keys.length])
    edits.push(
      await page.evaluate(
        async ([wanted, patience]) => {
          const { log, quiet } = globalThis.recorder
          const pressed = log.keys.at(-1)
          const find = () => log.saves.find(({ begun, stores }) => begun >= pressed && stores.includes(wanted))
          await quiet(300)
          for (let waits = 0; waits < patience && !find(); waits++) await quiet(100)
          const saved = find()
          return { commit: (log.firstBoardChange ?? Infinity) - pressed, durable: (saved?.at ?? Infinity) - pressed }
        },
        [store, store === undefined ? 0 : longestSave],
      ),
    )
  }
  return edits
}

/** Megabytes in use after a full collection. */
export const measureHeap = async (context, page) => {
  const session = await context.newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}
