import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CommandList, type CommandGroup } from '../../src/ui/command-list.tsx'
import { Search } from '../../src/ui/icons.ts'

const done: string[] = []
const listOf = (...texts: readonly string[]): readonly CommandGroup[] => [
  {
    id: 'all',
    label: 'Alles',
    options: texts.map(text => ({ id: text, icon: Search, text, run: () => void done.push(text) })),
  },
]
const shared = { label: 'Suchen oder etwas tun', onType: () => undefined, nothing: 'Nichts gefunden' }

test('who types quickly and presses Enter gets what was typed, not what stood there before', async () => {
  const before = { ...shared, groups: listOf('Alles löschen', 'Abhaken'), typed: 'abh' }
  const { rerender } = render(<CommandList {...before} isBehind />)
  await userEvent.type(screen.getByRole('combobox'), '{Enter}')
  expect(done).toEqual([])
  rerender(<CommandList {...before} groups={listOf('Abhaken')} isBehind={false} />)
  expect(done).toEqual(['Abhaken'])
  await userEvent.type(screen.getByRole('combobox'), '{Enter}')
  expect(done, 'with the list at hand it is done at once').toEqual(['Abhaken', 'Abhaken'])
})
