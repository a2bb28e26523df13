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

const passphrase = 'Hafen Nebel Leuchtturm 7'

/** Whether one was made before or not: the same button makes the next. */
const askSheet: Step = async page => {
  await page.locator('[aria-labelledby=recovery-heading] button').first().click()
  await page.locator('dialog[open] input').waitFor()
}

const makeSheet: Step = async (page, say) => {
  await askSheet(page, say)
  await page.locator('dialog[open] input').fill(passphrase)
  await press('recovery.dialog.make')(page, say)
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: say('recovery.dialog.print') })
    .waitFor()
}

/** The sheet is there as long as the page is not loaded anew. */
const showSheet: Step = async (page, say) => {
  await makeSheet(page, say)
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    location.hash = location.hash.replace(/people$/, 'print/sheet')
  })
  await page.locator('main svg[role=img]').waitFor()
}

const ofLastMember =
  (entry: string): Step =>
  async (page, say) => {
    await page
      .locator('[data-member]')
      .last()
      .getByRole('button', { name: say('sync.menuOf') })
      .first()
      .click()
    await press(entry)(page, say)
  }

const slip: Step = async (page, say) => {
  await page.locator('main textarea').fill('7K3QX-ABCDE')
  await press('recovery.use.submit')(page, say)
  await page.locator('main [id$=error]').first().waitFor()
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
        of: ['features/people/leaving', 'features/people/member-devices'],
        open: ofLastMember('sync.removePerson'),
      },
      {
        name: 'access to teams',
        of: ['features/people/access-dialog'],
        open: ofLastMember('sync.access.menu'),
      },
      {
        name: 'bringing back',
        of: ['features/people/invite-dialog'],
        open: ofLastMember('sync.bringBack'),
      },
      { name: 'recovery sheet', of: ['features/people/sheet-dialog'], open: askSheet },
      { name: 'recovery sheet made', of: ['features/people/sheet-dialog'], open: makeSheet },
    ],
  },
  { name: 'recovery sheet on paper', route: people, ready: showSheet },
  { name: 'recovery sheet in use', route: () => '#/recover' },
  { name: 'recovery sheet with a slip', route: () => '#/recover', ready: slip },
  { name: 'founding a successor', route: () => '#/successor' },
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
