import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { addAttachments } from '../../../src/domain/attachments/add-attachments.ts'
import { removeAttachment } from '../../../src/domain/attachments/edit-attachment.ts'
import { addLink, removeLink } from '../../../src/domain/attachments/edit-link.ts'
import { attachmentsOf, linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { addComment } from '../../../src/domain/discussion/add-comment.ts'
import { deleteComment } from '../../../src/domain/discussion/edit-comment.ts'
import { commentsOf } from '../../../src/domain/discussion/item-comments.ts'
import { addColumn } from '../../../src/domain/kanban/add-column.ts'
import { deleteColumn } from '../../../src/domain/kanban/delete-column.ts'
import { deleteItems, dropItems } from '../../../src/domain/work/bin.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import BinScreen from '../../../src/features/bin/bin-screen.tsx'
import { madeBy, showScreen, teamAtWork } from '../../support/team-screen.tsx'

test('an empty bin says so and leads back', async () => {
  await showScreen(await teamAtWork(), <BinScreen />)
  expect(screen.getByText('Der Papierkorb ist leer.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Zum Board' })).toBeVisible()
})

test('what was deleted tells who, when and how long it stays; some of it is brought back together', async () => {
  const at = await teamAtWork({ daysAgo: 3 })
  const [idea, plan] = [await at.card({ title: 'Alte Idee' }), await at.card({ title: 'Alter Plan' })]
  await at.workspace.run(deleteItems, { items: [idea.id, plan.id] })
  const added = await at.workspace.run(addColumn, { team: at.team, name: 'Wartet', category: 'doing' })
  const waiting = added.ok ? madeBy(added.value, column.type) : ''
  at.clock.now += 3 * 86_400_000
  await at.workspace.run(deleteColumn, { column: waiting, cardsTo: at.columns[0]! })
  await showScreen(at, <BinScreen />)
  expect(screen.getByText(/^Spalte · heute gelöscht von Anna Öztürk · noch 30 Tage$/)).toBeVisible()
  expect(screen.getAllByText(/vor 3 Tagen gelöscht von Anna Öztürk · noch 27 Tage$/)).toHaveLength(2)
  await userEvent.click(screen.getByRole('checkbox', { name: '„Wartet“ auswählen' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '„Alte Idee“ auswählen' }))
  await userEvent.click(screen.getByRole('button', { name: 'Auswahl zurückholen' }))
  expect(at.item(idea.id).deleted).toBeNull()
  expect(at.workspace.records.get(column, waiting)?.deleted).toBeNull()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

test('after a month nothing can be brought back, so nothing is offered', async () => {
  const at = await teamAtWork({ daysAgo: 31 })
  const { id } = await at.card({ title: 'Vergessenes' })
  await at.workspace.run(deleteItems, { items: [id] })
  await showScreen(at, <BinScreen />)
  expect(screen.getByText('Der Papierkorb ist leer.')).toBeVisible()
})

test('what the team has decided against is found here too, for good, and goes back to where it stood', async () => {
  const at = await teamAtWork({ daysAgo: 90 })
  const { id } = await at.card({ title: 'Faxvorlage', place: at.columns[1]! })
  await at.workspace.run(dropItems, { items: [id] })
  await showScreen(at, <BinScreen />)
  expect(screen.getByText(/^Aufgabe · .* verworfen von Anna Öztürk$/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '„Faxvorlage“ zurückholen' }))
  expect(at.item(id)).toMatchObject({ dropped: null, position: [at.columns[1], expect.any(String)] })
  expect(screen.getByText('Der Papierkorb ist leer.')).toBeVisible()
})

test('a comment, a link and a file taken off alone are named with their card and go back to it', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Antrag' })
  const { records } = at.workspace
  const facts = { name: 'Brief.txt', mediaType: 'text/plain', size: 9, hash: 'a'.repeat(64) }
  await at.workspace.run(addComment, { item: card.id, text: 'Frist **Mai**\nSiehe oben' })
  await at.workspace.run(addLink, { item: card.id, address: 'Az. 17' })
  await at.workspace.run(addAttachments, { item: card.id, files: [facts] })
  await at.workspace.run(deleteComment, { comment: commentsOf(records, card.id)[0]!.id })
  await at.workspace.run(removeLink, { link: linksOf(records, card.id)[0]!.id })
  await at.workspace.run(removeAttachment, { attachment: attachmentsOf(records, card.id)[0]!.id })
  await showScreen(at, <BinScreen />)
  const note = (word: string) => screen.getByText(new RegExp(`^${word} · ${card.key} · heute gelöscht von Anna Öztürk`))
  for (const word of ['Kommentar', 'Verweis', 'Datei']) expect(note(word)).toBeVisible()
  for (const title of ['Frist **Mai** Siehe oben', 'Az. 17', 'Brief.txt'])
    await userEvent.click(screen.getByRole('button', { name: `„${title}“ zurückholen` }))
  expect(screen.getByText('Der Papierkorb ist leer.')).toBeVisible()
  expect([commentsOf(records, card.id), linksOf(records, card.id), attachmentsOf(records, card.id)]).toEqual([
    [expect.objectContaining({ text: 'Frist **Mai**\nSiehe oben' })],
    [expect.objectContaining({ address: 'Az. 17' })],
    [expect.objectContaining({ name: 'Brief.txt' })],
  ])
})
