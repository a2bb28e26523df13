import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import SettingsScreen from '../../../src/features/settings/settings-screen.tsx'
import { AppContext } from '../../../src/parts/app-context.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { deviceSettings } from '../../../src/parts/device-settings.ts'
import { ExchangeContext } from '../../../src/parts/exchange-context.ts'
import type { ExchangePort } from '../../../src/workspace/exchange-port.ts'
import { toasts } from '../../../src/ui/toasts.ts'
import { createStore } from 'zustand/vanilla'
import type { DeviceView, MemberRole, Sync, SyncView } from '../../../src/workspace/sync-port.ts'
import { memoryDevice, nobodyElse } from '../../support/memory-device.ts'
import { memoryTray } from '../../support/memory-tray.ts'
import { syncViewOf } from '../../support/sync-view.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const anna = { id: 'anna', name: 'Anna Öztürk' }
const known = [
  { id: 'w', name: 'Bauamt', person: anna, lastOpenedAt: 2, sample: false },
  { id: 'm', name: 'Musterstadt (Beispiel)', person: anna, lastOpenedAt: 1, sample: true },
]
const installation = { get: () => notInstalled, subscribe: () => () => {}, ask: async () => true }
const notInstalled = { installed: false, way: 'none' as const }

const show = async (sync?: (at: TeamAtWork) => Sync) => {
  const at = await teamAtWork()
  const browser = memoryDevice({ known, ...(sync && { sync: sync(at) }) })
  const shown = await showScreen(
    at,
    <AppContext value={{ version: '1.2.3', installation, tray: memoryTray() }}>
      <DeviceContext value={browser.device}>
        <ExchangeContext value={{} as ExchangePort}>
          <SettingsScreen />
        </ExchangeContext>
      </DeviceContext>
    </AppContext>,
    '/settings',
  )
  return { ...browser, ...shown }
}

beforeEach(() => {
  localStorage.clear()
  toasts.clear()
})

test('choices take effect at once and stay on this device', async () => {
  await show()
  await userEvent.click(screen.getByRole('radio', { name: 'Dunkel' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Kompakt' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Einzelne Tasten als Kurzbefehle' }))
  expect(deviceSettings()).toMatchObject({ theme: 'dark', density: 'compact', shortcuts: false })
})

test.each([
  ['granted', 'count', false],
  ['denied', 'off', true],
] as const)('notices: the browser is asked by that click alone, and answers %s', async (answer, kept, isSaid) => {
  const requestPermission = vi.fn(async () => answer)
  vi.stubGlobal('Notification', { permission: 'default', requestPermission })
  await show()
  expect(requestPermission).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('radio', { name: 'Nur sagen, wie viele Karten' }))
  await waitFor(() => expect(deviceSettings().notices).toBe(kept))
  expect(requestPermission).toHaveBeenCalledOnce()
  expect(screen.queryByRole('alert') !== null).toBe(isSaid)
  vi.unstubAllGlobals()
})

