import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { addAttachments } from '../../../src/domain/attachments/add-attachments.ts'
import { attachmentsOf } from '../../../src/domain/attachments/item-attachments.ts'
import { CardReferences } from '../../../src/features/card/card-references.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

beforeEach(() => {
  toasts.clear()
  let pictures = 0
  URL.createObjectURL = () => `blob:lotse/${++pictures}`
  URL.revokeObjectURL = vi.fn<(address: string) => void>()
})
const said = () => toasts.store.getState().shown.map(({ text }) => text)
const photo = (name: string) => new File([name], name, { type: 'image/jpeg' })
const text = (name: string, content = name) => new File([content], name, { type: 'text/plain' })

const cardWithFiles = async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Schlagloch', place: at.columns[0]! })
  const { container } = await showScreen(at, <CardReferences item={card.id} />)
  const picker = container.querySelector<HTMLInputElement>('input[type=file][multiple]')!
  const names = () => attachmentsOf(at.workspace.records, card.id).map(({ name }) => name)
  return { at, card, container, picker, names, user: userEvent.setup() }
}

test('Anna adds two photos and a letter; she looks at the photos one after the other', async () => {
  const { picker, names, user } = await cardWithFiles()
  await user.upload(picker, [photo('Vorher.jpg'), photo('Nachher.jpg'), text('Brief.txt')])
  await waitFor(() => expect(names().toSorted()).toEqual(['Brief.txt', 'Nachher.jpg', 'Vorher.jpg']))
  expect(await screen.findByRole('button', { name: '„Brief.txt“ herunterladen' })).toBeVisible()
  const [first = '', second = ''] = names().filter(name => name.endsWith('.jpg'))
  await user.click(screen.getByRole('button', { name: `„${first}“ groß zeigen` }))
  const viewer = within(await screen.findByRole('dialog'))
  expect(await viewer.findByRole('img', { name: first })).toHaveAttribute('width', '40')
  await user.keyboard('{ArrowRight}')
  expect(await viewer.findByRole('img', { name: second })).toBeVisible()
  expect(viewer.getByText('2 von 2')).toBeVisible()
})

test('a file is dropped; an empty one beside it is left out with a sentence', async () => {
  const { container, names } = await cardWithFiles()
  const section = container.querySelector('[data-section=references] > div:last-child')!
  fireEvent.drop(section, { dataTransfer: { files: [text('leer.txt', ''), text('Bescheid.txt')], types: ['Files'] } })
  expect(await screen.findByText('„leer.txt“ ist leer und wurde nicht hinzugefügt.')).toBeVisible()
  await waitFor(() => expect(names()).toEqual(['Bescheid.txt']))
})

test('what is called off before it is kept does not come', async () => {
  const { at, picker, names, user } = await cardWithFiles()
  let go = (): void => undefined
  const { keep } = at.workspace.blobs
  at.workspace.blobs.keep = async (document, bytes) => {
    await new Promise<void>(resolve => (go = resolve))
    return keep(document, bytes)
  }
  await user.upload(picker, [text('Entwurf.txt')])
  await user.click(await screen.findByRole('button', { name: '„Entwurf.txt“ nicht hinzufügen' }))
  go()
  await waitFor(() => expect(screen.queryByText('„Entwurf.txt“ wird hinzugefügt')).toBeNull())
  expect(names()).toEqual([])
})

test('a photo whose bytes are not on this device says so', async () => {
  const { at, card, user } = await cardWithFiles()
  const facts = { name: 'Fern.jpg', mediaType: 'image/jpeg', size: 9, hash: 'a'.repeat(64) }
  await at.workspace.run(addAttachments, { item: card.id, files: [facts] })
  await user.click(await screen.findByRole('button', { name: '„Fern.jpg“ groß zeigen' }))
  expect(await screen.findByText(/^„Fern.jpg“ liegt nicht auf diesem Gerät/)).toBeVisible()
})

test('a file is taken off and comes back by undo', async () => {
  const { picker, names, user } = await cardWithFiles()
  await user.upload(picker, [text('Brief.txt')])
  await user.click(await screen.findByRole('button', { name: '„Brief.txt“ entfernen' }))
  await waitFor(() => expect(said()).toEqual(['„Brief.txt“ entfernt']))
  expect(names()).toEqual([])
  toasts.store.getState().shown[0]?.action?.run()
  await waitFor(() => expect(names()).toEqual(['Brief.txt']))
})

test('a file and a photo get the names they deserve, where they stand', async () => {
  const { picker, names, user } = await cardWithFiles()
  await user.upload(picker, [photo('IMG_2041.jpg'), text('scan0007.txt')])
  await user.click(await screen.findByRole('button', { name: 'Name der Datei: scan0007.txt' }))
  await user.clear(screen.getByRole('textbox', { name: 'Name der Datei' }))
  await user.keyboard('Gutachten.txt{Enter}')
  await user.click(await screen.findByRole('button', { name: '„IMG_2041.jpg“ groß zeigen' }))
  await user.click(await screen.findByRole('button', { name: 'Name der Datei: IMG_2041.jpg' }))
  await user.clear(screen.getByRole('textbox', { name: 'Name der Datei' }))
  await user.keyboard('Riss.jpg{Enter}')
  await waitFor(() => expect(names().toSorted()).toEqual(['Gutachten.txt', 'Riss.jpg']))
})

test('a picture pasted while the card is open is meant for it; a copied table is not', async () => {
  const { names } = await cardWithFiles()
  const copied = (files: readonly File[], words: string) => ({ files, getData: () => words })
  fireEvent.paste(document.body, { clipboardData: copied([photo('Tabelle.jpg')], 'A\tB') })
  fireEvent.paste(document.body, { clipboardData: copied([photo('Riss.jpg')], '') })
  await waitFor(() => expect(names()).toEqual(['Riss.jpg']))
})
