import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { check, criteria } from '../../../src/domain/work/check.ts'
import { addChecks } from '../../../src/domain/work/add-checks.ts'
import { assignCheck } from '../../../src/domain/work/edit-check.ts'
import { createItem } from '../../../src/domain/work/create-item.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { team as teamRecord } from '../../../src/domain/people/team.ts'
import { reportImpediment } from '../../../src/domain/impediments/report-impediment.ts'
import { FirstStepsList } from '../../../src/features/help/first-steps-list.tsx'
import TodayScreen from '../../../src/features/today/today-screen.tsx'
import { dayOf, shiftDay } from '../../../src/i18n/format.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { toasts } from '../../../src/ui/toasts.ts'
import { memoryBackup } from '../../support/memory-backup.ts'
import { memoryDevice } from '../../support/memory-device.ts'
import { madeBy, showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

/** Anna Öztürk opens Heute in the morning. */
const today = dayOf(Date.now())
const show = (at: TeamAtWork) =>
  showScreen(
    at,
    <DeviceContext value={memoryDevice().device}>
      <TodayScreen />
    </DeviceContext>,
    '/today',
  )
const group = async (name: string) => within(await screen.findByRole('region', { name: new RegExp(`^${name}`) }))
beforeEach(() => localStorage.clear())

test('what is hers in two teams stands in groups, the most urgent first, each row leading to its card', async () => {
  const at = await teamAtWork()
  const founded = await at.workspace.run(foundTeam, {
    name: 'Umzug',
    method: 'kanban',
    columns: [{ name: 'Neu', category: 'open' }],
  })
  if (!founded.ok) throw new Error(founded.refusal.because)
  const move = madeBy(founded.value, teamRecord.type)
  const late = await at.card({ title: 'Bescheid versenden', due: shiftDay(today, -2), people: ['anna'] })
  await at.card({ title: 'Nicht meins', due: today })
  await at.workspace.run(createItem, { team: move, title: 'Kartons bestellen', due: today, people: ['anna'] })
  await at.workspace.run(reportImpediment, { team: move, title: 'Kein Aufzug', owner: 'anna' })
  await show(at)
  const link = (await group('Überfällig')).getByRole('link', { name: 'Bescheid versenden' })
  expect(link).toHaveAttribute('href', `#/today/${at.team}/c/${late.key}`)
  expect((await group('Heute')).getByRole('link', { name: 'Kartons bestellen' })).toBeVisible()
  expect((await group('In Arbeit')).getByRole('link', { name: 'Kein Aufzug' })).toBeVisible()
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Überfällig1',
    'Heute1',
    'In Arbeit1',
    'Erste Schritte2 von 5',
  ])
  expect(screen.queryByText('Nicht meins')).toBeNull()
})

test('a point of a list is ticked from here; the focus goes to the next row, and it can be taken back', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Umzug planen', people: ['anna'] })
  const added = await at.workspace.run(addChecks, { item: card.id, list: criteria, text: 'Schlüssel zählen' })
  if (!added.ok) throw new Error(added.refusal.because)
  const point = madeBy(added.value, check.type)
  await at.workspace.run(assignCheck, { check: point, person: 'anna' })
  await show(at)
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Schlüssel zählen abhaken' }))
  await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull())
  expect(at.workspace.records.get(check, point)?.done).not.toBeNull()
  expect(screen.getByRole('link', { name: 'Umzug planen' })).toHaveFocus()
  expect(toasts.store.getState().shown.at(-1)?.text).toBe('„Schlüssel zählen“ abgehakt')
  await at.workspace.undo()
  expect(await screen.findByRole('checkbox', { name: 'Schlüssel zählen abhaken' })).toBeVisible()
})

test('with nothing to do it says so and leads to the board', async () => {
  const at = await teamAtWork()
  await show(at)
  expect(await screen.findByText('Für Sie liegt nichts an.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Zum Board' })).toHaveAttribute('href', `#/t/${at.team}/board`)
})

