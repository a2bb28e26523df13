import { largestLazy } from './app.mjs'
import {
  focusFirstCard,
  inTab,
  measureDrag,
  measureEdits,
  measureFilter,
  measureHeap,
  measureOpen,
  watchScripts,
} from './samples.mjs'

const addAll = (samples, size, values) => {
  for (const [name, value] of Object.entries(values)) samples.add(name, size, value)
}

const editsPerRun = 10

/** What the parts cost by themselves at this size. The app has been seeded. */
export const measureFloors = async (context, pages, size, samples) => {
  const call = (name, ...args) =>
    inTab(context, `${pages}floors.html`, page =>
      page.evaluate(([wanted, given]) => globalThis.floors[wanted](...given), [name, args]),
    )
  addAll(samples, size, {
    'raw apply': await call('applyWhole', size),
    'raw load': await call('loadCold', size),
    'raw heap': await inTab(context, `${pages}floors.html`, async page => {
      await page.evaluate(count => globalThis.floors.holdInMemory(count), size)
      return measureHeap(context, page)
    }),
  })
}

/** One edit and one strict put, each on its own key, taken by the clock and at the pace that takes the app's. */
export const measureLiveFloors = (context, pages, size, samples) =>
  inTab(context, `${pages}floors.html`, async page => {
    await page.evaluate(count => globalThis.floors.openLive(count), size)
    const take = (key, store) => measureEdits(page, [key], store, editsPerRun)
    for (const { commit } of await take('e')) samples.add('raw edit', size, commit)
    for (const { durable } of await take('p', 'rows')) samples.add('seen put', size, durable)
    for (const { durable } of await take('q', 'rows')) samples.add('raw put', size, durable)
  })

/** Milliseconds in which a page that stands brings what may wait, of its own accord: no answer to a key or a pointer. */
const arrivals = 3000

/** The same three things on any board: it opens, its filter is typed into, a card is dragged. */
const measureBoard = async (context, address, name, { filterField, filterWord }, size, samples) => {
  const opened = await inTab(context, address, async page => {
    const answer = await measureOpen(page)
    await page.waitForTimeout(arrivals)
    for (const spent of await measureFilter(page, filterField, filterWord))
      if (spent > 0) samples.add(`${name} filter`, size, spent)
    return answer
  })
  const drag = await inTab(context, address, async page => {
    await measureOpen(page)
    await page.waitForTimeout(arrivals)
    return measureDrag(page)
  })
  addAll(samples, size, {
    [`${name} open`]: opened.opened,
    [`${name} elements`]: opened.elements,
    [`${name} task before`]: opened.taskBefore,
    [`${name} task after`]: opened.taskAfter,
    [`${name} drop`]: drag.drop,
    [`${name} lost`]: drag.lost,
  })
}

export const measureControl = (context, pages, size, samples) =>
  measureBoard(
    context,
    `${pages}control.html?cards=${size}`,
    'control',
    { filterField: 'input', filterWord: 'bauamt' },
    size,
    samples,
  )

/** The app on the data it was seeded with, at the address of its board. */
export const measureApp = async (context, { pages, address, app, build }, size, samples) => {
  await measureBoard(context, address, 'app', app, size, samples)
  samples.add('app records', size, await app.loadRecords(context, pages))
  const weigh = async (page, scripts) => {
    await page.locator('[data-card]').first().waitFor()
    const { names, size: script } = await scripts()
    await measureOpen(page)
    return { 'app script': script, 'app lazy': largestLazy(build, names), 'app heap': await measureHeap(context, page) }
  }
  addAll(samples, size, await inTab(context, address, weigh, watchScripts))
  const edits = await inTab(context, address, async page => {
    await measureOpen(page)
    await focusFirstCard(page)
    return measureEdits(page, app.editKeys, app.journal, editsPerRun)
  })
  for (const { commit, durable } of edits) addAll(samples, size, { 'app commit': commit, 'app durable': durable })
}

/** An import into a fresh team, and the same bytes without an app. */
export const measureImport = async (context, { pages, app }, size, samples) => {
  const raw = page => page.evaluate(count => globalThis.floors.importWhole(count), size)
  addAll(samples, size, {
    'raw import': await inTab(context, `${pages}floors.html`, raw),
    'app import': await app.importCards(context, pages, size),
  })
}
