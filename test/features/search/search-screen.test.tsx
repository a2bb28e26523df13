import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { addComment } from '../../../src/domain/discussion/add-comment.ts'
import { deleteItems } from '../../../src/domain/work/bin.ts'
import SearchScreen from '../../../src/features/search/search-screen.tsx'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { setQuery } from '../../../src/parts/place-query.ts'
import { memoryDevice } from '../../support/memory-device.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

const show = async () => {
  setQuery('search', '')
  const at = await teamAtWork()
  const [ready = ''] = at.columns
  const card = await at.card({ title: 'Straße sperren', place: ready })
  await at.workspace.run(addComment, { item: card.id, text: 'Die Ämter wissen Bescheid' })
  const gone = await at.card({ title: 'Alte Straße', place: ready })
  await at.workspace.run(deleteItems, { items: [gone.id] })
  const shown = await showScreen(
    at,
    <DeviceContext value={memoryDevice().device}>
      <SearchScreen />
    </DeviceContext>,
    '/search',
  )
  return { ...at, ...shown, card }
}

test('what was found is listed with where it stands, the words are marked, arrows go through it', async () => {
  const { card } = await show()
  expect(screen.getByRole('searchbox')).toHaveFocus()
  await userEvent.keyboard('strasse')
  const row = await screen.findByRole('link', { name: /Straße sperren/ })
  expect(row).toHaveTextContent(`${card.key} · Bürgerservice · Bereit`)
  expect(row.querySelector('mark')).toHaveTextContent('Straße')
  await userEvent.keyboard('{ArrowDown}')
  expect(row).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  expect(screen.getByRole('searchbox')).toHaveFocus()
})

test('the line in which it stands is shown where the title does not hold it', async () => {
  await show()
  await userEvent.keyboard('aemter')
  const row = await screen.findByRole('link', { name: /Straße sperren/ })
  expect(row).toHaveTextContent('Kommentar: Die Ämter wissen Bescheid')
})

test('nothing found says so and offers the bin, where it then stands', async () => {
  await show()
  await userEvent.keyboard('alte')
  expect(await screen.findByText('Nichts gefunden für „alte“.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Papierkorb durchsuchen' }))
  expect(await screen.findByRole('link', { name: /Alte Straße/ })).toHaveTextContent('Papierkorb')
  expect(screen.getByRole('heading', { name: 'Im Papierkorb' })).toBeVisible()
})

test('filters are counted in the sentence, and taken away by its button', async () => {
  await show()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Art' }), 'Sprints')
  await userEvent.type(screen.getByRole('searchbox'), 'strasse')
  expect(await screen.findByText('Nichts gefunden für „strasse“ (1 Filter aktiv).')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Filter aufheben' }))
  await waitFor(() => expect(screen.getByRole('link', { name: /Straße sperren/ })).toBeVisible())
})
