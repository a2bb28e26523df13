import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { planSprint } from '../../../src/domain/scrum/plan-sprint.ts'
import { addToSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { sprint } from '../../../src/domain/scrum/sprint.ts'
import { sprintsIn } from '../../../src/domain/scrum/sprints.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { backlog } from '../../../src/domain/work/item.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import CloseSprintOverlay from '../../../src/features/sprint/close-sprint-dialog.tsx'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import { madeBy, showScreen, teamAtWork } from '../../support/team-screen.tsx'

const sprintAtItsEnd = async () => {
  const at = await teamAtWork({ method: 'scrum', daysAgo: 12 })
  const planned = await at.workspace.run(planSprint, {
    team: at.team,
    name: 'Sprint 7',
    goal: 'Anträge sind vollständig',
  })
  if (!planned.ok) throw new Error(planned.refusal.because)
  const id = madeBy(planned.value, sprint.type)
  const open = []
  for (const title of ['Leitfaden', 'Wartemarken', 'Scannen', 'Kasse'])
    open.push(await at.card({ title, place: backlog }))
  const finished = await at.card({ title: 'Vordruck', place: backlog, estimate: 5 })
  await at.workspace.run(addToSprint, { items: [...open, finished].map(card => card.id), sprint: id })
  await at.workspace.run(startSprint, { sprint: id })
  await at.workspace.run(moveItem, { item: finished.id, place: at.columns[2]! })
  const [leitfaden, marken, scannen, kasse] = open.map(card => card.id)
  const shown = await showScreen(
    at,
    <AddressPartsContext value={{ sprint: id }}>
      <CloseSprintOverlay />
    </AddressPartsContext>,
  )
  return { at, id, shown, leitfaden: leitfaden!, marken: marken!, scannen: scannen!, kasse: kasse! }
}

test('every open card goes where it was sent, the rest to a next sprint that is made for it; undo brings all back', async () => {
  const user = userEvent.setup()
  const { at, id, leitfaden, marken, scannen, kasse } = await sprintAtItsEnd()
  expect(screen.getByText('5 von 5 Punkten fertig, 1 von 5 Karten')).toBeVisible()
  expect(screen.getByText('Sprint 8 wird dafür angelegt.')).toBeVisible()
  await user.selectOptions(screen.getByLabelText('Sprintziel'), 'teilweise erreicht')
  await user.selectOptions(screen.getByLabelText('Wohin mit „Wartemarken“'), 'Backlog')
  await user.selectOptions(screen.getByLabelText('Wohin mit „Scannen“'), 'ist fertig')
  await user.selectOptions(screen.getByLabelText('Wohin mit „Kasse“'), 'verwerfen')
  await user.click(screen.getByRole('button', { name: 'Sprint abschließen' }))
  await waitFor(() => expect(at.workspace.records.get(sprint, id)?.state).toBe('closed'))
  expect(at.workspace.records.get(sprint, id)).toMatchObject({ goalOutcome: 'partly', doneItems: 2, donePoints: 5 })
  const next = sprintsIn(at.workspace.records, at.home, 'planned')[0]
  expect(next?.name).toBe('Sprint 8')
  expect(at.item(leitfaden).sprint).toBe(next?.id)
  expect(at.item(marken)).toMatchObject({ sprint: null, position: [backlog, expect.any(String)] })
  expect(at.item(scannen)).toMatchObject({ sprint: id, position: [at.columns[2], expect.any(String)] })
  expect(at.item(kasse).dropped).not.toBeNull()
  await at.workspace.undo()
  expect(at.workspace.records.get(sprint, id)?.state).toBe('running')
  expect([leitfaden, marken, scannen, kasse].every(card => at.item(card).sprint === id)).toBe(true)
})

test('one choice can be made for all', async () => {
  const user = userEvent.setup()
  const { at, id, leitfaden, kasse } = await sprintAtItsEnd()
  await user.selectOptions(screen.getByLabelText('Wohin mit „Kasse“'), 'verwerfen')
  expect(screen.getByLabelText('Alle')).toHaveDisplayValue('verschieden')
  await user.selectOptions(screen.getByLabelText('Alle'), 'Backlog')
  expect(screen.getByLabelText('Wohin mit „Kasse“')).toHaveDisplayValue('Backlog')
  expect(screen.queryByText(/wird dafür angelegt/)).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Sprint abschließen' }))
  await waitFor(() => expect(at.workspace.records.get(sprint, id)?.state).toBe('closed'))
  expect([at.item(leitfaden).sprint, at.item(kasse).dropped]).toEqual([null, null])
  expect(sprintsIn(at.workspace.records, at.home, 'planned')).toEqual([])
})
