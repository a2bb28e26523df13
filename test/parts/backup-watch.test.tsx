import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { packArchive } from '../../src/exchange/pack-archive.ts'
import BackupLine from '../../src/parts/backup-watch/backup-line.tsx'
import BackupNotice from '../../src/parts/backup-watch/backup-notice.tsx'
import { DeviceContext } from '../../src/parts/device-context.ts'
import { ExchangeContext } from '../../src/parts/exchange-context.ts'
import type { BackupState } from '../../src/workspace/backup-port.ts'
import type { ExchangePort } from '../../src/workspace/exchange-port.ts'
import { memoryBackup } from '../support/memory-backup.ts'
import { memoryDevice } from '../support/memory-device.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

const known = { id: 'w', name: 'Bauamt', person: { id: 'anna', name: 'Anna Öztürk' }, lastOpenedAt: 1, sample: false }
const folder = { name: 'Netzlaufwerk', sealed: false, permission: 'granted' } as const
const last = { at: Date.UTC(2026, 10, 20, 13, 5), name: 'x', where: 'folder', bytes: 1, sealed: false } as const

const show = async (state: Partial<BackupState>, { sample = false } = {}) => {
  const at = await teamAtWork()
  const backups = memoryBackup(state)
  const id = at.workspace.id
  const { device } = memoryDevice({ known: [{ ...known, id, sample }], backup: backups.backup })
  const shown = await showScreen(
    at,
    <DeviceContext value={device}>
      <ExchangeContext value={{ packArchive } as Partial<ExchangePort> as ExchangePort}>
        <BackupNotice />
        <BackupLine />
      </ExchangeContext>
    </DeviceContext>,
  )
  await screen.findByRole('link', { name: /^(Sicherung |Noch keine)/ })
  return { ...backups, shown }
}

const close = () => userEvent.click(screen.getByRole('button', { name: 'Schließen' }))

beforeEach(() => localStorage.clear())

test('the date of the last backup stands in words, and leads to the page about data', async () => {
  await show({ folder, last })
  expect(screen.getByRole('link', { name: 'Sicherung Fr., 20. Nov., 14:05' })).toHaveAttribute('href', '/data')
  expect(screen.queryByRole('button')).toBeNull()
})

test('without any it says so, and hears of the first', async () => {
  const { backup } = await show({ folder })
  expect(screen.getByRole('link', { name: 'Noch keine Sicherung' })).toBeVisible()
  await backup.writeNow()
  expect(await screen.findByRole('link', { name: /^Sicherung .*\d\d:\d\d$/ })).toBeVisible()
})

describe('a line over every screen', () => {
  test('reminds of a file, which is one tap', async () => {
    const { asked } = await show({ supported: false, isReminderDue: true, changes: 50 })
    await userEvent.click(screen.getByRole('button', { name: 'Als Datei speichern' }))
    await waitFor(() => expect(asked).toEqual(['download']))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Als Datei speichern' })).toBeNull())
  })

  test('put off, it is quiet until tomorrow', async () => {
    const { shown } = await show({ supported: false, isReminderDue: true })
    await close()
    expect(screen.queryByRole('button')).toBeNull()
    shown.unmount()
    await show({ supported: false, isReminderDue: true })
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('asks for the folder again with one click, and a backup follows', async () => {
    const { asked } = await show({ folder: { ...folder, permission: 'prompt' } })
    await userEvent.click(screen.getByRole('button', { name: 'Zugriff erlauben' }))
    await waitFor(() => expect(asked).toEqual(['renew', 'ask']))
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull())
  })

  test('says what is wrong with the folder', async () => {
    await show({ folder, trouble: { because: 'folderFull', detail: '' } })
    expect(screen.getByText(/Im Ordner „Netzlaufwerk“ ist kein Platz mehr/)).toBeVisible()
  })

  test.each([
    ['a folder that is written', {}, { folder, last }],
    ['the sample', { sample: true }, { isReminderDue: true }],
    ['a browser without folders', {}, { supported: false }],
  ])('is not drawn for %s', async (_case, options, state) => {
    await show(state, options)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
