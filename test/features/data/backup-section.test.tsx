import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { renameItem } from '../../../src/domain/work/edit-text.ts'
import { packArchive } from '../../../src/exchange/pack-archive.ts'
import { readFile } from '../../../src/exchange/read-file.ts'
import { makeArchiveSeal } from '../../../src/exchange/seal-archive.ts'
import DataScreen from '../../../src/features/data/data-screen.tsx'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { ExchangeContext } from '../../../src/parts/exchange-context.ts'
import { toasts } from '../../../src/ui/toasts.ts'
import { archiveOf } from '../../../src/workspace/archive.ts'
import type { BackupFinding } from '../../../src/workspace/backup-port.ts'
import type { ExchangePort } from '../../../src/workspace/exchange-port.ts'
import { archiveFile, memoryBackup } from '../../support/memory-backup.ts'
import { memoryDevice } from '../../support/memory-device.ts'
import { workerHere } from '../../support/worker-here.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const exchange = {
  read: (file, watch) => readFile(file, watch, workerHere),
  packArchive,
  makeSeal: makeArchiveSeal,
} as Partial<ExchangePort> as ExchangePort

type Start = Parameters<typeof memoryBackup>[0]

const show = async (start: Start = {}, at?: TeamAtWork) => {
  const team = at ?? (await teamAtWork())
  const backups = memoryBackup(start)
  const device = memoryDevice({ backup: backups.backup })
  const open = () =>
    showScreen(
      team,
      <DeviceContext value={device.device}>
        <ExchangeContext value={exchange}>
          <DataScreen />
        </ExchangeContext>
      </DeviceContext>,
      '/data',
    )
  return { ...backups, team, open }
}

const folder = { name: 'Netzlaufwerk', sealed: false, permission: 'granted' } as const
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const press = async (name: string | RegExp) => userEvent.click(await button(name))

beforeEach(() => localStorage.clear())

