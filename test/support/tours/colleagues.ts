import { inTurn, press, type Addresses, type Step, type Stop } from '../walk.ts'

const people = ({ team }: Addresses): string => `#/t/${team}/people`

/** An invitation is made once and shows how it goes until the dialog is closed. */
const untilOpen: Step = async page => {
  await page.locator('dialog[open] svg[role=img]').waitFor()
}

const pasted =
  (text: string): Step =>
  async page => {
    await page.locator('main textarea').fill(text)
    await page.locator('main button[type=submit]').click()
    await page.locator('main [id$=error], main [role=alert]').first().waitFor()
    if ((await page.locator('main textarea').inputValue()) !== text) throw new Error('what was pasted is gone')
  }

const untilNews: Step = async page => {
  await page.locator('[data-team-news], [data-changed]').first().waitFor({ state: 'attached' })
}

/** What people see who are not alone: devices, access, invitations, and the page on which somebody joins. */
export const colleaguesTour: readonly Stop[] = [
  { name: 'today with news', route: () => '#/today', ready: untilNews, sight: '[data-team-news]' },
  {
    name: 'board with news',
    route: ({ team }) => `#/t/${team}/board?changed=1`,
    ready: untilNews,
    surfaces: [{ name: 'what has changed', of: ['parts/visits/news-dialog'], open: press('filter.showNews') }],
  },
  { name: 'joining', route: () => '#/join' },
  { name: 'joining with half a code', route: () => '#/join', ready: pasted('abc') },
  {
    name: 'people and devices',
    route: people,
    sight: '[aria-labelledby=devices-heading]',
    surfaces: [
      { name: 'inviting', of: ['features/people/invite-dialog'], open: press('sync.addDevice') },
      {
        name: 'invitation',
        of: ['features/people/invite-dialog'],
        open: inTurn(press('sync.addDevice', 'sync.dialog.make'), untilOpen),
      },
      {
        name: 'ending access',
        of: ['features/people/member-devices'],
        open: async (page, say) => {
          await page
            .locator('[data-member]')
            .last()
            .getByRole('button', { name: say('sync.menuOf') })
            .first()
            .click()
          await press('sync.removePerson')(page, say)
        },
      },
    ],
  },
]
