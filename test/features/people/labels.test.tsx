import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createLabel } from '../../../src/domain/work/edit-label.ts'
import { label } from '../../../src/domain/work/label.ts'
import { PeoplePage } from '../../support/people-page.tsx'
import { madeBy, showScreen, teamAtWork } from '../../support/team-screen.tsx'

const labels = () => within(screen.getByRole('region', { name: 'Labels' }))

test('a label with a slip gets its right name and another colour; what no one needs goes, and comes back', async () => {
  const at = await teamAtWork()
  const { workspace } = at
  const make = async (name: string) => {
    const made = await workspace.run(createLabel, { name, hue: 'blue' })
    return made.ok ? madeBy(made.value, label.type) : ''
  }
  await showScreen(at, <PeoplePage />, `/t/${at.team}/people`)
  expect(screen.queryByRole('region', { name: 'Labels' }), 'without labels there is nothing to tidy').toBeNull()
  const [slip, old] = [await make('Dadenschutz'), await make('Faxgerät')]
  await userEvent.click(await screen.findByRole('button', { name: 'Name des Labels: Dadenschutz' }))
  await userEvent.clear(screen.getByRole('textbox', { name: 'Name des Labels' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Name des Labels' }), 'Datenschutz{Enter}')
  await userEvent.click(await labels().findByRole('button', { name: 'Farbe von „Datenschutz“: Blau' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Rot' }))
  await waitFor(() => expect(workspace.records.get(label, slip)).toMatchObject({ name: 'Datenschutz', hue: 'red' }))
  await userEvent.click(labels().getByRole('button', { name: 'Label „Faxgerät“ löschen' }))
  await waitFor(() => expect(labels().queryByText('Faxgerät')).toBeNull())
  await workspace.undo()
  expect(await labels().findByText('Faxgerät')).toBeVisible()
  expect(workspace.records.get(label, old)?.deleted).toBeNull()
})
