import type { Journey } from './journey.ts'

/** The people of some teams, as the screen of people names them. */
export const peopleOfTeams = async (journey: Journey, teams: readonly string[]): Promise<readonly string[]> => {
  const page = journey.page()
  const met: string[] = []
  for (const team of teams) {
    await journey.go(`#/t/${team}/people`)
    const fields = page.locator('[data-person] button[aria-label^="Name: "]')
    await fields.first().waitFor()
    met.push(...(await fields.allTextContents()))
  }
  return [...new Set(met.map(name => name.trim()))]
}
