import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import NewTeamScreen from '../../../src/features/start/new-team-screen.tsx'
import { I18nProvider } from '../../../src/i18n/i18n-provider.tsx'
import { loadMessages } from '../../../src/i18n/messages.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { memoryDevice } from '../../support/memory-device.ts'

test('what is missing is said at once, and each word about it goes with what it asked for', async () => {
  const messages = await loadMessages('de')
  render(
    <I18nProvider initial={{ language: 'de', messages }}>
      <DeviceContext value={memoryDevice().device}>
        <Router hook={memoryLocation({ path: '/start/team' }).hook}>
          <NewTeamScreen />
        </Router>
      </DeviceContext>
    </I18nProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Team anlegen' }))
  const name = screen.getByRole('textbox', { name: 'Ihr Name' })
  const team = screen.getByRole('textbox', { name: 'Teamname' })
  expect(name).toHaveFocus()
  expect(name).toHaveAccessibleDescription(/Bitte tragen Sie Ihren Namen ein/)
  expect(team).toBeInvalid()
  await userEvent.type(name, 'Dörte Lüders')
  expect(name).toBeValid()
  expect(team).toBeInvalid()
  await userEvent.type(team, 'Bürgeramt Süd')
  expect(team).toBeValid()
  expect(team).toHaveAccessibleDescription(/BUE-7K3QX/)
})
