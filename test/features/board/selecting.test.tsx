import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { boardColumn } from '../../../src/domain/kanban/board.ts'
import { scheduleItems } from '../../../src/domain/work/edit-values.ts'
import { team as teamRecord } from '../../../src/domain/people/team.ts'
import BacklogScreen from '../../../src/features/backlog/backlog-screen.tsx'
import { dayOf, shiftDay } from '../../../src/i18n/format.ts'
import { setQuery } from '../../../src/parts/place-query.ts'
import { clearSelection, selectAll } from '../../../src/parts/selection.ts'
import SelectionBar from '../../../src/parts/selection-bar.tsx'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

beforeEach(clearSelection)

const bar = () => within(screen.getByRole('group', { name: 'Ausgewählte Karten' }))

/** Three cards on the board, and the bar as the board shows it for them. */
const threeCards = async () => {
  const at = await teamAtWork()
  const place = at.columns[0] ?? ''
  const items: string[] = []
  for (const title of ['Antrag', 'Bescheid', 'Statik']) items.push((await at.card({ title, place })).id)
  return { ...at, place, items, cards: () => items.map(at.item) }
}

/** Somebody or something new, by its name. jsdom has no layout: the list takes focus at each key, so the name is pasted. */
const make = async (list: string, name: string) => {
  await userEvent.click(await screen.findByRole('combobox', { name: list }))
  await userEvent.paste(name)
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(name, 'u') }))
  await userEvent.keyboard('{Escape}')
}

test('estimate, due day, priority, person and label go to all in one step each, and one undo takes each back', async () => {
  const at = await threeCards()
  await showScreen(at, <SelectionBar items={at.items} onMove={() => undefined} />)
  expect(screen.getByText('3 ausgewählt')).toBeVisible()
  await userEvent.click(bar().getByRole('button', { name: 'Schätzung' }))
  await userEvent.click(await screen.findByRole('button', { name: '5' }))
  await waitFor(() => expect(at.cards().map(({ estimate }) => estimate)).toEqual([5, 5, 5]))
  await userEvent.click(bar().getByRole('button', { name: 'Fällig' }))
  await userEvent.click(await screen.findByRole('button', { name: /^morgen/ }))
  const tomorrow = shiftDay(dayOf(Date.now()), 1)
  await waitFor(() => expect(at.cards().map(({ due }) => due)).toEqual([tomorrow, tomorrow, tomorrow]))
  await userEvent.click(bar().getByRole('button', { name: 'Priorität' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'hoch' }))
  await waitFor(() => expect(at.cards().map(({ priority }) => priority)).toEqual(['high', 'high', 'high']))
  await userEvent.click(bar().getByRole('button', { name: 'Personen' }))
  await make('Personen', 'Dora Dachs')
  await waitFor(() => expect(at.cards().map(({ people }) => people.length)).toEqual([1, 1, 1]))
  await userEvent.click(bar().getByRole('button', { name: 'Labels' }))
  await make('Labels', 'Eilig')
  await waitFor(() => expect(at.cards().map(({ labels }) => labels.length)).toEqual([1, 1, 1]))
  for (let step = 0; step < 5; step++) await at.workspace.undo()
  const untouched = { estimate: null, due: null, priority: 'medium', people: [], labels: [] }
  expect(at.cards()).toMatchObject([untouched, untouched, untouched])
})

test('one of them has a day: it is not that of all, but it can be taken away', async () => {
  const at = await threeCards()
  await at.workspace.run(scheduleItems, { items: at.items.slice(1, 2), due: '2026-12-04' })
  await showScreen(at, <SelectionBar items={at.items} onMove={() => undefined} />)
  await userEvent.click(bar().getByRole('button', { name: 'Fällig' }))
  expect(await screen.findByLabelText('Tag')).toHaveValue('')
  await userEvent.click(screen.getByRole('button', { name: 'Ohne Tag' }))
  await waitFor(() => expect(at.cards().map(({ due }) => due)).toEqual([null, null, null]))
  await userEvent.click(bar().getByRole('button', { name: 'Fällig' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Ohne Tag' })).toBeNull())
})

test('they go to the top together, and to the bin', async () => {
  const at = await threeCards()
  const [, second = '', third = ''] = at.items
  const order = () =>
    boardColumn(at.workspace.records, at.workspace.records.get(teamRecord, at.team)!, at.place).map(
      id => at.item(id).title,
    )
  await showScreen(at, <SelectionBar items={[second, third]} onMove={() => undefined} />)
  await userEvent.click(bar().getByRole('button', { name: 'Ganz nach oben' }))
  await waitFor(() => expect(order()).toEqual(['Bescheid', 'Statik', 'Antrag']))
  await userEvent.click(bar().getByRole('button', { name: 'Löschen' }))
  await waitFor(() => expect(order()).toEqual(['Antrag']))
})

test('what a filter hides is not counted, and the cross ends the selection', async () => {
  const at = await teamAtWork()
  setQuery(`${at.team}/backlog`, '')
  const made = await Promise.all(['Wohngeld', 'Kataster'].map(title => at.card({ title, place: 'backlog' })))
  await showScreen(at, <BacklogScreen />, `/t/${at.team}/backlog?q=Kat`)
  act(() => selectAll(made.map(({ id }) => id)))
  expect(screen.getByText('1 ausgewählt')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Auswahl aufheben' }))
  expect(screen.queryByText('1 ausgewählt')).toBeNull()
})
