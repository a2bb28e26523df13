import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { InlineEdit } from '../../src/ui/inline-edit.tsx'
import { show } from './kit.tsx'

function showTitle(props: { required?: boolean; multiline?: boolean; value?: string } = {}) {
  const onSave = vi.fn()
  const shown = show(<InlineEdit label="Titel" value="Formular prüfen" onSave={onSave} {...props} />)
  return { onSave, ...shown, user: userEvent.setup() }
}

const open = () => screen.getByRole('button', { name: /^Titel/ })
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Titel' })

describe('a title edited in place', () => {
  it('is saved by Enter, and focus stays on the text', async () => {
    const { user, onSave } = showTitle()
    await user.click(open())
    expect(field()).toHaveFocus()
    await user.keyboard(' und senden{Enter}')
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Formular prüfen und senden')
    expect(open()).toHaveFocus()
  })

  it('is saved by leaving the field', async () => {
    const { user, onSave } = showTitle()
    await user.click(open())
    await user.keyboard('!')
    await user.tab()
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Formular prüfen!')
  })

  it('is put back by Esc when nothing was typed', async () => {
    const { user, onSave } = showTitle()
    await user.click(open())
    await user.keyboard('{Escape}')
    expect(onSave).not.toHaveBeenCalled()
    expect(open()).toHaveTextContent('Formular prüfen')
  })

  it('is not lost by Esc when something was typed', async () => {
    const { user, onSave } = showTitle()
    await user.click(open())
    await user.keyboard(' (neu){Escape}')
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Formular prüfen (neu)')
  })

  it('is not lost when its place goes away', async () => {
    const { user, onSave, unmount } = showTitle()
    await user.click(open())
    await user.keyboard(' noch')
    unmount()
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Formular prüfen noch')
  })

  it('is not lost when the page goes away', async () => {
    const { user, onSave } = showTitle()
    await user.click(open())
    await user.keyboard(' noch')
    window.dispatchEvent(new Event('pagehide'))
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Formular prüfen noch')
  })

  it('keeps the old text instead of an empty one', async () => {
    const { user, onSave } = showTitle({ required: true })
    await user.click(open())
    await user.clear(field())
    await user.keyboard('{Enter}')
    expect(onSave).not.toHaveBeenCalled()
    expect(open()).toHaveTextContent('Formular prüfen')
  })

  it('keeps the draft and the caret when a colleague changes the text meanwhile', async () => {
    const { user, again, onSave } = showTitle()
    await user.click(open())
    field().setSelectionRange(3, 3)
    again(<InlineEdit label="Titel" value="Von der Kollegin geändert" onSave={onSave} />)
    expect(field()).toHaveValue('Formular prüfen')
    expect(field().selectionStart).toBe(3)
    await user.keyboard('{Escape}')
    expect(onSave).not.toHaveBeenCalled()
    expect(open()).toHaveTextContent('Von der Kollegin geändert')
  })

  it('stays one line when lines are pasted', async () => {
    const { user, onSave } = showTitle({ value: '' })
    await user.click(open())
    await user.paste('Formular\n  prüfen')
    await user.keyboard('{Enter}')
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Formular prüfen')
  })
})

describe('a description edited in place', () => {
  it('takes new lines by Enter and is saved by Strg+Enter', async () => {
    const { user, onSave } = showTitle({ multiline: true, value: 'Eins' })
    await user.click(open())
    await user.keyboard('{Enter}Zwei')
    expect(onSave).not.toHaveBeenCalled()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(onSave).toHaveBeenCalledExactlyOnceWith('Eins\nZwei')
  })
})
