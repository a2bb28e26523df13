import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { edit } from '../../../src/domain/kernel/change.ts'
import { defineCommand } from '../../../src/domain/kernel/command.ts'
import { ok } from '../../../src/domain/kernel/result.ts'
import { item } from '../../../src/domain/work/item.ts'
import { shownKeyOf } from '../../../src/domain/work/shown-key.ts'
import CardOverlay from '../../../src/features/card/card-overlay.tsx'
import { describeItem } from '../../../src/domain/work/edit-text.ts'
import { addComment } from '../../../src/domain/discussion/add-comment.ts'
import { editComment } from '../../../src/domain/discussion/edit-comment.ts'
import type { Command } from '../../../src/domain/kernel/command.ts'
import type { AnyRefusal } from '../../../src/domain/kernel/result.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { deleteItems, dropItems, restoreItems, takeBackItems } from '../../../src/domain/work/bin.ts'
import { moveItemToTeam } from '../../../src/domain/work/move-to-team.ts'
import { readHistory } from '../../../src/features/card/read-history.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import { madeBy, showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const openCard = (at: TeamAtWork, key: string) =>
  showScreen(
    at,
    <AddressPartsContext value={{ key }}>
      <CardOverlay />
    </AddressPartsContext>,
    `/t/${at.team}/board/c/${key}`,
  )

test('Anna renames the card in place; Esc keeps what she typed', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Vordruck', place: at.columns[0]! })
  await openCard(at, card.key)
  await userEvent.click(screen.getByRole('button', { name: 'Titel: Vordruck' }))
  await userEvent.keyboard(' A 4{Escape}')
  expect(at.item(card.id).title).toBe('Vordruck A 4')
  expect(screen.getByRole('button', { name: 'Titel: Vordruck A 4' })).toHaveFocus()
})

