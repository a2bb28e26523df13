import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Button } from '../../src/ui/button.tsx'
import { matches } from '../../src/ui/matches.ts'
import { Picker } from '../../src/ui/picker.tsx'
import { show } from './kit.tsx'

const people = ['Aylin Demir', 'Bernd Schulte', 'Carla Groß'].map((text, index) => ({ id: `p${index}`, text }))

function People({ multiple, onCreate }: { multiple: boolean; onCreate?: (typed: string) => void }) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  return (
    <>
      <Button ref={setAnchor} onClick={() => setOpen(true)}>
        Zuständig
      </Button>
      <output>{chosen.join(' ')}</output>
      {open && anchor && (
        <Picker
          {...{ anchor, multiple, options: people, selected: chosen, onChange: setChosen }}
          label="Personen"
          onClose={() => setOpen(false)}
          create={onCreate && { text: typed => `„${typed}“ anlegen`, run: onCreate }}
        />
      )}
    </>
  )
}

/** jsdom has no layout, and the list then takes focus at each key; typing by keys is tried in the real browser. */
async function openPicker() {
  await userEvent.click(screen.getByRole('button', { name: 'Zuständig' }))
  return screen.findByRole('combobox', { name: 'Personen' })
}

describe('choosing people', () => {
  it('narrows the list by typing and takes several', async () => {
    show(<People multiple />)
    await userEvent.click(await openPicker())
    await userEvent.paste('gros')
    const list = screen.getByRole('listbox', { name: 'Personen' })
    expect(within(list).getAllByRole('option')).toHaveLength(1)
    await userEvent.click(within(list).getByRole('option', { name: 'Carla Groß' }))
    expect(screen.getByRole('status')).toHaveTextContent('p2')
    await userEvent.clear(screen.getByRole('combobox'))
    await userEvent.click(screen.getByRole('option', { name: 'Aylin Demir' }))
    expect(screen.getByRole('status')).toHaveTextContent('p2 p0')
    expect(screen.getByRole('option', { name: 'Aylin Demir' })).toHaveAttribute('aria-selected', 'true')
  })

  it('closes after a single choice and gives focus back', async () => {
    show(<People multiple={false} />)
    await openPicker()
    await userEvent.click(screen.getByRole('option', { name: 'Bernd Schulte' }))
    expect(screen.getByRole('status')).toHaveTextContent('p1')
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('offers to make what has no name yet', async () => {
    const onCreate = vi.fn()
    show(<People multiple onCreate={onCreate} />)
    await userEvent.click(await openPicker())
    await userEvent.paste('Deniz')
    await userEvent.click(screen.getByRole('option', { name: '„Deniz“ anlegen' }))
    expect(onCreate).toHaveBeenCalledExactlyOnceWith('Deniz')
  })
})

describe('a search word', () => {
  it.each([
    ['Carla Groß', 'gross', true],
    ['Jérôme Müller', 'mull jer', true],
    ['Aylin Demir', '', true],
    ['Aylin Demir', 'demi x', false],
  ])('in „%s“: %s', (text, typed, found) => {
    expect(matches(text, typed)).toBe(found)
  })
})
