import type { Page } from 'playwright'

/** Waits until the page itself says that everything is durable; a page that never says so fails the journey. */
export const saved = async (page: Page): Promise<void> => {
  // On a phone the good state takes no room; the element is there all the same.
  await page.locator('[data-saving="saved"]').first().waitFor({ state: 'attached' })
}

export type NewTeam = Readonly<{ person: string; team: string; method?: 'Fortlaufend (Kanban)' | 'In Sprints (Scrum)' }>

/** From the start page to an empty board. */
export const foundTeam = async (page: Page, { person, team, method }: NewTeam): Promise<void> => {
  await page.getByRole('button', { name: 'Team anlegen' }).click()
  const name = page.getByRole('textbox', { name: 'Ihr Name' })
  await page.getByRole('heading', { name: 'Team anlegen' }).waitFor()
  if (await name.isVisible()) await name.fill(person)
  await page.getByRole('textbox', { name: 'Teamname' }).fill(team)
  if (method !== undefined) await page.getByRole('radio', { name: method }).check()
  await page.getByRole('button', { name: 'Team anlegen' }).click()
  await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor()
}

/** A place of the side bar or, on a phone, of the bar at the foot. */
export const goTo = async (page: Page, place: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Orte' }).getByRole('link', { name: place }).first().click()
  await page.locator('main h1').waitFor()
}

/** Everything the browser keeps for this origin is gone, as with "delete site data". */
export const deleteSiteData = async (page: Page): Promise<void> => {
  const origin = new URL(page.url()).origin
  await page.goto('about:blank')
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await session.detach()
}
