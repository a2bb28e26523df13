const inAddress = (page, pattern) => pattern.exec(decodeURIComponent(page.url()))?.[1] ?? ''
const teamIn = page => inAddress(page, /#\/t\/([^/]+)/)

/** The ids the addresses of an open workspace are made of: the chosen team, another one, and the key of the first card. */
export const readAddresses = async page => {
  await page.locator('[data-column] [data-card]').first().waitFor({ timeout: 60_000 })
  const team = teamIn(page)
  await page.locator('[data-column] [data-card]').first().click()
  await page.waitForURL(/\/c\//)
  const card = inAddress(page, /\/c\/([^/]+)/)
  await page.goBack()
  await page.locator('nav button[aria-haspopup="menu"]', { hasText: 'Digitale Bauakte' }).click()
  await page.locator('[role^="menuitem"][aria-checked="false"]').first().click()
  await page.waitForURL(url => !url.hash.includes(team))
  return { team, kanban: teamIn(page), card }
}

/** Opens the sample as a person would: the start page, one click. */
export const openSample = async (page, address) => {
  await page.goto(`${address}#/start`)
  await page.getByRole('button', { name: 'Beispiel ansehen' }).click()
  return readAddresses(page)
}
