import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { comment } from '../../../src/domain/discussion/comment.ts'
import { commentsOf } from '../../../src/domain/discussion/item-comments.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { defineCommand } from '../../../src/domain/kernel/command.ts'
import { ok } from '../../../src/domain/kernel/result.ts'
import { CardComments } from '../../../src/features/card/card-comments.tsx'
import { CardFace } from '../../../src/parts/card-face.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

beforeEach(() => {
  toasts.clear()
  sessionStorage.clear()
})
const field = () => screen.getByRole('textbox', { name: 'Kommentar schreiben' })
const lines = () => screen.queryAllByRole('listitem').filter(line => line.dataset['comment'] !== undefined)

const cardToDiscuss = async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Wohngeldantrag', place: at.columns[0]! })
  const user = userEvent.setup()
  const shown = await showScreen(at, <CardComments item={card.id} />)
  const texts = () => commentsOf(at.workspace.records, card.id).map(({ text }) => text)
  const says = defineCommand(
    'says',
    (_view, values: { text: string; author?: string; source?: string; by: string }, context) =>
      ok(
        create(
          comment,
          { document: at.home, id: context.newId() },
          { item: card.id, text: values.text, author: values.author ?? '', source: values.source ?? '' },
          { now: context.now - 3 * 86_400_000, actor: values.by },
        ),
      ),
  )
  return { at, card, user, shown, texts, says }
}

test('Anna writes two lines and sends them by Ctrl and Enter; they stand below with her name', async () => {
  const { user, texts } = await cardToDiscuss()
  await user.type(field(), 'Die Frist ist **Mai**.{Enter}Siehe Merkblatt.')
  expect(texts()).toEqual([])
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(texts()).toEqual(['Die Frist ist **Mai**.\nSiehe Merkblatt.']))
  expect(field()).toHaveValue('')
  expect(field()).toHaveFocus()
  expect(within(lines()[0]!).getByText('Anna Öztürk')).toBeVisible()
  expect(within(lines()[0]!).getByText('gerade eben')).toHaveAttribute('title', expect.stringMatching(/, \d\d:\d\d$/))
  expect(within(lines()[0]!).getByText('Mai').tagName).toBe('STRONG')
})

test('what she has begun is still there when the card was closed and opened again', async () => {
  const { at, card, user, shown } = await cardToDiscuss()
  await user.type(field(), 'Noch nicht fertig')
  shown.unmount()
  await showScreen(at, <CardComments item={card.id} />)
  expect(field()).toHaveValue('Noch nicht fertig')
})

test('a comment that is too long says so and stays in the field', async () => {
  const { user, texts } = await cardToDiscuss()
  fireEvent.change(field(), { target: { value: 'x'.repeat(32 * 1024 + 1) } })
  await user.click(screen.getByRole('button', { name: 'Kommentieren' }))
  expect(await screen.findByText(/^Der Text ist zu lang/)).toBeVisible()
  expect(field()).toHaveValue('x'.repeat(32 * 1024 + 1))
  expect(texts()).toEqual([])
})

test('her own comment is edited and deleted in place; that of Ben is not', async () => {
  const { at, user, texts, says } = await cardToDiscuss()
  await at.workspace.run(says, { text: 'Ich war beim Amt.', by: at.ben })
  await user.type(field(), 'Danke{Control>}{Enter}{/Control}')
  await waitFor(() => expect(lines()).toHaveLength(2))
  const [bens, hers] = lines()
  expect(within(bens!).queryByRole('button')).toBeNull()
  await user.click(within(hers!).getByRole('button', { name: 'Kommentar bearbeiten' }))
  await user.keyboard(' sehr{Control>}{Enter}{/Control}')
  await waitFor(() => expect(texts()).toEqual(['Ich war beim Amt.', 'Danke sehr']))
  expect(within(lines()[1]!).getByText('bearbeitet')).toBeVisible()
  await user.click(within(lines()[1]!).getByRole('button', { name: 'Kommentar löschen' }))
  await waitFor(() => expect(texts()).toEqual(['Ich war beim Amt.']))
  toasts.store.getState().shown[0]?.action?.run()
  await waitFor(() => expect(texts()).toEqual(['Ich war beim Amt.', 'Danke sehr']))
})

test('what an import brought has the name it had there, and says where it comes from', async () => {
  const { at, says } = await cardToDiscuss()
  await at.workspace.run(says, { text: 'Alt', author: 'Kim Weber', source: 'trello:comment:1', by: 'anna' })
  await at.workspace.run(says, { text: 'Älter', source: 'csv:comment:2', by: 'anna' })
  await waitFor(() => expect(lines()).toHaveLength(2))
  expect(lines().map(line => line.querySelector('p')?.textContent)).toEqual([
    'Kim Weber vor 3 Tagenaus Trello übernommen',
    'Ohne Namen vor 3 Tagenaus einer Datei übernommen',
  ])
  expect(within(lines()[0]!).queryByRole('button', { name: 'Kommentar bearbeiten' })).toBeNull()
  expect(within(lines()[0]!).getByRole('button', { name: 'Kommentar löschen' })).toBeVisible()
})

test('hostile markup in a comment stays text', async () => {
  const { at, says, shown } = await cardToDiscuss()
  const text = '<img src=x onerror=alert(1)> [klick](javascript:alert(1)) <script>alert(1)</script>'
  await at.workspace.run(says, { text, by: at.ben })
  expect(await screen.findByText(text)).toBeVisible()
  expect(shown.container.querySelector('script, img, a')).toBeNull()
})

test('the face of the card counts what was said, and draws nothing where nothing was', async () => {
  const { at, card, says } = await cardToDiscuss()
  await showScreen(at, <CardFace id={card.id} />)
  expect(screen.queryByText(/Kommentare?$/, { selector: '.visually-hidden' })).toBeNull()
  await at.workspace.run(says, { text: 'Eins', by: at.ben })
  await at.workspace.run(says, { text: 'Zwei', by: at.ben })
  expect(await screen.findByText('2 Kommentare', { selector: '.visually-hidden' })).toBeInTheDocument()
})
