import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { link } from '../../../src/domain/attachments/link.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { defineCommand } from '../../../src/domain/kernel/command.ts'
import { ok } from '../../../src/domain/kernel/result.ts'
import { CardReferences } from '../../../src/features/card/card-references.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

beforeEach(() => toasts.clear())
const said = () => toasts.store.getState().shown.map(({ text }) => text)
const field = () => screen.getByRole('textbox', { name: /Aktenzeichen hinzufügen$/ })

const cardWithLinks = async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Wohngeldantrag', place: at.columns[0]! })
  const user = userEvent.setup()
  await showScreen(at, <CardReferences item={card.id} />)
  const addresses = () => linksOf(at.workspace.records, card.id).map(({ address, name }) => [address, name])
  return { at, card, user, addresses }
}

test('Anna adds a page with its name; it opens in a tab of its own that knows nothing of Lotse', async () => {
  const { user, addresses } = await cardWithLinks()
  await user.type(field(), 'Merkblatt https://stadt.example/wohngeld{Enter}')
  const shown = screen.getByRole('link', { name: 'Merkblatt' })
  expect(shown).toHaveAttribute('href', 'https://stadt.example/wohngeld')
  expect(shown).toHaveAttribute('target', '_blank')
  expect(shown.getAttribute('rel')).toContain('noopener')
  expect(addresses()).toEqual([['https://stadt.example/wohngeld', 'Merkblatt']])
})

test('a network path is a text to copy, since no browser opens it', async () => {
  const { user } = await cardWithLinks()
  await user.type(field(), '\\\\srv-akten\\Amt 50{Enter}')
  expect(screen.queryByRole('link')).toBeNull()
  await user.click(screen.getByRole('button', { name: '„\\\\srv-akten\\Amt 50“ kopieren' }))
  await waitFor(() => expect(said()).toEqual(['Kopiert']))
  expect(await navigator.clipboard.readText()).toBe('\\\\srv-akten\\Amt 50')
})

test('an address that would run something is refused and stays in the field', async () => {
  const { user, addresses } = await cardWithLinks()
  await user.type(field(), 'javascript:alert(1){Enter}')
  expect(said()).toEqual(['Diese Adresse würde etwas ausführen und wird deshalb nicht aufgenommen.'])
  expect(field()).toHaveValue('javascript:alert(1)')
  expect(addresses()).toEqual([])
})

test('what a hostile device wrote is a text, no link', async () => {
  const { at, card } = await cardWithLinks()
  const hostile = defineCommand('hostile', (_view, _args: object, context) =>
    ok(
      create(
        link,
        { document: at.home, id: context.newId() },
        { item: card.id, address: 'javascript:alert(1)' },
        context,
      ),
    ),
  )
  await at.workspace.run(hostile, {})
  expect(await screen.findByText('javascript:alert(1)')).toBeVisible()
  expect(screen.queryByRole('link')).toBeNull()
})

test('a link is edited, taken away, and comes back by undo', async () => {
  const { user, addresses } = await cardWithLinks()
  await user.type(field(), 'https://alt.example/{Enter}')
  const menu = () => user.click(screen.getByRole('button', { name: /^Mehr zum Verweis/ }))
  await menu()
  await user.click(await screen.findByRole('menuitem', { name: 'Verweis bearbeiten' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.change(dialog.getByRole('textbox', { name: 'Adresse, Dateipfad oder Aktenzeichen' }), {
    target: { value: '' },
  })
  await user.click(dialog.getByRole('button', { name: 'Verweis sichern' }))
  expect(await dialog.findByText('Hier fehlt noch eine Adresse.')).toBeVisible()
  fireEvent.change(dialog.getByRole('textbox', { name: 'Adresse, Dateipfad oder Aktenzeichen' }), {
    target: { value: 'https://neu.example/' },
  })
  fireEvent.change(dialog.getByRole('textbox', { name: 'Name' }), { target: { value: 'Portal' } })
  await user.click(dialog.getByRole('button', { name: 'Verweis sichern' }))
  await waitFor(() => expect(addresses()).toEqual([['https://neu.example/', 'Portal']]))
  await menu()
  await user.click(await screen.findByRole('menuitem', { name: 'Verweis entfernen' }))
  await waitFor(() => expect(said()).toEqual(['„Portal“ entfernt']))
  expect(addresses()).toEqual([])
  toasts.store.getState().shown[0]?.action?.run()
  await waitFor(() => expect(addresses()).toEqual([['https://neu.example/', 'Portal']]))
})
