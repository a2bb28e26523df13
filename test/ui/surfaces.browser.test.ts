import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import axe from 'axe-core'
import { createElement as h, useState, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { I18nProvider } from '../../src/i18n/i18n-provider.tsx'
import { loadMessages } from '../../src/i18n/messages.ts'
import { Button } from '../../src/ui/button.tsx'
import { Dialog } from '../../src/ui/dialog.tsx'
import { InlineEdit } from '../../src/ui/inline-edit.tsx'
import { MenuButton } from '../../src/ui/menu-button.tsx'
import { Picker } from '../../src/ui/picker.tsx'
import { SidePanel } from '../../src/ui/side-panel.tsx'

const messages = await loadMessages('de')
let root: Root | undefined

/** On a busy machine a moment is long. */
const soon = (look: () => void) => vi.waitFor(look, { timeout: 10_000 })

async function show(place: () => ReactNode, width = 1400) {
  await page.viewport(width, 800)
  document.documentElement.lang = 'de'
  document.title = 'Lotse'
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  root = createRoot(element)
  root.render(
    h(I18nProvider, {
      initial: { language: 'de', messages },
      children: h('main', null, h('h1', null, 'Sprint'), h(place)),
    }),
  )
  await soon(() => expect(element.querySelector('main')).not.toBeNull())
}

afterEach(() => root?.unmount())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const open = () => [...document.querySelectorAll('[role="menu"], dialog[open]')].map(one => one.tagName.toLowerCase())
const holder = () => document.activeElement?.textContent

const chosen: string[] = []

function Menus() {
  const [dialog, setDialog] = useState(false)
  const entries = [
    { id: 'move', text: 'Verschieben', onSelect: () => chosen.push('move') },
    { id: 'split', text: 'Aufteilen', refusal: 'Erst nach dem Sprint', onSelect: () => chosen.push('split') },
    { id: 'close', text: 'Abschließen', onSelect: () => setDialog(true) },
  ]
  const menu = h(MenuButton, { label: 'Mehr', text: 'Mehr', entries })
  const inner = h(MenuButton, { label: 'Innen', text: 'Innen', entries })
  return [
    h('div', { key: 'menu' }, menu),
    dialog && h(Dialog, { key: 'dialog', title: 'Abschließen', onClose: () => setDialog(false), children: inner }),
  ]
}

describe('a menu', () => {
  it('opens with focus on its first entry, runs it, and gives focus back', async () => {
    await show(Menus)
    await button('Mehr').click()
    await soon(() => expect(holder()).toBe('Verschieben'))
    await userEvent.keyboard('{Enter}')
    await soon(() => expect(chosen).toEqual(['move']))
    await soon(() => expect(holder()).toBe('Mehr'))
    expect(open()).toEqual([])
  })

  it('lets a refused entry be reached and read, not run', async () => {
    await show(Menus)
    await button('Mehr').click()
    await soon(() => expect(holder()).toBe('Verschieben'))
    await userEvent.keyboard('{ArrowDown}')
    await soon(() => expect(holder()).toContain('Erst nach dem Sprint'))
    await userEvent.keyboard('{Enter}{Escape}')
    expect(chosen).not.toContain('split')
  })

  it('inside a dialog is in reach, and Esc closes one layer at a time', async () => {
    await show(Menus)
    await button('Mehr').click()
    await soon(() => expect(holder()).toBe('Verschieben'))
    await userEvent.keyboard('{End}{Enter}')
    await soon(() => expect(open()).toEqual(['dialog']))
    await button('Innen').click()
    await soon(() => expect(open()).toEqual(['dialog', 'div']))
    await soon(() => expect(holder()).toBe('Verschieben'))
    await userEvent.keyboard('{Escape}')
    await soon(() => expect(open()).toEqual(['dialog']))
    expect(holder()).toBe('Innen')
    await userEvent.keyboard('{Escape}')
    await soon(() => expect(open()).toEqual([]))
    expect(holder()).toBe('Mehr')
  })
})

function CardPlace() {
  const [shown, setShown] = useState(false)
  const [title, setTitle] = useState('Formular prüfen')
  return [
    h(Button, { key: 'open', children: 'Karte', onClick: () => setShown(true) }),
    h('output', { key: 'title' }, title),
    shown &&
      h(SidePanel, {
        key: 'panel',
        label: 'DIG-7K3QX',
        onClose: () => setShown(false),
        children: h(InlineEdit, { label: 'Titel', value: title, onSave: setTitle }),
      }),
  ]
}

const panel = () => document.querySelector('dialog')

describe('the panel of a card', () => {
  it('stands beside the place on a desk and covers it on a phone, and what is typed survives the change', async () => {
    await show(CardPlace)
    await button('Karte').click()
    await soon(() => expect(panel()!.open).toBe(true))
    expect(panel()!.matches(':modal')).toBe(false)
    await button('Titel: Formular prüfen').click()
    await userEvent.keyboard(' bald')
    await page.viewport(390, 800)
    await soon(() => expect(panel()!.matches(':modal')).toBe(true))
    expect(panel()!.querySelector('textarea')?.value).toBe('Formular prüfen bald')
    await page.viewport(1400, 800)
    await soon(() => expect(panel()!.matches(':modal')).toBe(false))
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
  })

  it('stays open when Esc ends an edit, and closes with the next one', async () => {
    await show(CardPlace)
    await button('Karte').click()
    await button('Titel: Formular prüfen').click()
    await userEvent.keyboard(' bald{Escape}')
    await soon(() => expect(document.querySelector('output')?.textContent).toBe('Formular prüfen bald'))
    expect(panel()).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    await soon(() => expect(panel()).toBeNull())
    expect(holder()).toBe('Karte')
  })
})

describe('an inline edit', () => {
  it('moves nothing when it opens and closes', async () => {
    const text = 'Schnittstelle der E-Akte mit dem Fachverfahren abstimmen und Termine halten '.repeat(4)
    await show(() => [
      h('div', { key: 'box', style: { width: 320 } }, h(InlineEdit, { label: 'Titel', value: text, onSave: () => {} })),
      h('p', { key: 'below', id: 'below' }, 'darunter'),
    ])
    const below = () => document.querySelector('#below')!.getBoundingClientRect().top
    const before = below()
    await page.getByRole('button').click()
    await soon(() => expect(document.querySelector('textarea')).not.toBeNull())
    expect(Math.abs(below() - before)).toBeLessThan(0.6)
    const field = document.querySelector('textarea')!
    expect(field.scrollHeight).toBeLessThanOrEqual(field.clientHeight + 1)
    await userEvent.keyboard('{Escape}')
    await soon(() => expect(document.querySelector('textarea')).toBeNull())
    expect(below()).toBe(before)
  })
})

function People() {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [shown, setShown] = useState(false)
  const [picked, setPicked] = useState<readonly string[]>([])
  const options = ['Aylin Demir', 'Bernd Schulte', 'Carla Groß'].map(text => ({ id: text, text }))
  return [
    h(Button, { key: 'open', ref: setAnchor, children: 'Zuständig', onClick: () => setShown(true) }),
    h('output', { key: 'out' }, picked.join(', ')),
    shown &&
      anchor &&
      h(Picker, {
        key: 'picker',
        label: 'Personen',
        multiple: true,
        selected: picked,
        onChange: setPicked,
        anchor,
        options,
        onClose: () => setShown(false),
      }),
  ]
}

describe('a picker', () => {
  it('is worked by keys alone', async () => {
    await show(People)
    await button('Zuständig').click()
    await soon(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'))
    await userEvent.keyboard('gross{Enter}')
    await soon(() => expect(document.querySelector('output')?.textContent).toBe('Carla Groß'))
    expect(document.querySelector('[role=option]')?.getAttribute('aria-selected')).toBe('true')
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await userEvent.keyboard('{Escape}')
    await soon(() => expect(document.querySelector('[role=listbox]')).toBeNull())
    expect(holder()).toBe('Zuständig')
  })

  it('takes what was typed, however fast Enter follows', async () => {
    await show(People)
    await button('Zuständig').click()
    await soon(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'))
    const field = document.activeElement as HTMLInputElement
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'schulte')
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    await soon(() => expect(document.querySelector('output')?.textContent).toBe('Bernd Schulte'))
  })

  it('takes the one the arrows stand on', async () => {
    await show(People)
    await button('Zuständig').click()
    await soon(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'))
    await userEvent.keyboard('e')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await soon(() => expect(document.querySelector('output')?.textContent).toBe('Bernd Schulte'))
  })
})
