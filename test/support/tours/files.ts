import { readFileSync } from 'node:fs'
import { sealedArchive } from '../../exchange/golden-archive.ts'
import { giveFolder } from '../backup-folder.ts'
import { failDisk, holdDisk, letDisk, mendDisk } from '../disk-trouble.ts'
import { follow, inTurn, press, type Addresses, type Step, type Stop } from '../walk.ts'

const inTeam =
  (tail: string) =>
  ({ team }: Addresses): string =>
    `#/t/${team}/${tail}`

/** Puts a file into the field, and waits for what shows that it is there. */
const giveFile =
  (name: string, text: string | Buffer, shows = '#files-review'): Step =>
  async page => {
    const field = page.locator('input[type=file]')
    await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
    await page.locator(shows).first().waitFor()
  }

const trelloFile = readFileSync(new URL('../../journeys/fixtures/trello-board.json', import.meta.url))
const table = 'Titel;Status;Punkte;Fällig\nFormular prüfen;Bereit;3;24.12.2026\nSatzung lesen;In Arbeit;5;31.02.2026'

const others = Array.from({ length: 14 }, (_, index) => `Custom field (Feld ${index})`)
const issues = [
  ['Summary', 'Issue key', 'Issue Type', 'Status', 'Comment', 'Comment', ...others],
  ['Akte einsehen', 'BAU-1', 'Story', 'Offen', '01/Mar/26 8:00;ben;Eins', '02/Mar/26 8:00;ben;Zwei', ...others],
]
const jiraFile = issues.map(cells => cells.join(',')).join('\n')

/** On a drive that has fallen asleep: the first byte does not come. */
const giveSleepingFile: Step = async (page, say) => {
  await page.evaluate(() => {
    const { arrayBuffer } = File.prototype
    File.prototype.arrayBuffer = function (this: File) {
      return this.name === 'netzlaufwerk.csv' ? new Promise<never>(() => undefined) : arrayBuffer.call(this)
    }
  })
  await giveFile('netzlaufwerk.csv', table, 'main [data-step-focus]:not(h2)')(page, say)
}

// What was brought before is recognised, so every visit brings a card of its own.
let brought = 0
const giveNewCard: Step = (page, say) =>
  giveFile('nachtrag.csv', `Titel;Status;Punkte;Fällig\nNachtrag ${++brought};Bereit;3;24.12.2026`)(page, say)

const isOver: Step = async page => {
  await page.locator('#files-review').waitFor({ state: 'detached' })
  await page.locator('main h2[data-step-focus]').waitFor()
}
const bringOne = inTurn(giveNewCard, press('files.takeOver'), isOver)

/** The archive of a moment ago, after which a card has come. */
const giveOwnArchive: Step = async (page, say) => {
  const route = new URL(page.url()).hash
  const goTo = (hash: string): Promise<void> => page.evaluate(next => void (location.hash = next), hash)
  await goTo('#/data')
  const [download] = await Promise.all([page.waitForEvent('download'), press('copies.backup.save')(page, say)])
  const archive = readFileSync(await download.path())
  await goTo(route)
  await bringOne(page, say)
  await goTo('#/settings')
  await page.locator('input[type=file]').waitFor({ state: 'detached' })
  await goTo(route)
  await giveFile('sicherung.lotse.json', archive, 'main summary')(page, say)
}

const chooseFolder: Step = async (page, say) => {
  const archives = page.getByRole('list', { name: say('copies.archives.title') })
  await archives.or(page.getByRole('button', { name: say('copies.folder.choose') })).waitFor()
  // The folder stays chosen from look to look.
  if (await archives.isVisible()) return
  await giveFolder(page)
  await press('copies.folder.choose', 'copies.seal.choose.act')(page, say)
  await archives.waitFor()
}

/** A card that the disk does not take. */
const writeInVain: Step = async (page, say) => {
  await failDisk(page)
  const line = page.getByRole('textbox', { name: say('backlog.add') })
  await line.fill('Bescheide vom Freitag')
  await line.press('Enter')
  await page.getByText(say('data.notSaved.storageFull')).waitFor()
}

/** Files that come and go, copies, and what is said when the disk does not play along. */
export const filesTour: readonly Stop[] = [
  { name: 'bringing along', route: inTeam('import') },
  { name: 'Trello file', route: inTeam('import'), ready: giveFile('board.json', trelloFile) },
  { name: 'table', route: inTeam('import'), ready: giveFile('vorgaenge.csv', table) },
  {
    name: 'Jira file',
    route: inTeam('import'),
    ready: inTurn(giveFile('jira.csv', jiraFile), follow('#main summary')),
  },
  { name: 'file being read', route: inTeam('import'), ready: giveSleepingFile },
  {
    name: 'sealed file',
    route: inTeam('import'),
    ready: giveFile('sicherung.lotse', Buffer.from(sealedArchive, 'hex'), 'main input[type=password]'),
  },
  {
    name: 'import being written',
    route: inTeam('import'),
    ready: inTurn(giveNewCard, holdDisk, press('files.takeOver'), page =>
      page.locator('main [role=status][data-step-focus]').waitFor(),
    ),
    after: inTurn(letDisk, isOver),
  },
  { name: 'what an import brought', route: inTeam('import'), ready: bringOne },
  { name: 'import taken back', route: inTeam('import'), ready: inTurn(bringOne, press('files.takeBack'), isOver) },
  { name: 'archive', route: inTeam('import'), ready: inTurn(giveOwnArchive, follow('main summary')) },
  {
    name: 'archive restored',
    route: inTeam('import'),
    ready: inTurn(giveOwnArchive, press('files.archive.restore'), isOver),
  },
  { name: 'giving out', route: inTeam('export') },
  {
    name: 'data',
    route: () => '#/data',
    ready: press('copies.snapshots.take'),
    surfaces: [
      { name: 'snapshot', of: ['features/data/restore-dialog'], open: press('copies.snapshots.restoreNamed') },
    ],
  },
  {
    name: 'data with a folder',
    route: () => '#/data',
    ready: chooseFolder,
    surfaces: [
      { name: 'readers of its archives', of: ['features/data/seal-dialog'], open: press('copies.folder.setSeal') },
      {
        name: 'passphrase of its archives',
        of: ['features/data/seal-dialog'],
        open: inTurn(press('copies.folder.setSeal'), page =>
          page.getByRole('dialog').getByRole('radio').last().check(),
        ),
      },
    ],
  },
  {
    name: 'backlog with something unsaved',
    route: inTeam('backlog'),
    ready: writeInVain,
    surfaces: [
      {
        name: 'leaving it',
        of: ['app/leave-question'],
        open: async (page, say) => {
          await page.evaluate(() => void (location.hash = '#/start'))
          await page.getByText(say('start.sample')).click()
        },
        after: async page => {
          await page.goBack()
          await page.locator('main [data-backlog]').waitFor()
        },
      },
    ],
    after: mendDisk,
  },
]
