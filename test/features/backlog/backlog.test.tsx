import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { backlogItems } from '../../../src/domain/kanban/board.ts'
import { epicsOf } from '../../../src/domain/work/progress.ts'
import { team as teamRecord } from '../../../src/domain/people/team.ts'
import BacklogScreen from '../../../src/features/backlog/backlog-screen.tsx'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const titles = (at: TeamAtWork): readonly string[] =>
  backlogItems(at.workspace.records, at.workspace.records.get(teamRecord, at.team)!).map(id => at.item(id).title)

test('an empty backlog says what to do; its one filled button opens the field for lines', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  await showScreen(at, <BacklogScreen />)
  expect(screen.getByText('Was soll entstehen? Eine Zeile je Karte genügt.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Zeilen einfügen' }))
  await userEvent.type(screen.getByLabelText('Zeilen'), '- Formular prüfen{Enter}- Bescheid schreiben')
  await userEvent.click(screen.getByRole('button', { name: '2 Karten anlegen' }))
  expect(titles(at)).toEqual(['Formular prüfen', 'Bescheid schreiben'])
})

test('a Kanban team calls it Vorrat, and the line at the foot writes card after card', async () => {
  const at = await teamAtWork()
  await showScreen(at, <BacklogScreen />)
  expect(screen.getByRole('heading', { level: 1, name: 'Vorrat' })).toBeVisible()
  await userEvent.type(screen.getByLabelText('Karte hinzufügen'), 'Wohngeld{Enter}')
  await userEvent.type(screen.getByLabelText('Karte hinzufügen'), 'Kataster{Enter}')
  expect(titles(at)).toEqual(['Wohngeld', 'Kataster'])
  expect(screen.getByLabelText('Karte hinzufügen')).toHaveFocus()
})

test('a card written while the backlog is narrowed to an epic is a part of it', async () => {
  const at = await teamAtWork()
  await at.card({ title: 'Schulung' })
  await showScreen(at, <BacklogScreen />)
  await userEvent.click(screen.getByRole('button', { name: 'Epics' }))
  await userEvent.type(screen.getByLabelText('Epic anlegen'), 'E-Akte{Enter}')
  await userEvent.click(await screen.findByRole('button', { name: 'E-Akte' }))
  await userEvent.type(screen.getByLabelText('Karte hinzufügen'), 'Scanner beschaffen{Enter}')
  const team = at.workspace.records.get(teamRecord, at.team)!
  const [epic] = epicsOf(at.workspace.records, team)
  const made = backlogItems(at.workspace.records, team)
    .map(at.item)
    .find(({ title }) => title === 'Scanner beschaffen')
  expect(made?.parent).toBe(epic)
  await waitFor(() => expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '0 von 1 fertig'))
})