test('the first steps are ticked as they are done, each opens its place, and they can be put away and come back', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  await show(at)
  const steps = await group('Erste Schritte')
  expect(steps.getByText('1 von 6')).toBeVisible()
  const hrefs = steps.getAllByRole('link').map(link => link.getAttribute('href')?.replace(`#/t/${at.team}/`, ''))
  expect(hrefs).toEqual(['board', 'backlog', 'backlog', 'sprint/planning', '#/data', 'people'])
  await at.card({ title: 'Eins', estimate: 3 })
  expect(await steps.findByText('3 von 6')).toBeVisible()
  expect(steps.getByRole('link', { name: /^Erledigt:\s*Eine Karte schätzen$/ })).toBeVisible()
  await userEvent.click(steps.getByRole('button', { name: 'Ausblenden' }))
  expect(screen.queryByText(/Erste Schritte/)).toBeNull()
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  toasts.store.getState().shown.at(-1)?.action?.run()
  expect(await screen.findByText(/Erste Schritte/)).toBeVisible()
})

test('put away, the first steps stand in the help, which brings them back', async () => {
  localStorage.setItem('lotse:w:first-steps-away', '1')
  const at = await teamAtWork()
  await showScreen(
    at,
    <DeviceContext value={memoryDevice().device}>
      <FirstStepsList />
    </DeviceContext>,
    '/help/steps',
  )
  expect(await screen.findByRole('link', { name: 'Erste Karte anlegen' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Auf „Heute“ wieder zeigen' }))
  expect(localStorage.getItem('lotse:w:first-steps-away')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Auf „Heute“ wieder zeigen' })).toBeNull()
})

/** A promise that somebody else keeps. */
const later = () => {
  let keep = () => {}
  const kept = new Promise<void>(resolve => {
    keep = resolve
  })
  return { kept, keep }
}

test('while the teams are still being read it waits, and does not say that nothing is there', async () => {
  const at = await teamAtWork()
  const { kept, keep } = later()
  const standing = at.workspace.readModel.standing.bind(at.workspace.readModel)
  vi.spyOn(at.workspace.readModel, 'standing').mockImplementation(() => kept.then(standing))
  const { unmount } = await show(at)
  await act(async () => undefined)
  expect(screen.getByRole('progressbar', { name: 'Wird geladen' })).toBeInTheDocument()
  expect(screen.queryByText('Für Sie liegt nichts an.')).toBeNull()
  await act(async () => keep())
  expect(await screen.findByText('Für Sie liegt nichts an.')).toBeVisible()
  unmount()
})

test('who comes back finds what is known at once; that nothing is there is said after a new look', async () => {
  const at = await teamAtWork()
  const first = await show(at)
  await screen.findByText('Für Sie liegt nichts an.')
  first.unmount()
  const { kept, keep } = later()
  const standing = at.workspace.readModel.standing.bind(at.workspace.readModel)
  vi.spyOn(at.workspace.readModel, 'standing').mockImplementation(() => kept.then(standing))
  const second = await show(at)
  await act(async () => undefined)
  expect(screen.queryByText('Für Sie liegt nichts an.')).toBeNull()
  second.unmount()
  await at.card({ title: 'Bescheid versenden', people: ['anna'] })
  await show(at)
  expect(await screen.findByRole('link', { name: 'Bescheid versenden' })).toBeVisible()
  await act(async () => keep())
})

test('the first steps and "nothing there" come together: neither pushes the other down', async () => {
  const at = await teamAtWork()
  const { kept, keep } = later()
  const { backup } = memoryBackup()
  const slow = { ...backup, state: () => kept.then(backup.state) }
  await showScreen(
    at,
    <DeviceContext value={memoryDevice({ backup: slow }).device}>
      <TodayScreen />
    </DeviceContext>,
    '/today',
  )
  await act(async () => undefined)
  expect(screen.queryByText('Für Sie liegt nichts an.')).toBeNull()
  await act(async () => keep())
  expect(await screen.findByText('Für Sie liegt nichts an.')).toBeVisible()
  expect(screen.getByRole('region', { name: /^Erste Schritte/ })).toBeVisible()
})
