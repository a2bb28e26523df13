import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { boardColumn } from '../../../src/domain/kanban/board.ts'
import { team as teamRecord } from '../../../src/domain/people/team.ts'
import NewCardOverlay from '../../../src/features/card/new-card-overlay.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

beforeEach(() => toasts.clear())

const titlesIn = (at: TeamAtWork, column: number) =>
  boardColumn(at.workspace.records, at.workspace.records.get(teamRecord, at.team)!, at.columns[column]!).map(
    id => at.item(id).title,
  )
const said = () => toasts.store.getState().shown.map(({ text }) => text)
const newCard = (at: TeamAtWork) => showScreen(at, <NewCardOverlay />, `/t/${at.team}/board/new/card`)

test('on the board a title and Enter are enough: the card stands in the first column', async () => {
  const at = await teamAtWork()
  const { location } = await newCard(at)
  await userEvent.keyboard('Vordruck entwerfen{Enter}')
  expect(titlesIn(at, 0)).toEqual(['Vordruck entwerfen'])
  expect(said()).toEqual([expect.stringMatching(/^BUE-\w{5} angelegt$/)])
  expect(location.history.at(-1)).toBe(`/t/${at.team}/board`)
})

test('Shift and Enter goes on with the next card', async () => {
  const at = await teamAtWork()
  const { location } = await newCard(at)
  await userEvent.keyboard('Erste{Shift>}{Enter}{/Shift}Zweite{Shift>}{Enter}{/Shift}')
  expect(titlesIn(at, 0)).toEqual(['Erste', 'Zweite'])
  expect(screen.getByRole('textbox', { name: 'Titel' })).toHaveValue('')
  expect(location.history.at(-1)).toBe(`/t/${at.team}/board/new/card`)
})

test('without a title it says what is missing and keeps the cursor there', async () => {
  const at = await teamAtWork()
  await newCard(at)
  await userEvent.click(screen.getByRole('button', { name: 'Karte anlegen' }))
  expect(screen.getByRole('textbox', { name: 'Titel' })).toHaveAccessibleDescription(/Ein Titel genügt/)
  expect(screen.getByRole('textbox', { name: 'Titel' })).toHaveFocus()
})
