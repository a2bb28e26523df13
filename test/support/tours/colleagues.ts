import { clearAside, layAside } from '../lay-aside.ts'
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

/** What people see who are not alone: devices, access, invitations, and the page on which somebody joins. */
export const colleaguesTour: readonly Stop[] = [
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
        of: ['features/people/leaving'],
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
  {
    name: 'people and devices with what was set aside',
    route: people,
    sight: '[data-late-edits]',
    ready: async page => {
      await layAside(page)
      await page.locator('[data-refused-entries]').waitFor()
      await page.locator('[data-late-edits] li').first().waitFor()
    },
    after: clearAside,
  },
]
