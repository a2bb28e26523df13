import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { sprintsOf } from '../../src/domain/scrum/sprints.ts'
import { NewSprintForm } from '../../src/features/sprint/new-sprint-form.tsx'
import { PasteLinesDialog } from '../../src/parts/paste-lines-dialog.tsx'
import { boardItems } from '../../src/domain/kanban/board.ts'
import { team as teamRecord } from '../../src/domain/people/team.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

test('a second Enter makes no second sprint', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  const made: string[] = []
  const { container } = await showScreen(at, <NewSprintForm onMade={id => made.push(id)} onCancel={undefined} />)
  const form = container.querySelector('form')!
  fireEvent.submit(form)
  fireEvent.submit(form)
  await waitFor(() => expect(made).toHaveLength(1))
  expect(sprintsOf(at.workspace.records, at.home)).toHaveLength(1)
})

test('a double click makes the pasted cards once', async () => {
  const at = await teamAtWork()
  const closed: boolean[] = []
  const lines = 'Vordruck prüfen\nAnschreiben entwerfen'
  await showScreen(
    at,
    <PasteLinesDialog team={at.team} place={at.columns[0]!} initial={lines} onClose={() => closed.push(true)} />,
  )
  const button = screen.getByRole('button', { name: '2 Karten anlegen' })
  fireEvent.click(button)
  fireEvent.click(button)
  await waitFor(() => expect(closed).toHaveLength(1))
  const { records } = at.workspace
  expect(boardItems(records, records.get(teamRecord, at.team)!)).toHaveLength(2)
})
