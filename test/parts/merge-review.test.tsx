import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { editColumn } from '../../src/domain/kanban/edit-column.ts'
import { column } from '../../src/domain/kanban/column.ts'
import { edit } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { planSprint } from '../../src/domain/scrum/plan-sprint.ts'
import { sprint } from '../../src/domain/scrum/sprint.ts'
import { item } from '../../src/domain/work/item.ts'
import { MergeHint } from '../../src/parts/merge-review/merge-hint.tsx'
import { toasts } from '../../src/ui/toasts.ts'
import { madeBy, showScreen, teamAtWork, type TeamAtWork } from '../support/team-screen.tsx'

/** What a merge writes, past every rule. */
const merged = (at: TeamAtWork, id: string, cells: Readonly<Record<string, string | null>>) =>
  at.workspace.run(
    defineCommand('merged', view => {
      const [card, ofSprint] = [view.get(item, id), view.get(sprint, id)]
      return ok([...(card ? edit(item, card, cells) : []), ...(ofSprint ? edit(sprint, ofSprint, cells) : [])])
    }),
    {},
  )

const plan = async (at: TeamAtWork, name: string, state: string) => {
  const planned = await at.workspace.run(planSprint, { team: at.team, name })
  const id = planned.ok ? madeBy(planned.value, sprint.type) : ''
  await merged(at, id, { state })
  return id
}

const review = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Zusammenführung prüfen' }))
  return within(await screen.findByRole('dialog', { name: 'Zusammenführung prüfen' }))
}

beforeEach(() => toasts.clear())

test('where nothing is to be settled nothing is said', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  await plan(at, 'Sprint 1', 'running')
  const { container } = await showScreen(at, <MergeHint />)
  expect(container).toBeEmptyDOMElement()
})

test('a card that came into a closed sprint goes where a person says, with one click', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  const closed = await plan(at, 'Sprint 1', 'closed')
  await plan(at, 'Sprint 2', 'running')
  const card = await at.card({ title: 'Vordruck A 4', place: at.columns[1]! })
  await merged(at, card.id, { sprint: closed })
  await showScreen(at, <MergeHint />)
  expect(screen.getByText('Beim Zusammenführen blieb 1 Stelle offen.')).toBeVisible()
  const dialog = await review()
  expect(dialog.getByText(/^1 offene Karte steht noch im beendeten Sprint „Sprint 1“/)).toBeVisible()
  expect(dialog.getByText('Vordruck A 4')).toBeVisible()
  expect(dialog.getByRole('button', { name: 'In „Sprint 2“' })).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'In den Backlog' }))
  expect(await dialog.findByText('Alles ist geklärt.')).toBeVisible()
  expect(at.item(card.id)).toMatchObject({ sprint: null, position: ['backlog', expect.any(String)] })
  expect(toasts.store.getState().shown).toHaveLength(1)
})

test('of two running sprints one is closed, in the dialog that asks about each open card', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  await plan(at, 'Sprint 1', 'running')
  const twin = await plan(at, 'Sprint 1b', 'running')
  const { location } = await showScreen(at, <MergeHint />)
  const dialog = await review()
  expect(dialog.getByText(/^2 Sprints laufen zugleich/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: '„Sprint 1b“ abschließen' }))
  expect(location.history.at(-1)).toBe(`/t/${at.team}/board/close/${twin}`)
})

test('a column that holds more than it takes: the limit follows, or cards go on from the board', async () => {
  const at = await teamAtWork()
  const doing = at.columns[1]!
  await at.card({ title: 'Vordruck', place: doing })
  await at.card({ title: 'Anschreiben', place: doing })
  await at.workspace.run(editColumn, { column: doing, limit: 1, limitMode: 'refuse' })
  await showScreen(at, <MergeHint />)
  const dialog = await review()
  expect(dialog.getByText('In „In Arbeit“ stehen 2 Karten, Platz ist für 1.')).toBeVisible()
  expect(dialog.getByRole('button', { name: 'Zum Board' })).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Grenze auf 2 anheben' }))
  await waitFor(() => expect(at.workspace.records.get(column, doing)?.limit).toBe(2))
  expect(await dialog.findByText('Alles ist geklärt.')).toBeVisible()
})