describe('Anna chooses a folder', () => {
  test('and the first backup lies there at once', async () => {
    const { open, asked } = await show()
    await open()
    await screen.findByText('Noch keine Sicherung außerhalb dieses Browsers.')
    await press('Sicherungsordner wählen')
    await press('Ordner wählen')
    expect(await screen.findByText(/^Letzte Sicherung .*im Sicherungsordner/)).toBeVisible()
    expect(asked).toEqual(['choose', 'write'])
    expect(within(await screen.findByRole('list', { name: 'Sicherungen im Ordner' })).getByText(/lesbar/)).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  test('with a passphrase that is long enough, and is told that nobody can bring it back', async () => {
    const { open, asked } = await show()
    await open()
    await press('Sicherungsordner wählen')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('radio', { name: 'Nur wer die Passphrase kennt' }))
    expect(dialog.getByText(/Niemand kann eine vergessene Passphrase wiederherstellen/)).toBeVisible()
    const field = dialog.getByLabelText(/^Passphrase/, { selector: 'input' })
    await userEvent.type(field, 'Brücke 7')
    expect(dialog.getByText('Noch 4 Zeichen.')).toBeVisible()
    await press('Ordner wählen')
    expect(dialog.getByText('Bitte mindestens 12 Zeichen.')).toBeVisible()
    expect(asked).toEqual([])
    await userEvent.type(field, ' grünes Licht heute')
    expect(dialog.getByText('Schwer zu erraten.')).toBeVisible()
    expect(field).toHaveAttribute('type', 'password')
    await userEvent.click(dialog.getByRole('button', { name: 'Anzeigen' }))
    expect(field).toHaveAttribute('type', 'text')
    await press('Ordner wählen')
    await waitFor(() => expect(asked).toEqual(['choose sealed', 'write']))
    expect(await screen.findByText(/mit der Passphrase versiegelt/)).toBeVisible()
  })

  test('and thinks better of it in the browser’s window: nothing has changed', async () => {
    const { open, at } = await show()
    at.picked = { because: 'cancelled', detail: '' }
    await open()
    await press('Sicherungsordner wählen')
    await press('Ordner wählen')
    expect(await button('Sicherungsordner wählen')).toBeVisible()
    expect(screen.queryByRole('list', { name: 'Sicherungen im Ordner' })).toBeNull()
  })
})

describe('the folder that was chosen', () => {
  test('is written again, sealed, opened, and given up; what lies there stays', async () => {
    const { open, asked, at } = await show({ folder })
    await open()
    await press('Jetzt sichern')
    await press('Passphrase setzen')
    await userEvent.click(await screen.findByRole('radio', { name: 'Nur wer die Passphrase kennt' }))
    await userEvent.type(screen.getByLabelText(/^Passphrase/, { selector: 'input' }), 'vier Wörter auf einem Zettel')
    await press('Übernehmen')
    await press('Passphrase ändern')
    await userEvent.click(await screen.findByRole('radio', { name: 'Alle, die den Ordner öffnen können' }))
    await press('Übernehmen')
    await press('Ordner nicht mehr verwenden')
    expect(await button('Sicherungsordner wählen')).toBeVisible()
    expect(asked).toEqual(['write', 'seal', 'write', 'unseal', 'write', 'forget'])
    expect(at.files).toHaveLength(3)
  })

  test.each([
    ['folderGone', /ist nicht zu finden.*Auf diesem Gerät ist alles da/],
    ['folderReadOnly', /darf nicht geschrieben werden.*unversehrt/],
    ['folderFull', /kein Platz mehr.*unversehrt/],
    ['backupFailed', /nicht gelungen.*unversehrt/],
  ] as const)('says in a sentence of its own: %s', async (because, sentence) => {
    const { open, at } = await show({ folder })
    at.fails = because satisfies BackupFinding['because']
    await open()
    await press('Jetzt sichern')
    expect(await screen.findByText(sentence)).toBeVisible()
  })

  test('is asked for again kindly after a restart of the browser', async () => {
    const { open, asked, at } = await show({ folder: { ...folder, permission: 'prompt' } })
    at.renews = false
    await open()
    expect(await screen.findByText(/Der Browser möchte neu gefragt werden/)).toBeVisible()
    await press('Zugriff erlauben')
    await waitFor(() => expect(toasts.store.getState().shown.at(-1)?.text).toContain('nicht erlaubt'))
    at.renews = true
    await press('Zugriff erlauben')
    expect(await button('Jetzt sichern')).toBeVisible()
    expect(asked).toEqual(['renew', 'renew', 'write'])
  })

  test('is left to the tab that leads', async () => {
    const { open, asked, at } = await show({ folder })
    at.fails = 'notLeading'
    await open()
    await press('Jetzt sichern')
    await waitFor(() => expect(asked).toEqual(['write', 'ask']))
    expect(toasts.store.getState().shown.at(-1)?.text).toContain('innerhalb einer Minute')
  })
})

describe('a browser that cannot write into folders', () => {
  test('hands out a file, and the page knows of it', async () => {
    const { open, asked } = await show({ supported: false, isReminderDue: true })
    await open()
    expect(await screen.findByText(/erinnert Lotse an eine neue Datei/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sicherungsordner wählen' })).toBeNull()
    await press('Als Datei speichern')
    expect(await screen.findByText(/^Letzte Sicherung .*als Datei/)).toBeVisible()
    expect(asked).toEqual(['download'])
  })
})

describe('an archive of the folder is brought back', () => {
  const passphrase = 'Grünes Licht für Brücke 7'

  test('after a look at what would change, by name; sealed ones ask for their passphrase first', async () => {
    const { open, at, team } = await show({ folder: { ...folder, sealed: true } })
    const card = await team.card({ title: 'Wohngeldantrag prüfen' })
    const seal = await makeArchiveSeal(passphrase)
    const { file } = await packArchive(await archiveOf(team.workspace), { seal: seal.ok ? seal.value : undefined })
    at.files = [archiveFile('Lotse Bauamt 2026-11-19.lotse', file)]
    await team.workspace.run(renameItem, { item: card.id, title: 'Aus Versehen umbenannt' })
    await team.card({ title: 'Danach entstanden' })
    await open()
    await press('„Lotse Bauamt 2026-11-19.lotse“ einspielen')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.type(await dialog.findByLabelText(/Passphrase/, { selector: 'input' }), 'grünes licht für brücke 7')
    await userEvent.click(dialog.getByRole('button', { name: 'Sicherung öffnen' }))
    expect(await dialog.findByText(/Die Passphrase passt nicht/)).toBeVisible()
    const again = dialog.getByLabelText(/Passphrase/, { selector: 'input' })
    await userEvent.clear(again)
    await userEvent.type(again, `${passphrase}{Enter}`)
    await userEvent.click(await dialog.findByText('Karten: 1 geändert, 1 in den Papierkorb'))
    expect(dialog.getByText('Wohngeldantrag prüfen')).toBeVisible()
    expect(dialog.getByText('Danach entstanden')).toBeVisible()
    expect(team.item(card.id).title, 'nothing is written before').toBe('Aus Versehen umbenannt')
    await userEvent.click(dialog.getByRole('button', { name: 'Zurückholen' }))
    await waitFor(() => expect(team.item(card.id).title).toBe('Wohngeldantrag prüfen'))
    await team.workspace.undo()
    expect(team.item(card.id).title).toBe('Aus Versehen umbenannt')
  })

  test('half written by another program, it says where it breaks off, and nothing has changed', async () => {
    const { open, at, team } = await show({ folder })
    await team.card({ title: 'Wohngeldantrag prüfen' })
    const { file } = await packArchive(await archiveOf(team.workspace))
    const half = archiveFile('Lotse Bauamt 2026-11-19.lotse.json', file.slice(0, file.size / 2))
    at.files = [half, { ...half, name: 'weg.lotse', open: () => Promise.reject(new DOMException('', 'NotFoundError')) }]
    const digest = await team.workspace.digest()
    await open()
    await press(/11-19/)
    expect(await screen.findByRole('alert')).toHaveTextContent(/bricht in Zeile .* Es wurde nichts verändert/)
    await press('Abbrechen')
    await press(/weg/)
    expect(await screen.findByRole('alert')).toHaveTextContent(/konnte die Datei nicht lesen/)
    expect(await team.workspace.digest()).toBe(digest)
  })
})
