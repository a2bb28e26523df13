import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Button } from '../../src/ui/button.tsx'
import { Dialog } from '../../src/ui/dialog.tsx'
import { TextField } from '../../src/ui/text-field.tsx'
import { ToastRegion } from '../../src/ui/toast-region.tsx'
import { toasts } from '../../src/ui/toasts.ts'
import { show } from './kit.tsx'

function Place() {
  const [open, setOpen] = useState(false)
  const [goal, setGoal] = useState('')
  return (
    <main>
      <h1>Sprint</h1>
      {!open && goal === 'weg' ? null : <Button onClick={() => setOpen(true)}>Sprint planen</Button>}
      {open && (
        <Dialog title="Sprint planen" description="Zwei Wochen" onClose={() => setOpen(false)}>
          <TextField label="Ziel" value={goal} onChange={setGoal} />
        </Dialog>
      )}
      <ToastRegion />
    </main>
  )
}

describe('a dialog', () => {
  it('has a name and a sentence, and begins in its first field', async () => {
    show(<Place />)
    await userEvent.click(screen.getByRole('button', { name: 'Sprint planen' }))
    const dialog = screen.getByRole('dialog', { name: 'Sprint planen' })
    expect(dialog).toHaveAccessibleDescription('Zwei Wochen')
    expect(screen.getByRole('textbox', { name: 'Ziel' })).toHaveFocus()
  })

  it('gives focus back to where it came from', async () => {
    show(<Place />)
    await userEvent.click(screen.getByRole('button', { name: 'Sprint planen' }))
    await userEvent.click(screen.getByRole('button', { name: 'Schließen' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'Sprint planen' })).toHaveFocus()
  })

  it('gives focus to the heading of the place when that is gone', async () => {
    show(<Place />)
    await userEvent.click(screen.getByRole('button', { name: 'Sprint planen' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Ziel' }), 'weg')
    await userEvent.click(screen.getByRole('button', { name: 'Schließen' }))
    expect(screen.getByRole('heading', { name: 'Sprint' })).toHaveFocus()
  })

  it('gives focus to the surface it was opened from when the button there is gone', async () => {
    const panel = (steps: readonly string[]) => (
      <Dialog key="panel" title="Testumgebung fehlt" onClose={() => {}}>
        {steps.map(step => (
          <Button key={step}>{step}</Button>
        ))}
      </Dialog>
    )
    const question = <Dialog key="question" title="Hindernis lösen" onClose={() => {}} />
    const { again } = show([panel(['Gelöst'])])
    act(() => screen.getByRole('button', { name: 'Gelöst' }).focus())
    again([panel(['Gelöst']), question])
    again([panel(['Wieder aufnehmen']), question])
    again([panel(['Wieder aufnehmen'])])
    expect(screen.getByRole('dialog', { name: 'Testumgebung fehlt' })).toHaveFocus()
  })

  it('gives focus to the card it was opened from, also when that stands in another list by now', () => {
    const card = (list: string) => (
      <ul key={list} aria-label={list}>
        <li data-card="k1" tabIndex={-1}>
          Haushaltsplan einlesen
        </li>
      </ul>
    )
    const { again } = show(card('Bereit'))
    act(() => screen.getByRole('listitem').focus())
    const panel = <Dialog key="panel" title="Haushaltsplan einlesen" onClose={() => {}} />
    again([card('Bereit'), panel])
    again([card('In Arbeit'), panel])
    again([card('In Arbeit')])
    expect(screen.getByRole('listitem')).toHaveFocus()
  })

  it('takes the messages into itself, because all else is out of reach', async () => {
    show(<Place />)
    await userEvent.click(screen.getByRole('button', { name: 'Sprint planen' }))
    act(() => toasts.show({ text: 'Gespeichert' }))
    expect(screen.getByRole('dialog')).toContainElement(screen.getByText('Gespeichert'))
    act(() => toasts.clear())
  })
})
