import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { reportImpediment } from '../../src/domain/impediments/report-impediment.ts'
import { assignItems } from '../../src/domain/work/edit-sets.ts'
import { estimateItems, prioritiseItems, scheduleItems } from '../../src/domain/work/edit-values.ts'
import { dayOf, shiftDay } from '../../src/i18n/format.ts'
import { CardFace } from '../../src/parts/card-face.tsx'
import { ItemRow } from '../../src/parts/item-row.tsx'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

const today = dayOf(Date.now())

test('a bare card shows its title and key and nothing that has no value', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Vordruck A 4 entwerfen', place: at.columns[0]! })
  const { container } = await showScreen(at, <CardFace id={card.id} />)
  expect(container).toHaveTextContent(`Vordruck A 4 entwerfen${card.key}`)
  expect(container.textContent).toBe(`Vordruck A 4 entwerfen${card.key}`)
  expect(screen.getByRole('img', { name: 'Aufgabe' })).toBeVisible()
})

test('a card tells who, how much, how urgent and until when', async () => {
  const at = await teamAtWork()
  const { id } = await at.card({ title: 'Anleitung für Ämter', place: at.columns[1]! })
  await showScreen(at, <CardFace id={id} />)
  await act(async () => {
    await at.workspace.run(assignItems, { items: [id], person: at.ben })
    await at.workspace.run(estimateItems, { items: [id], estimate: 2.5 })
    await at.workspace.run(prioritiseItems, { items: [id], priority: 'highest' })
    await at.workspace.run(scheduleItems, { items: [id], due: shiftDay(today, -2) })
  })
  expect(screen.getByRole('img', { name: 'Ben Sander' })).toHaveTextContent('BS')
  expect(screen.getByText('2,5')).toBeVisible()
  expect(screen.getByText('höchste')).toBeVisible()
  expect(screen.getByText('überfällig 2 T')).toBeVisible()
})

test('what is done is never late', async () => {
  const at = await teamAtWork()
  const { id } = await at.card({ title: 'Altes Formular', place: at.columns[2]!, due: shiftDay(today, -9) })
  const { container } = await showScreen(at, <CardFace id={id} />)
  expect(container.querySelector('[data-due]')).toHaveAttribute('data-due', 'calm')
})

test('an impediment is said in words on the card and in the row', async () => {
  const at = await teamAtWork({ daysAgo: 3 })
  const { id } = await at.card({ title: 'Schnittstelle abnehmen', place: at.columns[1]! })
  await at.workspace.run(reportImpediment, { team: at.team, title: 'Leitung fehlt', items: [id] })
  await showScreen(at, [<CardFace key="card" id={id} />, <ItemRow key="row" id={id} />])
  expect(screen.getAllByText('Hindernis seit 3 T')).toHaveLength(2)
})
