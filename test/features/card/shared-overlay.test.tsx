import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { attachmentsOf, linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { commentsOf } from '../../../src/domain/discussion/item-comments.ts'
import type { Item } from '../../../src/domain/work/item.ts'
import SharedOverlay from '../../../src/features/card/shared-overlay.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import { memoryTray } from '../../support/memory-tray.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

beforeEach(() => {
  toasts.clear()
  URL.createObjectURL = () => 'blob:lotse/1'
  URL.revokeObjectURL = vi.fn<(address: string) => void>()
})

const photo = new File(['Loch'], 'Schlagloch.jpg', { type: 'image/jpeg' })
const nothing = { title: '', text: '', url: '', files: [] as readonly File[] }

const shares = async (...things: readonly Partial<typeof nothing>[]) => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Ringstraße begehen', place: at.columns[0]! })
  const tray = memoryTray(...things.map(thing => ({ ...nothing, ...thing })))
  const { location } = await showScreen(at, <SharedOverlay />, `/t/${at.team}/board/new/shared`, tray)
  const others = () =>
    [...at.workspace.records.all('item')].filter(({ id }) => id !== card.id) as unknown as readonly Item[]
  return { at, card, tray, location, others, user: userEvent.setup() }
}

test('a mail becomes a new card: its subject is the title, its text the description; the card opens', async () => {
  const { others, tray, location, user } = await shares({
    title: 'Re: Ampel',
    text: 'Blinkt seit Montag',
    files: [photo],
  })
  expect(await screen.findByRole('textbox', { name: 'Titel' })).toHaveValue('Re: Ampel')
  expect(screen.getByRole('img', { name: 'Schlagloch.jpg' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Karte anlegen' }))
  await waitFor(() => expect(others()).toHaveLength(1))
  const [made] = others()
  await waitFor(() => expect(location.history.at(-1)).toMatch(`/board/c/${made?.key}`))
  expect([made?.title, made?.description]).toEqual(['Re: Ampel', 'Blinkt seit Montag'])
  expect(await tray.list()).toEqual([])
})

test('a photo and a page go onto a card that is there: as photo, comment and link', async () => {
  const { at, card, tray, user } = await shares({
    title: 'Karte der Schäden',
    url: 'https://example.org/k',
    files: [photo],
  })
  await user.click(await screen.findByRole('radio', { name: 'Vorhandene Karte' }))
  await user.click(screen.getByRole('button', { name: 'Auf die Karte bringen' }))
  expect(await screen.findByText('Bitte wählen Sie, auf welche Karte es gehört.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Karte wählen' }))
  await user.click(await screen.findByRole('option', { name: /Ringstraße begehen/ }))
  await user.click(screen.getByRole('button', { name: 'Auf die Karte bringen' }))
  await waitFor(async () => expect(await tray.list()).toEqual([]))
  const view = at.workspace.records
  expect(commentsOf(view, card.id).map(({ text }) => text)).toEqual(['Karte der Schäden'])
  expect(linksOf(view, card.id).map(({ address }) => address)).toEqual(['https://example.org/k'])
  expect(attachmentsOf(view, card.id).map(({ name }) => name)).toEqual(['Schlagloch.jpg'])
})

test('what cannot be kept is said before a card is chosen; the rest comes', async () => {
  const { at, others, user } = await shares({ text: 'Zwei Anlagen', files: [new File([], 'leer.txt'), photo] })
  expect(await screen.findByText('„leer.txt“ ist leer und wurde nicht hinzugefügt.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Karte anlegen' }))
  await waitFor(() => expect(others()).toHaveLength(1))
  await waitFor(() => expect(attachmentsOf(at.workspace.records, others()[0]!.id)).toHaveLength(1))
})

test('on a full disk nothing is made and everything goes on waiting', async () => {
  const { at, others, tray, user } = await shares({ files: [photo] })
  at.workspace.blobs.keep = async () => ({ ok: false, refusal: { because: 'storageFull', detail: '' } })
  await user.click(await screen.findByRole('button', { name: 'Karte anlegen' }))
  expect(await screen.findByText(/^Für „Schlagloch.jpg“ ist auf diesem Gerät kein Platz mehr/)).toBeVisible()
  expect(others()).toEqual([])
  expect(await tray.list()).toHaveLength(1)
})

test('several lines can be a card each', async () => {
  const { others, tray, user } = await shares({ text: 'Poller prüfen\nRinne spülen' })
  await user.click(await screen.findByRole('button', { name: 'Eine Karte je Zeile' }))
  await user.click(await screen.findByRole('button', { name: '2 Karten anlegen' }))
  await waitFor(() => expect(others().map(({ title }) => title)).toEqual(['Poller prüfen', 'Rinne spülen']))
  expect(await tray.list()).toEqual([])
})

test('what is discarded can be taken back; what else waits is named', async () => {
  const { tray, user } = await shares({ text: 'Werbung' }, { text: 'Ampel blinkt' })
  await user.click(await screen.findByRole('button', { name: 'Verwerfen' }))
  await waitFor(async () => expect(await tray.list()).toHaveLength(1))
  const said = () => toasts.store.getState().shown
  await waitFor(() => expect(said().map(({ text }) => text)).toEqual(['Geteiltes wartet auf eine Karte', 'Verworfen']))
  said().at(-1)?.action?.run()
  await waitFor(async () => expect(await tray.list()).toHaveLength(2))
})

test('where nothing waits, it says so and names where it still lies', async () => {
  await shares()
  expect(await screen.findByText(/^Hier wartet nichts\./)).toBeVisible()
})
