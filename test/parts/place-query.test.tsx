import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import BacklogScreen from '../../src/features/backlog/backlog-screen.tsx'
import { setQuery } from '../../src/parts/place-query.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

/** A backlog with two cards, one of them for the person at the keys; at an address as a colleague has sent it. */
const backlogAt = async (query: string) => {
  const at = await teamAtWork()
  setQuery(`${at.team}/backlog`, '')
  await at.card({ title: 'Wohngeld', place: 'backlog' })
  await at.card({ title: 'Kataster', place: 'backlog', people: [at.workspace.actor] })
  const shown = await showScreen(at, <BacklogScreen />, `/t/${at.team}/backlog${query}`)
  return { ...shown, address: `/t/${at.team}/backlog` }
}
const now = (history: readonly string[] | undefined) => history?.at(-1)

test('a link brings its filter along, and its chips say so', async () => {
  await backlogAt('?mine=1')
  expect(screen.getByText('1 von 2')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Nur meine' })).toHaveAttribute('aria-pressed', 'true')
})

test('what is chosen and typed stands in the address a moment later, without a step of the way back', async () => {
  const { location, address } = await backlogAt('')
  const steps = location.history?.length
  await userEvent.click(screen.getByRole('button', { name: 'Nur meine' }))
  await userEvent.type(screen.getByRole('searchbox', { name: 'Karte suchen' }), 'Kat')
  await waitFor(() => expect(now(location.history)).toBe(`${address}?mine=1&q=Kat`))
  expect(location.history?.length).toBe(steps)
  await userEvent.click(screen.getByRole('button', { name: 'Filter aufheben' }))
  await waitFor(() => expect(now(location.history)).toBe(address))
})

test('the way back from a view to the bare place takes the filter away', async () => {
  const { location, address } = await backlogAt('?blocked=1')
  expect(screen.getByText('Keine Karte passt (1 Filter aktiv).')).toBeVisible()
  act(() => location.navigate(address))
  expect(screen.queryByText('0 von 2')).toBeNull()
})

test('nothing found leads on to the bin with what was looked for', async () => {
  const { location } = await backlogAt('?q=Fax')
  expect(screen.getByText('Nichts gefunden für „Fax“ (1 Filter aktiv).')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Papierkorb durchsuchen' }))
  expect(now(location.history)).toMatch(/\/bin\?q=Fax$/)
})
