import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { createLabel, deleteLabel } from '../../../src/domain/work/edit-label.ts'
import { estimateItems } from '../../../src/domain/work/edit-values.ts'
import BoardScreen from '../../../src/features/board/board-screen.tsx'
import { readSort, sorted, writeSort, type ListRow } from '../../../src/features/board/list/list-row.ts'
import { setQuery } from '../../../src/parts/place-query.ts'
import { clearSelection, selectedNow } from '../../../src/parts/selection.ts'
import { madeBy, showScreen, teamAtWork } from '../../support/team-screen.tsx'

beforeEach(clearSelection)

const row = (title: string, values: Partial<ListRow> = {}): ListRow => ({
  id: title, key: '', title, kind: 'task', estimate: null, priority: 'medium', due: null, place: 0, columnId: '',
  column: '', people: '', labels: '', sprint: '', epic: '', age: 0, ...values,
}) // prettier-ignore

test.each([
  ['title', 'Ämter Bauamt Zoll'],
  ['-title', 'Zoll Bauamt Ämter'],
  ['due', 'Bauamt Zoll Ämter'],
  ['-estimate', 'Zoll Bauamt Ämter'],
  ['priority', 'Ämter Zoll Bauamt'],
  ['colour', 'Zoll Ämter Bauamt'],
  ['__proto__', 'Zoll Ämter Bauamt'],
])('in the order %s the rows are %s', (order, titles) => {
  const rows = [
    row('Zoll', { place: 1, estimate: 8, due: '2026-12-02' }),
    row('Ämter', { place: 2, priority: 'low' }),
    row('Bauamt', { place: 3, estimate: 3, due: '2026-12-01', priority: 'high' }),
  ]
  expect(
    sorted(rows, readSort(order))
      .map(({ title }) => title)
      .join(' '),
  ).toBe(titles)
})

test('an order is said in the address, that of the board needs no word', () => {
  expect(['due', '-due', 'column', '-column', 'nonsense'].map(text => writeSort(readSort(text)))).toEqual([
    'due',
    '-due',
    undefined,
    '-column',
    undefined,
  ])
})

/** The list of three cards, as a link brings it. */
const listOf = async (query = '?as=list') => {
  const at = await teamAtWork()
  setQuery(`${at.team}/board`, '')
  const [ready = '', doing = ''] = at.columns
  const cards = [
    await at.card({ title: 'Wohngeld', place: ready }),
    await at.card({ title: 'Bauantrag', place: doing }),
  ]
  await at.workspace.run(estimateItems, { items: [cards[0]!.id], estimate: 5 })
  const shown = await showScreen(at, <BoardScreen />, `/t/${at.team}/board${query}`)
  await screen.findByRole('table')
  const titles = () => screen.getAllByRole('rowheader').map(cell => cell.textContent)
  return { ...at, ...shown, cards, titles }
}

test('the head of a column sorts, and the order stands in the address', async () => {
  const { titles, location } = await listOf()
  expect(titles()).toEqual(['Wohngeld', 'Bauantrag'])
  await userEvent.click(screen.getByRole('button', { name: 'Titel' }))
  expect(titles()).toEqual(['Bauantrag', 'Wohngeld'])
  await waitFor(() => expect(location.history?.at(-1)).toMatch(/\/board\?as=list&sort=title$/))
})

test('column and estimate are changed where they stand', async () => {
  const { cards, item, columns } = await listOf()
  await userEvent.click(screen.getByRole('button', { name: 'Spalte von „Wohngeld“: Bereit' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Erledigt' }))
  await waitFor(() => expect(item(cards[0]!.id).position[0]).toBe(columns[2]))
  await userEvent.click(screen.getByRole('button', { name: 'Schätzung von „Bauantrag“: leer' }))
  await userEvent.click(await screen.findByRole('button', { name: '3' }))
  await waitFor(() => expect(item(cards[1]!.id).estimate).toBe(3))
})

test('rows are picked with their boxes, with Shift a range, and the bar at the foot counts them', async () => {
  await listOf()
  await userEvent.click(screen.getByRole('checkbox', { name: '„Wohngeld“ auswählen' }))
  const user = userEvent.setup()
  await user.keyboard('{Shift>}')
  await user.click(screen.getByRole('checkbox', { name: '„Bauantrag“ auswählen' }))
  await user.keyboard('{/Shift}')
  expect(await screen.findByText('2 ausgewählt')).toBeVisible()
  await user.keyboard('{Escape}')
  expect(selectedNow().size).toBe(0)
})

test('a view is kept under a name, replaced, renamed and deleted; one whose label is gone says so', async () => {
  const at = await listOf('?as=list&q=Wohn')
  const press = async (role: 'button' | 'menuitem' | 'menuitemradio', name: string) =>
    userEvent.click(await screen.findByRole(role, { name }))
  await press('button', 'Ansichten')
  await press('menuitem', 'Filter als Ansicht merken …')
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Wohnen{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await press('button', 'Filter aufheben')
  expect(at.titles()).toEqual(['Wohngeld', 'Bauantrag'])
  await press('button', 'Ansichten')
  await press('menuitemradio', 'Wohnen')
  await waitFor(() => expect(at.titles()).toEqual(['Wohngeld']))

  const made = await at.workspace.run(createLabel, { name: 'OZG', hue: 'red' })
  const label = made.ok ? madeBy(made.value, 'label') : ''
  setQuery(`${at.team}/board`, `as=list&label=${label}`)
  await press('button', 'Ansichten')
  await press('menuitem', 'Ansichten bearbeiten …')
  await press('button', '„Wohnen“ durch den Filter von jetzt ersetzen')
  await press('button', 'Name: Wohnen')
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' neu{Enter}')
  await screen.findByRole('button', { name: 'Name: Wohnen neu' })
  await at.workspace.run(deleteLabel, { label })
  expect(await screen.findByText(/Die Ansicht zeigt deshalb nichts mehr/)).toBeVisible()
  expect(within(screen.getByRole('search')).getByText('OZG, gelöscht')).toBeVisible()
  await press('button', 'Ansicht „Wohnen neu“ löschen')
  expect(await screen.findByText('Keine Ansicht ist gemerkt.')).toBeVisible()
})

test('an empty board says as a list, too, what to do; a sprint that all share has no column of its own', async () => {
  const at = await teamAtWork()
  setQuery(`${at.team}/board`, '')
  await showScreen(at, <BoardScreen />, `/t/${at.team}/board?as=list`)
  expect(await screen.findByText('Noch keine Karten. Schreiben Sie auf, woran das Team gerade arbeitet.')).toBeVisible()
  expect(screen.queryByRole('table')).toBeNull()
  await at.card({ title: 'Wohngeld', place: at.columns[0]! })
  const table = await screen.findByRole('table')
  expect(within(table).queryByRole('columnheader', { name: /Sprint/ })).toBeNull()
})

test('where the filter leaves no row there is nothing to select', async () => {
  await listOf()
  const all = () => screen.getByRole('checkbox', { name: 'Alle auswählen' })
  const search = screen.getByRole('searchbox')
  expect(all()).toBeEnabled()
  await userEvent.type(search, 'xyzzy')
  await waitFor(() => expect(all()).toBeDisabled())
  await userEvent.clear(search)
  await waitFor(() => expect(all()).toBeEnabled())
})
