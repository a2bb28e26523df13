import type { Page } from 'playwright'
import { closeCard, openCard } from './board-verbs.ts'
import { saved } from './team-verbs.ts'

/** Gives a card on the board to a person. */
export const assign = async (page: Page, title: string, name: string): Promise<void> => {
  await openCard(page, title)
  await page.getByRole('button', { name: /^Personen:/ }).click()
  await page.getByRole('option', { name }).click()
  await page.keyboard.press('Escape')
  await closeCard(page)
  await saved(page)
}