test('the sample goes with one click; real work is asked about, with what is lost and the backup first', async () => {
  const { asked } = await show()
  await userEvent.click(await screen.findByRole('button', { name: 'Musterstadt (Beispiel) verwerfen' }))
  expect(asked).toEqual(['remove m'])

  await userEvent.click(await screen.findByRole('button', { name: 'Bauamt entfernen' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/lässt sich nicht rückgängig machen/)).toBeVisible()
  expect(dialog.getByRole('button', { name: 'Zuerst Sicherung speichern' })).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Abbrechen' }))
  expect(asked).toEqual(['remove m'])

  await userEvent.click(screen.getByRole('button', { name: 'Bauamt entfernen' }))
  await userEvent.click(screen.getByRole('button', { name: 'Endgültig entfernen' }))
  expect(asked).toEqual(['remove m', 'remove w'])
})

const deviceOf = (id: string, isThis: boolean, behind?: number): DeviceView => ({
  id: id.repeat(32),
  isThis,
  isLinked: false,
  lastContact: undefined,
  behind,
})

/** Anna, who administers, and Ben with his devices, each of which has said how far it is behind. */
const withBen =
  (role: MemberRole, behind: readonly (number | undefined)[], left: string[] = []) =>
  ({ workspace, ben }: TeamAtWork): Sync => ({
    ...nobodyElse(),
    leave: async () => {
      left.push('left')
      return { ok: true, value: 'removed' }
    },
    view: createStore<SyncView | undefined>(() =>
      syncViewOf([
        { person: workspace.actor, role: 'admin', access: {}, devices: [deviceOf('1a', true)] },
        { person: ben, role, access: {}, devices: behind.map((count, at) => deviceOf(`${at}b`, false, count)) },
      ]),
    ),
  })

test.each<readonly [string, readonly (number | undefined)[], RegExp]>([
  ['everything lies elsewhere', [3, 0], /^Auf einem anderen Gerät liegt alles, was hier ist/],
  [
    'the best of the others lacks two changes',
    [5, undefined, 2],
    /^2 Änderungen von hier sind noch auf keinem anderen/,
  ],
  ['nobody has been heard of', [undefined], /^Seit dem Start war kein anderes Gerät verbunden/],
  ['there is no other device', [], /^Nur dieses Gerät hat diese Daten/],
])('what would be lost is said before a workspace is removed: %s', async (_, behind, sentence) => {
  await show(withBen('writer', behind))
  await userEvent.click(await screen.findByRole('button', { name: 'Bauamt entfernen' }))
  expect(await screen.findByText(sentence)).toBeVisible()
})

test.each<readonly [MemberRole, boolean]>([
  ['writer', true],
  ['admin', false],
])('whether somebody administers afterwards is said: the other one is %s', async (role, isSaid) => {
  await show(withBen(role, [0]))
  await userEvent.click(await screen.findByRole('button', { name: 'Bauamt entfernen' }))
  await screen.findByText(/^Verbundenen Geräten wird gesagt/)
  expect(screen.queryByText(/^Sonst verwaltet niemand/) !== null).toBe(isSaid)
})

test('the others are told before everything is gone', async () => {
  const left: string[] = []
  const { asked } = await show(withBen('admin', [0], left))
  await userEvent.click(await screen.findByRole('button', { name: 'Bauamt entfernen' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Endgültig entfernen' }))
  await waitFor(() => expect(asked).toEqual(['remove w']))
  expect(left).toEqual(['left'])
})

test('what another tab still holds is said, and the workspace stays in the list', async () => {
  const { state } = await show()
  state.heldElsewhere = true
  await userEvent.click(await screen.findByRole('button', { name: 'Musterstadt (Beispiel) verwerfen' }))
  expect(toasts.store.getState().shown.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^„Musterstadt \(Beispiel\)“ ist noch nicht ganz entfernt: Ein anderer Tab hält Daten davon/),
  ])
  expect(screen.getByText('Musterstadt (Beispiel)')).toBeVisible()
})

test('a workspace gets another name', async () => {
  await show()
  await userEvent.click(await screen.findByRole('button', { name: 'Bauamt umbenennen' }))
  const field = screen.getByRole('textbox', { name: 'Name des Arbeitsbereichs' })
  await userEvent.clear(field)
  await userEvent.type(field, 'Bauaufsicht{Enter}')
  expect(await screen.findByText('Bauaufsicht')).toBeVisible()
})

const row = (name: string) => screen.getByText(name, { selector: 'li span' }).closest('li') as HTMLElement
const change = (name: string) =>
  userEvent.click(within(row(name)).getByRole('button', { name: `Taste ändern: ${name}` }))

test('a key is changed by pressing another one, taken away, and all are as they were again', async () => {
  await show()
  await change('Neue Karte')
  await userEvent.keyboard('n')
  expect(within(row('Neue Karte')).getByText('N')).toBeVisible()
  await change('Neue Karte')
  await userEvent.keyboard('gn')
  expect(within(row('Neue Karte')).getByText('G, N')).toBeVisible()
  await change('Zur nächsten Karte')
  await userEvent.click(screen.getByRole('button', { name: 'Keine Taste' }))
  expect(deviceSettings().keys).toEqual({ 'card.new': 'g n', 'card.next': '' })
  await userEvent.click(screen.getByRole('button', { name: 'Alle Tasten zurücksetzen' }))
  expect(within(row('Neue Karte')).getByText('C')).toBeVisible()
})

test('a key that belongs to something else, or to the browser, is refused by name', async () => {
  await show()
  await change('Neue Karte')
  await userEvent.keyboard('j')
  expect(screen.getByText('J gehört schon zu „Zur nächsten Karte“.')).toBeVisible()
  await userEvent.keyboard('{Control>}w{/Control}')
  expect(screen.getByText('Diese Taste braucht der Browser oder die Bedienung der Seite.')).toBeVisible()
  expect(deviceSettings().keys).toEqual({})
  await userEvent.keyboard('{Escape}')
})