test('while Anna writes the description Ben adds to it; both stay and her caret does not move', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Antrag', place: at.columns[0]!, description: 'Ziel: weniger Wege.' })
  await openCard(at, card.key)
  await userEvent.click(screen.getByRole('button', { name: 'Beschreibung' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Beschreibung' })
  field.setSelectionRange(5, 5)
  await userEvent.type(field, ' viel', { initialSelectionStart: 5, initialSelectionEnd: 5 })
  await act(() => at.workspace.run(describeItem, { item: card.id, description: 'Ziel: weniger Wege.\n\nFrist: Mai.' }))
  expect([field.value, field.selectionStart]).toEqual(['Ziel: viel weniger Wege.', 10])
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(at.item(card.id).description).toBe('Ziel: viel weniger Wege.\n\nFrist: Mai.')
})

test('a description that is too long says so before it is left, and stays until it is shortened', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Antrag', place: at.columns[0]!, description: 'Kurz.' })
  await openCard(at, card.key)
  await userEvent.click(screen.getByRole('button', { name: 'Beschreibung' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Beschreibung' })
  fireEvent.change(field, { target: { value: 'x'.repeat(32 * 1024 - 1) } })
  expect(field).toHaveAccessibleDescription('Es passt noch etwa 1 Zeichen.')
  fireEvent.change(field, { target: { value: `${'x'.repeat(32 * 1024)}ü` } })
  expect(field).toHaveAccessibleDescription(/^Etwa 2 Zeichen zu viel/)
  // Past the toolbar, which is one stop.
  await userEvent.tab()
  await userEvent.tab()
  expect(await screen.findByText(/^Der Text ist zu lang/)).toBeVisible()
  expect(field.value).toHaveLength(32 * 1024 + 1)
  expect(at.item(card.id).description).toBe('Kurz.')
  // A colleague goes on meanwhile; the draft is still measured against what stood there when it was begun.
  await act(() => at.workspace.run(describeItem, { item: card.id, description: 'Kurz. Frist: Mai.' }))
  await userEvent.click(field)
  fireEvent.change(field, { target: { value: 'Sehr Kurz.' } })
  await userEvent.tab()
  await userEvent.tab()
  await waitFor(() => expect(at.item(card.id).description).toBe('Sehr Kurz. Frist: Mai.'))
})

test('criteria are pasted, ticked with name and day, and moved by Alt and arrows', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Antrag', place: at.columns[0]! })
  await openCard(at, card.key)
  await userEvent.click(screen.getByRole('textbox', { name: 'Kriterium hinzufügen' }))
  await userEvent.paste('- lesbar\n- druckbar\n- barrierefrei')
  expect(screen.getByText('0 von 3')).toBeVisible()
  await userEvent.click(screen.getByRole('checkbox', { name: 'druckbar' }))
  expect(screen.getByText('1 von 3')).toBeVisible()
  expect(screen.getByText(/^Anna Öztürk, /, { selector: 'li p' })).toBeVisible()
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  const names = screen.getAllByRole('checkbox').map(box => box.parentElement?.textContent)
  expect(names).toEqual(['druckbar', 'lesbar', 'barrierefrei'])
  expect(screen.getByRole('checkbox', { name: 'druckbar' })).toHaveFocus()
})

test('J and K leaf through the column, and not past its ends', async () => {
  const at = await teamAtWork()
  const [first, second] = [
    await at.card({ title: 'Erste', place: at.columns[0]! }),
    await at.card({ title: 'Zweite', place: at.columns[0]! }),
  ]
  const { location } = await openCard(at, first.key)
  await userEvent.keyboard('k')
  expect(location.history.at(-1)).toBe(`/t/${at.team}/board/c/${first.key}`)
  await userEvent.keyboard('j')
  expect(location.history.at(-1)).toBe(`/t/${at.team}/board/c/${second.key}`)
})

test('an impediment is reported where it holds the card up', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Antrag', place: at.columns[0]! })
  await openCard(at, card.key)
  await userEvent.keyboard('b')
  await userEvent.keyboard('Leitung fehlt{Enter}')
  expect(screen.getByText('gemeldet, seit heute')).toBeVisible()
  expect(at.item(card.id).history.map(({ kind }) => kind)).toContain('blocked')
})

test('the history tells in words where the card was', async () => {
  const at = await teamAtWork({ daysAgo: 1 })
  const card = await at.card({ title: 'Antrag', place: at.columns[0]! })
  at.clock.now += 60_000
  await at.workspace.run(moveItem, { item: card.id, place: at.columns[1]! })
  await openCard(at, card.key)
  const history = screen.getByRole('heading', { name: 'Verlauf' }).closest('section')!
  const facts = within(history).getAllByRole('listitem')
  expect(facts.map(fact => fact.firstElementChild?.textContent)).toEqual(['Nach „In Arbeit“ verschoben', 'Angelegt'])
})

test('the history also tells what came back, what was said anew and from which team it came', async () => {
  const at = await teamAtWork({ daysAgo: 1 })
  const founding = { name: 'Straßenbau', method: 'kanban', founderName: 'Anna Öztürk', columns: [] } as const
  const other = await at.workspace.run(foundTeam, { ...founding, columns: [{ name: 'Bereit', category: 'open' }] })
  const there = other.ok ? madeBy(other.value, 'team') : ''
  const card = await at.card({ title: 'Antrag', place: at.columns[0]! })
  const later = async <Args,>(command: Command<Args, AnyRefusal>, args: Args) => {
    at.clock.now += 60_000
    const done = await at.workspace.run(command, args)
    if (!done.ok) throw new Error(done.refusal.because)
    return done.value
  }
  const said = madeBy(await later(addComment, { item: card.id, text: 'Unterlagen fehlen' }), 'comment')
  await later(editComment, { comment: said, text: 'Unterlagen sind da' })
  await later(dropItems, { items: [card.id] })
  await later(takeBackItems, { items: [card.id] })
  await later(deleteItems, { items: [card.id] })
  await later(restoreItems, { items: [card.id] })
  const told = (id: string) => readHistory(at.workspace.records, at.item(id)).map(({ kind }) => kind)
  expect(told(card.id)).toEqual(['restored', 'takenBack', 'commentEdited', 'created'])
  const arrived = madeBy(await later(moveItemToTeam, { item: card.id, team: there }), 'item')
  expect(told(card.id)).toEqual(['toTeam', 'restored', 'takenBack', 'created'])
  expect(told(arrived)).toEqual(['fromTeam', 'commentEdited', 'created'])
  const again = await at.card({ title: 'Faxgerät', place: at.columns[0]! })
  await later(dropItems, { items: [again.id] })
  expect(told(again.id)).toEqual(['dropped', 'created'])
})

test('a card that is not here says so and shows the way to the bin', async () => {
  const at = await teamAtWork()
  await openCard(at, 'BUE-NICHT')
  expect(screen.getByText(/Unter BUE-NICHT liegt hier keine Karte/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Zum Papierkorb' })).toBeVisible()
})

test('two cards that a merge has left with one key are told apart, and each address leads to its own', async () => {
  const at = await teamAtWork()
  const [form, letter] = [await at.card({ title: 'Vordruck' }), await at.card({ title: 'Anschreiben' })]
  const doubled = defineCommand('doubled', () => ok(edit(item, letter, { key: form.key })))
  await at.workspace.run(doubled, {})
  const { records } = at.workspace
  for (const { id, title } of [form, letter]) {
    const key = shownKeyOf(records, id)
    expect(key).toHaveLength(form.key.length + 1)
    const { unmount } = await openCard(at, key)
    expect(screen.getByRole('button', { name: `Titel: ${title}` })).toBeVisible()
    expect(screen.getByText(key)).toBeVisible()
    unmount()
  }
})
