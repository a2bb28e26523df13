import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { impediment, type Impediment } from '../../../src/domain/impediments/impediment.ts'
import { moveImpediment } from '../../../src/domain/impediments/move-impediment.ts'
import { reportImpediment, type ImpedimentFields } from '../../../src/domain/impediments/report-impediment.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import ImpedimentPanel from '../../../src/features/impediments/impediment-panel.tsx'
import ImpedimentsScreen from '../../../src/features/impediments/impediments-screen.tsx'
import ReportOverlay from '../../../src/features/impediments/report-overlay.tsx'
import { dayOf, shiftDay } from '../../../src/i18n/format.ts'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import { madeBy, showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const today = dayOf(Date.now())

const report = async (at: TeamAtWork, fields: ImpedimentFields & { readonly items?: readonly string[] }) => {
  const made = await at.workspace.run(reportImpediment, { team: at.team, ...fields })
  if (!made.ok) throw new Error(made.refusal.because)
  return madeBy(made.value, impediment.type)
}
const openOnes = (at: TeamAtWork): readonly Impediment[] => records(at.workspace.records, impediment, 'open', at.home)

test('where nothing is in the way, the one sentence and the one button', async () => {
  const at = await teamAtWork()
  const { location } = await showScreen(at, <ImpedimentsScreen />, `/t/${at.team}/impediments`)
  expect(screen.getByText('Nichts hält das Team auf.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Hindernis melden' }))
  expect(location.history.at(-1)).toBe(`/t/${at.team}/impediments/new/impediment`)
})

test('open ones stand with the party whose turn it is, with their age, next step and cards in words', async () => {
  const at = await teamAtWork({ daysAgo: 8 })
  const card = await at.card({ title: 'Schnittstelle abnehmen', place: at.columns[1]! })
  const dueAt = shiftDay(today, -2)
  await report(at, { title: 'Zugang fehlt', party: 'provider', items: [card.id], nextStep: 'Hotline anrufen', dueAt })
  await report(at, { title: 'Raum belegt' })
  await showScreen(at, <ImpedimentsScreen />, `/t/${at.team}/impediments`)
  expect(screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent)).toEqual([
    'Am Zug: Team1',
    'Am Zug: Dienstleister1',
  ])
  const row = screen.getByText('Zugang fehlt').closest('li')
  expect(row).toHaveTextContent('seit 8 Tagen')
  expect(row).toHaveTextContent(/Hotline anrufen.*überfällig seit/)
  expect(screen.getByRole('link', { name: card.key })).toHaveAttribute(
    'href',
    `#/t/${at.team}/impediments/c/${card.key}`,
  )
})

test('a title is enough to report; without one it asks and stays', async () => {
  const user = userEvent.setup()
  const at = await teamAtWork()
  const { location } = await showScreen(at, <ReportOverlay />, `/t/${at.team}/board/new/impediment`)
  await user.click(screen.getByRole('button', { name: 'Melden' }))
  expect(screen.getByLabelText(/Was hält das Team auf/)).toHaveFocus()
  expect(screen.getByText('Ein kurzer Satz genügt.')).toBeVisible()
  await user.keyboard('Testzugang fehlt{Enter}')
  await waitFor(() => expect(openOnes(at)).toMatchObject([{ title: 'Testzugang fehlt', party: 'team', items: [] }]))
  expect(location.history.at(-1)).toBe(`/t/${at.team}/board`)
})

test('from a card the card is filled in', async () => {
  const user = userEvent.setup()
  const at = await teamAtWork()
  const card = await at.card({ title: 'Kassenautomat anbinden', place: at.columns[1]! })
  await showScreen(
    at,
    <AddressPartsContext value={{ key: card.key }}>
      <ReportOverlay />
    </AddressPartsContext>,
    `/t/${at.team}/board/block/${card.key}`,
  )
  expect(screen.getByText('Hält auf: Kassenautomat anbinden')).toBeVisible()
  await user.type(screen.getByLabelText(/Was hält das Team auf/), 'Leitung fehlt{Enter}')
  await waitFor(() => expect(openOnes(at)).toMatchObject([{ title: 'Leitung fehlt', items: [card.id] }]))
})

test('resolving asks what helped and keeps it; afterwards it can be taken up again', async () => {
  const user = userEvent.setup()
  const at = await teamAtWork()
  const id = await report(at, { title: 'Drucker streikt' })
  await showScreen(
    at,
    <AddressPartsContext value={{ id }}>
      <ImpedimentPanel />
    </AddressPartsContext>,
  )
  await user.click(screen.getByRole('button', { name: 'Gelöst' }))
  await user.type(screen.getByLabelText('Was hat geholfen?'), 'Treiber neu eingerichtet{Enter}')
  expect(await screen.findByRole('button', { name: 'Wieder aufnehmen' })).toBeVisible()
  expect(at.workspace.records.get(impediment, id)).toMatchObject({
    state: 'resolved',
    helped: 'Treiber neu eingerichtet',
  })
  expect(screen.getByRole('button', { name: 'Geholfen hat: Treiber neu eingerichtet' })).toBeVisible()
})

test('escalating proposes the next party and keeps the reason in the history', async () => {
  const user = userEvent.setup()
  const at = await teamAtWork()
  const id = await report(at, { title: 'Stelle unbesetzt' })
  at.clock.now += 60_000
  await at.workspace.run(moveImpediment, { impediment: id, to: 'inProgress' })
  at.clock.now += 60_000
  await showScreen(
    at,
    <AddressPartsContext value={{ id }}>
      <ImpedimentPanel />
    </AddressPartsContext>,
  )
  await user.click(screen.getByRole('button', { name: 'Eskalieren' }))
  expect(screen.getByRole('combobox', { name: 'Am Zug' })).toHaveDisplayValue('PMO')
  await user.type(screen.getByLabelText('Warum?'), 'Im Team nicht lösbar{Enter}')
  expect(await screen.findByText('eskaliert · Stufe 1 · Im Team nicht lösbar')).toBeVisible()
  expect(at.workspace.records.get(impediment, id)).toMatchObject({ state: 'escalated', party: 'pmo', level: 1 })
})
