import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { sprintsIn } from '../../../src/domain/scrum/sprints.ts'
import { backlog } from '../../../src/domain/work/item.ts'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import SprintScreen from '../../../src/features/sprint/sprint-screen.tsx'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const showPlanning = (at: TeamAtWork) =>
  showScreen(
    at,
    <AddressPartsContext value={{ tab: 'planning' }}>
      <SprintScreen />
    </AddressPartsContext>,
  )

test('from an idea to a running sprint in three clicks: create, take all, start', async () => {
  const user = userEvent.setup()
  const at = await teamAtWork({ method: 'scrum' })
  for (const title of ['Online-Termin', 'Wartemarken', 'Meldebescheinigung'])
    await at.card({ title, place: backlog, estimate: 3 })
  const { location } = await showPlanning(at)
  expect(screen.getByLabelText(/^Name/)).toHaveValue('Sprint 1')
  await user.click(screen.getByRole('button', { name: 'Sprint anlegen' }))
  await user.click(await screen.findByRole('button', { name: 'Alle 3 übernehmen' }))
  const right = await screen.findByRole('region', { name: 'Sprint 1' })
  await waitFor(() => expect(right).toHaveTextContent('3 Karten · 9 Punkte'))
  await user.click(screen.getByRole('button', { name: 'Sprint starten' }))
  await waitFor(() => expect(sprintsIn(at.workspace.records, at.home, 'running')).toHaveLength(1))
  expect(sprintsIn(at.workspace.records, at.home, 'running')[0]).toMatchObject({ plannedItems: 3, plannedPoints: 9 })
  expect(location.history.at(-1)).toBe(`/t/${at.team}/sprint/running`)
})

test('what is missing is said and leads to where it is mended; it never forbids the start', async () => {
  const user = userEvent.setup()
  const at = await teamAtWork({ method: 'scrum' })
  await showPlanning(at)
  await user.click(screen.getByRole('button', { name: 'Sprint anlegen' }))
  const list = await screen.findByRole('list', { name: 'Vor dem Start' })
  expect(list).toHaveTextContent('Noch keine Karte im Sprint')
  await user.click(within(list).getByRole('button', { name: 'Sprintziel fehlt' }))
  await user.keyboard('Anträge kommen vollständig an{Enter}')
  await waitFor(() => expect(list).not.toHaveTextContent('Sprintziel fehlt'))
  expect(screen.getByRole('button', { name: 'Sprint starten' })).not.toHaveAttribute('aria-disabled')
})

test('days are entered per person and shown as the sum of the team', async () => {
  const user = userEvent.setup()
  const at = await teamAtWork({ method: 'scrum' })
  await showPlanning(at)
  await user.click(screen.getByRole('button', { name: 'Sprint anlegen' }))
  await user.click(await screen.findByRole('button', { name: 'Verfügbare Tage' }))
  await user.type(screen.getByLabelText('Anna Öztürk (Tage)'), '4,5')
  await user.type(screen.getByLabelText('Ben Sander (Tage)'), '8')
  await user.click(screen.getByRole('button', { name: 'Übernehmen' }))
  expect(await screen.findByRole('button', { name: '12,5 Tage verfügbar' })).toHaveFocus()
  expect(screen.queryByText(/Ben Sander/)).not.toBeInTheDocument()
})
