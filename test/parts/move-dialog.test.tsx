import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { editColumn } from '../../src/domain/kanban/edit-column.ts'
import { planSprint } from '../../src/domain/scrum/plan-sprint.ts'
import { dayOf, shiftDay } from '../../src/i18n/format.ts'
import { MoveDialog } from '../../src/parts/move-dialog.tsx'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

const today = dayOf(Date.now())

test('it names every place with its count, and begins at the first where the card is not', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  const card = await at.card({ title: 'Antrag', place: at.columns[0]! })
  await at.workspace.run(editColumn, { column: at.columns[0]!, limit: 1, limitMode: 'warn' })
  await at.workspace.run(planSprint, { team: at.team, name: 'Sprint 13', start: today, end: shiftDay(today, 13) })
  await showScreen(at, <MoveDialog items={[card.id]} onClose={() => {}} />)
  const rows = screen.getAllByRole('listitem').map(row => row.textContent)
  expect(rows).toEqual([
    'Bereithiervoll1 von 1',
    'In Arbeitleer',
    'Erledigtleer',
    'Sprint 13geplant · leer',
    'Backlogleer',
  ])
  expect(screen.getByRole('button', { name: /^In Arbeit/ })).toHaveFocus()
})

test('arrows and Enter move the card; the dialog is gone before', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Antrag', place: at.columns[0]! })
  const onClose = vi.fn()
  await showScreen(at, <MoveDialog items={[card.id]} onClose={onClose} />)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(onClose).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(at.item(card.id).position[0]).toBe(at.columns[2]))
})

test('several cards go together, in their order, to the top', async () => {
  const at = await teamAtWork()
  const ids: string[] = []
  for (const title of ['Eins', 'Zwei']) ids.push((await at.card({ title, place: at.columns[0]! })).id)
  await showScreen(at, <MoveDialog items={ids} onClose={() => {}} />)
  expect(screen.getByRole('heading', { name: '2 Karten verschieben nach …' })).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: 'oben' }))
  await userEvent.click(screen.getByRole('button', { name: /^Vorrat/ }))
  await vi.waitFor(() => expect(ids.map(id => at.item(id).position[0])).toEqual(['backlog', 'backlog']))
})
