import { chromium } from 'playwright'
import { openSample } from '../screenshots/sample.mjs'
import { buildWhenStale, dist } from '../support/build.mjs'
import { browserArguments, findBrowser } from '../support/find-browser.mjs'
import { serve } from '../support/serve.mjs'

const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
const places = ['board', 'backlog', 'sprint/planning', 'sprint', 'impediments', 'bin']
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
/** Above this many cards of its own the soak only moves what is there. */
const mostCards = 150

/** A repeatable choice: the seed stands in the report. */
const chance = seed => {
  let state = seed
  return count => {
    state = (state * 1664525 + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

const goTo = (tab, place) => tab.page.goto(`${tab.address}#/t/${tab.team}/${place}`)
const cards = tab => tab.page.locator('[data-column] [data-card]')
const onBoard = async tab => {
  await goTo(tab, 'board')
  await cards(tab).first().waitFor()
}
const quiet = tab => tab.page.getByText('Gesichert auf diesem Gerät').first().waitFor({ timeout: 60_000 })

/** What a person does in a minute at the board; the first takes the larger part. */
const acts = {
  move: async (tab, pick) => {
    await onBoard(tab)
    const shown = await cards(tab).count()
    const one = cards(tab).nth(pick(shown))
    await one.focus()
    for (let steps = 1 + pick(4); steps > 0; steps--) await tab.page.keyboard.press(`Alt+${arrows[pick(4)]}`)
  },
  add: async (tab, pick, told) => {
    if (told.cards >= mostCards) return acts.move(tab, pick)
    await onBoard(tab)
    const column = tab.page.locator('[data-column]').nth(pick(3))
    const field = column.getByRole('textbox', { name: 'Titel der neuen Karte' })
    if (!(await field.isVisible())) await column.getByRole('button', { name: 'Karte', exact: true }).click()
    await field.fill(`Vorgang ${++told.cards} aus dem Postkorb übernehmen`)
    await field.press('Enter')
    await field.press('Escape')
  },
  takeBack: async (tab, pick) => {
    await onBoard(tab)
    await cards(tab).first().focus()
    for (const key of ['Control+z', 'Control+z', 'Control+Shift+z']) {
      await tab.page.keyboard.press(key)
      await sleep(pick(300))
    }
  },
  read: async (tab, pick) => {
    await goTo(tab, places[pick(places.length)])
    await tab.page.locator('main').first().waitFor()
    await sleep(300)
  },
  openCard: async (tab, pick) => {
    await onBoard(tab)
    await cards(tab)
      .nth(pick(await cards(tab).count()))
      .click()
    const panel = tab.page.locator('dialog[open]')
    await panel.waitFor()
    await panel.getByRole('button', { name: 'Schließen', exact: true }).focus()
    await tab.page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  },
  reload: async tab => {
    if (tab.stays) return
    await quiet(tab)
    await tab.page.reload()
  },
}
const diary = ['move', 'move', 'move', 'add', 'takeBack', 'read', 'openCard', 'reload']

const weigh = async tab => {
  await tab.session.send('HeapProfiler.collectGarbage')
  const { metrics } = await tab.session.send('Performance.getMetrics')
  const value = name => metrics.find(metric => metric.name === name).value
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') }
}

const openTab = async (context, address, sample, stays, faults) => {
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('pageerror', error => faults.push(`page error: ${error.message}`))
  page.on('console', message => message.type() === 'error' && faults.push(`console: ${message.text()}`))
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  return { page, session, address, team: sample.kanban, stays }
}

/** Every card with its column, as the screen of a tab shows it: so high that no card waits outside to be drawn. */
const standing = async tab => {
  // A tab that lies behind another one draws no frame, and no card that has come into sight.
  await tab.page.bringToFront()
  await tab.page.setViewportSize({ width: 1440, height: 12_000 })
  await onBoard(tab)
  await quiet(tab)
  await tab.page.waitForFunction(() =>
    [...document.querySelectorAll('[data-column]')].every(column => {
      const cards = column.querySelectorAll('[data-card]')
      return cards.length === Number(cards[0]?.getAttribute('aria-setsize') ?? 0)
    }),
  )
  return tab.page.evaluate(() =>
    [...document.querySelectorAll('[data-column]')].map(column => {
      const inside = [...column.querySelectorAll('[data-card]')].map(card => card.dataset.card)
      return `${column.dataset.column}: ${inside.join(' ')}`
    }),
  )
}

const growth = (weights, what) => {
  const of = part => part.map(weight => weight[what]).toSorted((one, other) => one - other)[Math.floor(part.length / 2)]
  const third = Math.max(1, Math.floor(weights.length / 3))
  return of(weights.slice(-third)) / of(weights.slice(third, 2 * third))
}

/**
 * Two tabs are worked in for so many minutes; one is never reloaded. Out: a line for the report, and every fault: an error in a page,
 * a tab that shows something else than the other, memory, elements or listeners that go on growing.
 */
export const endureSoak = async ({ minutes, seed }) => {
  if (!buildWhenStale()) throw new Error('the app could not be built')
  const server = await serve(dist)
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
  const [faults, weights, told, pick] = [[], [], { cards: 0, acts: 0 }, chance(seed)]
  try {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1440, height: 900 } })
    const first = await context.newPage()
    const sample = await openSample(first, server.address)
    await first.close()
    const tabs = [
      await openTab(context, server.address, sample, true, faults),
      await openTab(context, server.address, sample, false, faults),
    ]
    for (const tab of tabs) await onBoard(tab)
    const end = Date.now() + minutes * 60_000
    for (let next = Date.now(); Date.now() < end; told.acts++) {
      const [tab, name] = [tabs[pick(2)], diary[pick(diary.length)]]
      await acts[name](tab, pick, told).catch(error => faults.push(`${name}: ${error.message.split('\n')[0]}`))
      if (Date.now() < next) continue
      await onBoard(tabs[0])
      weights.push(await weigh(tabs[0]))
      next = Date.now() + Math.min(60_000, (minutes * 60_000) / 12)
    }
    const [one, other] = [await standing(tabs[0]), await standing(tabs[1])]
    if (one.join('\n') !== other.join('\n')) faults.push(`the tabs differ: ${one.join(' | ')} and ${other.join(' | ')}`)
  } finally {
    await browser.close()
    await server.stop()
  }
  const grown = ['heap', 'nodes', 'listeners'].map(what => [what, growth(weights, what)])
  for (const [what, ratio] of grown) if (ratio > 1.5) faults.push(`${what} grew ${ratio.toFixed(2)} times`)
  const sizes = grown.map(([what, ratio]) => `${what} ${ratio.toFixed(2)}x`).join(', ')
  return {
    report: `${minutes} minutes, ${told.acts} acts, ${told.cards} cards, seed ${seed}, last third: ${sizes}`,
    faults,
  }
}
