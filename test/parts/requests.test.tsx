import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { AppContext } from '../../src/parts/app-context.ts'
import { DeviceContext } from '../../src/parts/device-context.ts'
import { nextRequest, type RequestFacts } from '../../src/parts/requests/next-request.ts'
import Requests from '../../src/parts/requests/requests.tsx'
import type { Device } from '../../src/workspace/device.ts'
import { memoryTray } from '../support/memory-tray.ts'
import { memoryDevice } from '../support/memory-device.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../support/team-screen.tsx'

const quiet: RequestFacts = {
  today: '2026-11-20',
  firstDay: '2026-11-20',
  cards: 0,
  hasSprint: false,
  isPersisted: false,
  lacksFolder: true,
  isInstallable: true,
  answered: {},
}

describe('what Lotse asks for', () => {
  test.each([
    ['on the first day with two cards', { cards: 2 }, undefined],
    ['after the third card', { cards: 3 }, 'persist'],
    ['when the browser has promised already', { cards: 3, isPersisted: true }, undefined],
    ['with twenty cards, lasting storage first', { cards: 20 }, 'persist'],
    ['with twenty cards and lasting storage', { cards: 20, isPersisted: true }, 'backup'],
    ['when a sprint has been started', { isPersisted: true, hasSprint: true }, 'backup'],
    [
      'where no folder can be written or one is chosen',
      { isPersisted: true, hasSprint: true, lacksFolder: false },
      undefined,
    ],
    ['on the second visit', { firstDay: '2026-11-19' }, 'install'],
    ['on the second visit of the app itself', { firstDay: '2026-11-19', isInstallable: false }, undefined],
    ['when a no is three days old', { cards: 3, answered: { persist: '2026-11-17' } }, undefined],
    ['when a no is a week old', { cards: 3, answered: { persist: '2026-11-13' } }, 'persist'],
    [
      'a year after installing was declined',
      { firstDay: '2025-11-01', answered: { install: '2025-11-20' } },
      undefined,
    ],
  ] as const)('%s', (_when, facts, request) => {
    expect(nextRequest({ ...quiet, ...facts })).toBe(request)
  })
})

const known = { id: 'w', name: 'Bauamt', person: { id: 'anna', name: 'Anna Öztürk' }, lastOpenedAt: 1, sample: false }
const app = (way: 'ask' | 'by-hand' | 'none') => {
  const status = { installed: false, way }
  const installation = { get: () => status, subscribe: () => () => undefined, ask: async () => true }
  return { version: '1', tray: memoryTray(), installation }
}
const withoutFolder = (device: Device): Device => ({
  ...device,
  backup: () =>
    ({ state: async () => ({ supported: true, folder: undefined, last: undefined }) }) as unknown as ReturnType<
      Device['backup']
    >,
})

const show = (at: TeamAtWork, device: Device, facts: ReturnType<typeof app> = app('none')) =>
  showScreen(
    at,
    <AppContext value={facts}>
      <DeviceContext value={device}>
        <h1>Board</h1>
        <Requests />
      </DeviceContext>
    </AppContext>,
  )

const moment = () => new Promise(resolve => setTimeout(resolve, 20))
beforeEach(() => localStorage.clear())

test('lasting storage is asked for after the third card, and nothing else on that day', async () => {
  const at = await teamAtWork()
  const browser = memoryDevice({ known: [known], agrees: false })
  const shown = await show(at, withoutFolder(browser.device))
  for (const title of ['Eins', 'Zwei']) await at.card({ title })
  expect(screen.queryByRole('button', { name: 'Dauerhaft behalten' })).toBeNull()
  await at.card({ title: 'Drei' })
  await userEvent.click(await screen.findByRole('button', { name: 'Dauerhaft behalten' }))
  expect(browser.asked).toEqual(['persist'])
  expect(screen.getByRole('heading')).toHaveFocus()
  shown.unmount()
  for (let more = 0; more < 20; more++) await at.card({ title: 'Weitere' })
  await show(at, withoutFolder(browser.device))
  await moment()
  expect(screen.queryByRole('button')).toBeNull()
})

test('the folder for backups is chosen on the page about data', async () => {
  const at = await teamAtWork()
  const browser = memoryDevice({ known: [known] })
  await browser.device.persist()
  for (let cards = 0; cards < 20; cards++) await at.card({ title: 'Karte' })
  await show(at, withoutFolder(browser.device))
  expect(await screen.findByRole('link', { name: 'Sicherungsordner wählen' })).toHaveAttribute('href', '#/data')
})

test('on the second visit an iPhone hears where its menu has it; the hint does not come again', async () => {
  localStorage.setItem('lotse:first-day', '2026-01-05')
  const at = await teamAtWork()
  const browser = memoryDevice({ known: [known] })
  const shown = await show(at, browser.device, app('by-hand'))
  expect(await screen.findByText(/dann „Zum Home-Bildschirm“/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Schließen' }))
  shown.unmount()
  localStorage.removeItem('lotse:asked')
  await show(at, browser.device, app('by-hand'))
  await moment()
  expect(screen.queryByText(/Home-Bildschirm/)).toBeNull()
})

test('in the sample nothing is asked for', async () => {
  const at = await teamAtWork()
  for (const title of ['Eins', 'Zwei', 'Drei']) await at.card({ title })
  await show(at, memoryDevice({ known: [{ ...known, sample: true }] }).device)
  await moment()
  expect(screen.queryByRole('button')).toBeNull()
})
