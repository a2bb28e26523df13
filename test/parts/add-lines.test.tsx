import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { AddLines } from '../../src/parts/add-lines.tsx'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

const field = () => screen.getByRole('textbox', { name: 'Kriterium hinzufügen' })
const show = async (taken: boolean) => {
  const onAdd = vi.fn((_text: string) => taken)
  await showScreen(await teamAtWork(), <AddLines label="Kriterium hinzufügen" onAdd={onAdd} />)
  await userEvent.click(field())
  return onAdd
}

test('Enter adds the line and the cursor stays for the next', async () => {
  const onAdd = await show(true)
  await userEvent.keyboard('Lesbar{Enter}Druckbar{Enter}{Enter}')
  expect(onAdd.mock.calls).toEqual([['Lesbar'], ['Druckbar']])
  expect(field()).toHaveFocus()
})

test('a list from a mail comes in at once', async () => {
  const onAdd = await show(true)
  await userEvent.paste('- eins\n- zwei\n')
  expect(onAdd.mock.calls).toEqual([['- eins\n- zwei\n']])
})

test('Esc and leaving lose nothing that was typed', async () => {
  const onAdd = await show(true)
  await userEvent.keyboard('halb{Escape}')
  await userEvent.keyboard('ganz')
  await userEvent.tab()
  expect(onAdd.mock.calls).toEqual([['halb'], ['ganz']])
})

test('what was refused stays in the field', async () => {
  await show(false)
  await userEvent.keyboard('zu lang{Enter}')
  expect(field()).toHaveValue('zu lang')
})

test('a place that is left by the keyboard alone takes what stands in the line along', async () => {
  const onAdd = vi.fn((_text: string) => true)
  const { unmount } = await showScreen(await teamAtWork(), <AddLines label="Kriterium hinzufügen" onAdd={onAdd} />)
  await userEvent.type(field(), 'noch offen')
  unmount()
  expect(onAdd.mock.calls).toEqual([['noch offen']])
})
