import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import BacklogScreen from '../../src/features/backlog/backlog-screen.tsx'
import { PasteLinesDialog } from '../../src/parts/paste-lines-dialog.tsx'
import { handedOverTable } from '../../src/parts/pasted-table.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

const table = 'Titel\tFrist\nAntrag prüfen\t20.11.2026\nBescheid, neu\t1.12.2026'
const field = () => screen.getByRole('textbox', { name: 'Zeilen' })

test('a list becomes a card a line', async () => {
  const at = await teamAtWork()
  const onClose = vi.fn()
  await showScreen(at, <PasteLinesDialog team={at.team} place="backlog" onClose={onClose} />)
  fireEvent.change(field(), { target: { value: 'Antrag prüfen, dann Bescheid\nAkte ablegen, dann Ruhe' } })
  expect(screen.queryByRole('button', { name: 'Spalten zuordnen' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '2 Karten anlegen' }))
  expect(onClose).toHaveBeenCalledOnce()
})

test('a table is offered the step in which its columns get a meaning, and goes there whole', async () => {
  const at = await teamAtWork()
  const onClose = vi.fn()
  await showScreen(at, <PasteLinesDialog team={at.team} place="backlog" onClose={onClose} />)
  fireEvent.change(field(), { target: { value: table } })
  expect(screen.getByText(/Das sieht nach einer Tabelle mit 2 Spalten aus\./)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '3 Karten anlegen' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Spalten zuordnen' }))
  expect(onClose).toHaveBeenCalledOnce()
  expect(handedOverTable()).toBe(table)
})

test('a table pasted into the line at the foot of the backlog opens the dialog with it', async () => {
  const at = await teamAtWork()
  await at.card({ title: 'Schon da', place: 'backlog' })
  await showScreen(at, <BacklogScreen />)
  fireEvent.paste(screen.getByRole('textbox', { name: 'Karte hinzufügen' }), {
    clipboardData: { getData: () => table },
  })
  expect(await screen.findByRole('textbox', { name: 'Zeilen' })).toHaveValue(table)
  expect([...at.workspace.records.all('item')]).toHaveLength(1)
})
