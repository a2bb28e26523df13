import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { statementOf } from '../../../src/domain/statement/fill-statement.ts'
import HelpScreen from '../../../src/features/help/help-screen.tsx'
import { loadAreas } from '../../../src/i18n/messages.ts'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { memoryDevice } from '../../support/memory-device.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

const show = async (page: string) => {
  await loadAreas('help', 'glossary')
  const at = await teamAtWork()
  await showScreen(
    at,
    <DeviceContext value={memoryDevice().device}>
      <AddressPartsContext value={{ page }}>
        <HelpScreen />
      </AddressPartsContext>
    </DeviceContext>,
    `/help/${page}`,
  )
  return at
}

beforeEach(() => localStorage.clear())

test('the accessibility statement is filled in field by field, read by everybody, and claims nothing by itself', async () => {
  const { workspace } = await show('statement')
  const user = userEvent.setup()
  expect(screen.getAllByText('noch nicht angegeben')).toHaveLength(6)
  await user.click(screen.getByRole('button', { name: 'Angaben bearbeiten' }))
  const body = screen.getByRole('textbox', { name: 'Verantwortliche Stelle' })
  expect(body).toHaveFocus()
  await user.type(body, 'Stadt Musterstadt')
  await user.type(screen.getByLabelText('Geprüft am'), '2026-11-20')
  await user.type(screen.getByRole('textbox', { name: 'Bekannte Barrieren' }), '- Fotos ohne Beschreibung')
  await user.click(screen.getByRole('button', { name: 'Fertig' }))
  await waitFor(() =>
    expect(statementOf(workspace.records)).toMatchObject({ body: 'Stadt Musterstadt', checkedOn: '2026-11-20' }),
  )
  expect(await screen.findByText('Freitag, 20. November 2026')).toBeVisible()
  expect(await screen.findByRole('listitem')).toHaveTextContent('Fotos ohne Beschreibung')
  expect(screen.getAllByText('noch nicht angegeben')).toHaveLength(3)
})

test('the first steps that were put away come back to Heute', async () => {
  const { workspace } = await teamAtWork()
  localStorage.setItem(`lotse:${workspace.id}:first-steps-away`, '1')
  await show('steps')
  await userEvent.click(await screen.findByRole('button', { name: 'Auf „Heute“ wieder zeigen' }))
  expect(localStorage.getItem(`lotse:${workspace.id}:first-steps-away`)).toBeNull()
  expect(screen.queryByRole('button', { name: /wieder zeigen/ })).toBeNull()
})

test('an unknown page says so and shows what there is', async () => {
  await show('nirgendwo')
  expect(screen.getByText('Diese Seite der Hilfe gibt es nicht.')).toBeVisible()
  await userEvent.type(screen.getByRole('searchbox', { name: 'In der Hilfe suchen' }), 'hindernis')
  expect(await screen.findByRole('link', { name: /^Hindernis ?Glossar$/ })).toHaveAttribute(
    'href',
    '#/help/glossary/impediment',
  )
})
