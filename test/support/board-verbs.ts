import type { Locator, Page } from 'playwright'

export const column = (page: Page, name: string): Locator => page.locator(`[data-column][aria-label="${name}"]`)

/** The card with this title, wherever it stands; the copy in the air does not count. */
export const card = (page: Page, title: string): Locator =>
  page.locator('[data-card]').filter({ has: page.getByText(title, { exact: true }) })

/** Titles of a column's cards from top to bottom. */
export const titlesIn = async (page: Page, name: string): Promise<readonly string[]> => {
  const cards = column(page, name).locator('[data-card]')
  const read = await cards.evaluateAll(shells =>
    shells
      .map(shell => ({
        at: Number(shell.getAttribute('data-index')),
        title: shell.querySelector('p')?.textContent ?? '',
      }))
      .toSorted((one, other) => one.at - other.at),
  )
  return read.map(({ title }) => title)
}

export const cardIn = (page: Page, name: string, title: string): Locator =>
  column(page, name)
    .locator('[data-card]')
    .filter({ has: page.getByText(title, { exact: true }) })

/** Takes the card with the mouse, carries it in steps as a hand does, and lets go over the column. */
export const dragCard = async (page: Page, title: string, to: string): Promise<void> => {
  const from = await card(page, title).boundingBox()
  const target = await column(page, to).boundingBox()
  if (!from || !target) throw new Error(`${title} or ${to} is not on the screen`)
  await page.mouse.move(from.x + from.width / 2, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + 18, { steps: 3 })
  await page.mouse.move(target.x + target.width / 2, target.y + 120, { steps: 12 })
  await page.locator('[data-column][data-target]').waitFor()
  await page.mouse.up()
  await cardIn(page, to, title).waitFor()
}

/** Alt and an arrow on the focused card. */
export const moveByKeys = async (page: Page, title: string, ...arrows: readonly string[]): Promise<void> => {
  await card(page, title).focus()
  for (const arrow of arrows) await page.keyboard.press(`Alt+Arrow${arrow}`)
}

/** Opens the card and uses its menu: no drag, no key. */
export const moveByMenu = async (page: Page, title: string, to: string): Promise<void> => {
  await openCard(page, title)
  await page.getByRole('button', { name: 'Mehr zu dieser Karte' }).click()
  await page.getByRole('menuitem', { name: 'Verschieben nach …' }).click()
  await page.getByRole('dialog', { name: 'Verschieben nach …' }).getByRole('button', { name: to }).click()
  await closeCard(page)
}

export const openCard = async (page: Page, title: string): Promise<void> => {
  await card(page, title).click()
  await page.getByRole('button', { name: `Titel: ${title}` }).waitFor()
}

export const closeCard = async (page: Page): Promise<void> => {
  const panel = page.locator('dialog[open]')
  await panel.getByRole('button', { name: 'Schließen', exact: true }).click()
  await panel.waitFor({ state: 'detached' })
}

/** The field at the end of a column, opened when it is not. */
export const quickField = async (page: Page, name: string): Promise<Locator> => {
  const field = column(page, name).getByRole('textbox', { name: 'Titel der neuen Karte' })
  const button = column(page, name).getByRole('button', { name: 'Karte', exact: true })
  // A new team's first board has the field open from the beginning.
  await field.or(button).first().waitFor()
  if (!(await field.isVisible())) await button.click()
  return field
}

/** Writes cards one after the other into the field at the end of a column, as in a planning round. */
export const addCards = async (page: Page, name: string, ...titles: readonly string[]): Promise<void> => {
  const field = await quickField(page, name)
  for (const title of titles) {
    await field.fill(title)
    await field.press('Enter')
    await cardIn(page, name, title).waitFor()
  }
}

/** Board or list. */
export const showAs = async (page: Page, shape: 'Board' | 'Liste'): Promise<void> => {
  await page.getByRole('radiogroup', { name: 'Ansicht', exact: true }).getByText(shape, { exact: true }).click()
}
