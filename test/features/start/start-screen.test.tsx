import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { records } from '../../../src/domain/kernel/view.ts'
import { team } from '../../../src/domain/people/team.ts'
import { readBytes } from '../../../src/exchange/read-bytes.ts'
import StartScreen from '../../../src/features/start/start-screen.tsx'
import { I18nProvider } from '../../../src/i18n/i18n-provider.tsx'
import { loadMessages } from '../../../src/i18n/messages.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { ExchangeContext } from '../../../src/parts/exchange-context.ts'
import type { ExchangePort } from '../../../src/workspace/exchange-port.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { bytesOfWorkspace, memoryDevice } from '../../support/memory-device.ts'
import { memoryWorkspace } from '../../support/memory-ports.ts'
import { teamAtWork } from '../../support/team-screen.tsx'

const exchange = {
  read: async (file: File) => readBytes({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
} as unknown as ExchangePort

const show = async ({ device }: ReturnType<typeof memoryDevice>) => {
  const location = memoryLocation({ path: '/start', record: true })
  const messages = await loadMessages('de')
  render(
    <I18nProvider initial={{ language: 'de', messages }}>
      <DeviceContext value={device}>
        <ExchangeContext value={exchange}>
          <Router hook={location.hook}>
            <StartScreen />
          </Router>
        </ExchangeContext>
      </DeviceContext>
    </I18nProvider>,
  )
  return location
}

const founding = () => {
  const made: Workspace[] = []
  const makes = async () => {
    const workspace = await memoryWorkspace('katrin')
    made.push(workspace)
    return workspace
  }
  return { made, makes }
}

const teamNames = (workspace: Workspace) => records(workspace.records, team, 'all', 'all').map(({ name }) => name)

test('the sample is one click: a workspace of its own, saved, and nothing to undo', async () => {
  const { made, makes } = founding()
  const browser = memoryDevice({ makes })
  const location = await show(browser)
  await userEvent.click(screen.getByRole('button', { name: /^Beispiel ansehen/ }))
  await waitFor(() => expect(location.history.at(-1)).toMatch(/^\/t\/.+\/board$/))
  const [workspace] = made
  expect(workspace && teamNames(workspace)).toEqual(['Bürgerservice online', 'Digitale Bauakte'])
  expect(workspace?.saving.state.getState().pending).toBe(0)
  expect(workspace?.session.getState().undo).toBeUndefined()
})

test('a workspace that the browser has emptied comes back from its newest snapshot with one click', async () => {
  const at = await teamAtWork()
  const bytes = await bytesOfWorkspace(at.workspace)
  const info = { name: 'newest', at: Date.now(), reason: 'hourly', bytes: bytes.length } as const
  const { made, makes } = founding()
  const lost = [{ workspace: 'old', name: 'Bauamt', since: Date.UTC(2026, 9, 1, 8), snapshots: [info] }]
  const browser = memoryDevice({ lost, makes })
  browser.keep(info, bytes)
  const location = await show(browser)
  expect(await screen.findByRole('alert')).toHaveTextContent('Der Browser hat die Daten von „Bauamt“ gelöscht')
  await userEvent.click(screen.getByRole('button', { name: /^Stand vom .* zurückholen$/ }))
  await waitFor(() => expect(location.history.at(-1)).toBe('/'))
  expect(made.map(teamNames)).toEqual([['Bürgerservice']])
  expect(browser.asked).toEqual(['found Bauamt as anna', 'remove old'])
})

test('without a readable snapshot the page says what helps instead', async () => {
  const lost = [{ workspace: 'old', name: 'Bauamt', since: Date.UTC(2026, 9, 1, 8), snapshots: [] }]
  await show(memoryDevice({ lost }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Eine Sicherung aus dem Sicherungsordner oder einer Datei')
})
