import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { ReactNode } from 'react'
import { renameItem } from '../../../src/domain/work/edit-text.ts'
import { printArchive } from '../../../src/exchange/archive.ts'
import { packArchive } from '../../../src/exchange/pack-archive.ts'
import { readBytes } from '../../../src/exchange/read-bytes.ts'
import DataScreen from '../../../src/features/data/data-screen.tsx'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { ExchangeContext } from '../../../src/parts/exchange-context.ts'
import { StorageBanner } from '../../../src/parts/storage-banner.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import type { ExchangePort } from '../../../src/workspace/exchange-port.ts'
import { memoryDevice } from '../../support/memory-device.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

/** Files read on the page itself: jsdom has no workers. */
const exchange = {
  read: async (file: File) => readBytes({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
  printArchive: async (archive: Parameters<typeof printArchive>[0]) => printArchive(archive),
  packArchive,
} as unknown as ExchangePort

const show = (at: TeamAtWork, { device }: ReturnType<typeof memoryDevice>, view: ReactNode = <DataScreen />) =>
  showScreen(
    at,
    <DeviceContext value={device}>
      <ExchangeContext value={exchange}>{view}</ExchangeContext>
    </DeviceContext>,
    '/data',
  )

beforeEach(() => localStorage.clear())

test('Anna goes back to a snapshot: she sees first what would change, and can undo it', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Wohngeldantrag prüfen' })
  await show(at, memoryDevice())
  await userEvent.click(await screen.findByRole('button', { name: 'Momentaufnahme anlegen' }))
  const back = await screen.findByRole('button', { name: /^Stand vom .* zurückholen$/ })
  await at.workspace.run(renameItem, { item: card.id, title: 'Aus Versehen umbenannt' })
  await at.card({ title: 'Danach entstanden' })

  await userEvent.click(back)
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('Karten: 1 geändert, 1 in den Papierkorb')).toBeVisible()
  expect(at.item(card.id).title).toBe('Aus Versehen umbenannt')

  await userEvent.click(dialog.getByRole('button', { name: 'Zurückholen' }))
  await waitFor(() => expect(at.item(card.id).title).toBe('Wohngeldantrag prüfen'))
  await at.workspace.undo()
  expect(at.item(card.id).title).toBe('Aus Versehen umbenannt')
})

test('a return that is refused leaves the dialog open and says why', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Wohngeldantrag prüfen' })
  await show(at, memoryDevice())
  await userEvent.click(await screen.findByRole('button', { name: 'Momentaufnahme anlegen' }))
  const back = await screen.findByRole('button', { name: /^Stand vom .* zurückholen$/ })
  await at.workspace.run(renameItem, { item: card.id, title: 'Umbenannt' })
  await userEvent.click(back)
  const dialog = within(await screen.findByRole('dialog'))
  const restore = await dialog.findByRole('button', { name: 'Zurückholen' })
  at.workspace.session.setState({ readOnly: new Set([at.home]) })
  await userEvent.click(restore)
  await waitFor(() => expect(toasts.store.getState().shown.at(-1)?.text).toContain('neuere Version'))
  expect(screen.getByRole('dialog')).toBeVisible()
  expect(at.item(card.id).title).toBe('Umbenannt')
})

test('a snapshot that is no longer readable changes nothing', async () => {
  const at = await teamAtWork()
  const browser = memoryDevice()
  browser.keep({ name: 'broken', at: Date.now(), reason: 'hourly', bytes: 3 }, new Uint8Array([1, 2, 3]))
  await show(at, browser)
  await userEvent.click(await screen.findByRole('button', { name: /zurückholen$/ }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByRole('alert')).toHaveTextContent('nicht mehr lesbar')
  expect(dialog.queryByRole('button', { name: 'Zurückholen' })).toBeNull()
})

test.each([
  ['equal', true, 'genau das, was zu sehen ist'],
  ['different', false, 'liegt etwas anderes'],
])('the check says whether disk and screen are %s', async (_state, equal, sentence) => {
  const browser = memoryDevice()
  browser.state.equal = equal
  await show(await teamAtWork(), browser)
  await userEvent.click(await screen.findByRole('button', { name: 'Jetzt prüfen' }))
  expect(await screen.findByText(new RegExp(sentence))).toBeVisible()
})

test('findings are sentences with their time, the newest first', async () => {
  const at = await teamAtWork()
  const findings = [
    { finding: 'recovered', at: 1 },
    { finding: 'copyRebuilt', at: 2 },
  ] as const
  await show(at, memoryDevice({ findings }))
  const list = within(await screen.findByRole('region', { name: 'Was aufgefallen ist' }))
  expect(list.getAllByRole('listitem').map(row => row.textContent)).toEqual([
    expect.stringContaining('Arbeitskopie'),
    expect.stringContaining('abgebrochenen Fenster'),
  ])
})

test.each([
  ['storageFull', 'Der Speicher ist voll'],
  ['storageFailed', 'konnte nicht schreiben'],
  ['storageGone', 'nicht erreichbar'],
] as const)('when saving fails with %s, the way out stands over every screen', async (because, sentence) => {
  const at = await teamAtWork()
  await at.workspace.saving.settled()
  await show(at, memoryDevice(), <StorageBanner />)
  expect(screen.queryByRole('alert')).toBeNull()
  at.workspace.saving.state.setState({ failure: { because, detail: '' } })
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
  expect(screen.getByRole('button', { name: 'Jetzt Datei speichern' })).toBeVisible()
})
