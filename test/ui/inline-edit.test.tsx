import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { announcements } from '../../src/ui/announcements.ts'
import { InlineEdit } from '../../src/ui/inline-edit.tsx'
import { toasts } from '../../src/ui/toasts.ts'
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

describe('a text that is not taken', () => {
  const tooLate = 'Diese Karte gibt es nicht mehr.'
  beforeEach(() => toasts.clear())

  it.each([
    ['by Enter', '{Enter}'],
    ['by Esc', '{Escape}'],
    ['by leaving the field', '{Tab}'],
  ])('%s: the draft stays, with the reason beside it', async (_way, key) => {
    const { user, onSave } = showTitle()
    onSave.mockResolvedValue(tooLate)
    await user.click(open())
    await user.keyboard(` und senden${key}`)
    expect(await screen.findByText(tooLate)).toBeVisible()
    expect(field()).toHaveValue('Formular prüfen und senden')
    expect(field()).toHaveAccessibleDescription(tooLate)
    expect(announcements.getState().log.at(-1)).toBe(tooLate)
  })

  it('is tried again as it stands, and then goes through', async () => {
    const { user, onSave } = showTitle()
    onSave.mockResolvedValueOnce(tooLate)
    await user.click(open())
    await user.keyboard('!{Enter}')
    await screen.findByText(tooLate)
    await user.click(field())
    await user.keyboard('{Enter}')
    expect(onSave.mock.calls).toEqual([['Formular prüfen!'], ['Formular prüfen!']])
    expect(open()).toBeVisible()
  })

  it('is discarded only by its own button', async () => {
    const { user, onSave } = showTitle()
    onSave.mockResolvedValue(tooLate)
    await user.click(open())
    await user.keyboard('!{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Text verwerfen' }))
    expect(open()).toHaveFocus()
    expect(onSave).toHaveBeenCalledOnce()
  })

  it('stays also when saving fails in a way nobody has foreseen', async () => {
    const { user, onSave } = showTitle()
    onSave.mockRejectedValue(new Error('the database is gone'))
    await user.click(open())
    await user.keyboard('!{Enter}')
    expect(await screen.findByText(/Der Text bleibt hier stehen/)).toBeVisible()
    expect(field()).toHaveValue('Formular prüfen!')
  })

  it('is said by a notice when its place has gone away meanwhile', async () => {
    const { user, onSave, unmount } = showTitle()
    onSave.mockResolvedValue(tooLate)
    await user.click(open())
    await user.keyboard('!')
    unmount()
    await vi.waitFor(() => expect(toasts.store.getState().shown).toMatchObject([{ text: tooLate }]))
  })
})

describe('the room for a text', () => {
  it('is named when it is used up, before anything is cut off unseen', async () => {
    const user = userEvent.setup()
    show(<InlineEdit label="Titel" value="Formular" maxLength={10} onSave={() => undefined} />)
    await user.click(open())
    expect(screen.queryByRole('status')).toBeNull()
    await user.keyboard('eX')
    expect(screen.getByRole('status')).toHaveTextContent('Mehr passt hier nicht: höchstens 10 Zeichen.')
  })
})
