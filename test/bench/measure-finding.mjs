import { focusFirstCard, inTab, measureFilter, measureOpen } from './samples.mjs'

/** How much lies on a board where things are looked for: cards, comments, photos. */
export const findingSize = 5000
const [comments, photos] = [200, 100]

export const seedFinding = (context, { pages, app }) => app.seedFinding(context, pages, findingSize, comments, photos)

/** Milliseconds from a key to the last change it caused beside the cards of the board, painted. */
const answerTo = (page, key) =>
  page.keyboard.press(key).then(() =>
    page.evaluate(async () => {
      await globalThis.recorder.quiet(300)
      const { log } = globalThis.recorder
      return log.lastPaintBesideCards - log.keys.at(-1)
    }),
  )

/** Letters in the search over everything, the palette, a card; beside them letters in the filter of the control board. */
export const measureFinding = async (context, { pages, app }, address, samples) => {
  const add = (name, value) => value > 0 && samples.add(name, findingSize, value)
  const letters = (page, field) => measureFilter(page, field, app.filterWord)
  await inTab(context, `${pages}control.html?cards=${findingSize}`, async page => {
    await measureOpen(page)
    for (let times = 0; times < 4; times++) {
      const spent = await answerTo(page, 'Control+k')
      // The first time is not weighed in the app either.
      if (times > 0) add('control opened', spent)
      await answerTo(page, 'Escape')
    }
    for (const spent of await letters(page, 'input')) add('control filter', spent)
  })
  await inTab(context, address, async page => {
    await measureOpen(page)
    await page.waitForTimeout(4000)
    await focusFirstCard(page)
    // The first time fetches what the later ones have.
    await answerTo(page, 'Control+k')
    await answerTo(page, 'Escape')
    for (let times = 0; times < 3; times++) {
      add('app palette', await answerTo(page, 'Control+k'))
      await answerTo(page, 'Escape')
    }
    await answerTo(page, 'Enter')
    for (let times = 0; times < 3; times++) {
      await answerTo(page, 'Escape')
      add('app card', await answerTo(page, 'Enter'))
    }
    await page.evaluate(() => (location.hash = '#/search'))
    await page.locator(app.filterField).first().waitFor()
    await answerTo(page, 'x')
    await page.waitForTimeout(3000)
    await page.keyboard.press('Backspace')
    for (const spent of await letters(page, app.filterField)) add('app search', spent)
  })
}

const row = (name, value, floor, target) => ({
  name,
  unit: 'ms',
  value: median => median(value),
  floor: median => median(floor),
  target,
  at: [findingSize],
})

/** A letter in the search costs what a letter in a filter may; what opens may take as much longer than a bare dialog as a board may. */
export const findingTargets = [
  row('search keystroke', 'app search', 'control filter', 1.4),
  row('palette opens', 'app palette', 'control opened', 3.5),
  row('card opens', 'app card', 'control opened', 3.5),
]
