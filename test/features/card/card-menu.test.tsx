import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { addLink } from '../../../src/domain/attachments/edit-link.ts'
import { linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { team as teamRecord } from '../../../src/domain/people/team.ts'
import { addChecks } from '../../../src/domain/work/add-checks.ts'
import { check, checksKey, criteria } from '../../../src/domain/work/check.ts'
import { splitsOf } from '../../../src/domain/work/split-item.ts'
import CardOverlay from '../../../src/features/card/card-overlay.tsx'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import { toasts } from '../../../src/ui/toasts.ts'
import { madeBy, showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

beforeEach(() => toasts.clear())
const said = () => toasts.store.getState().shown.map(({ text }) => text)

const openMenu = async (at: TeamAtWork, key: string, entry: string) => {
  const user = userEvent.setup()
  await showScreen(
    at,
    <AddressPartsContext value={{ key }}>
      <CardOverlay />
    </AddressPartsContext>,
    `/t/${at.team}/board/c/${key}`,
  )
  await user.click(screen.getByRole('button', { name: 'Mehr zu dieser Karte' }))
  await user.click(await screen.findByRole('menuitem', { name: entry }))
  const dialog = await screen.findByRole('button', { name: /^(Karte aufteilen|Karte übergeben|Text kopieren)$/ })
  return { user, dialog: within(dialog.closest('dialog')!) }
}

const foundPool = async (at: TeamAtWork): Promise<string> => {
  const columns = [{ name: 'Bereit', category: 'open' }] as const
  const founding = { name: 'Poststelle', method: 'kanban', founderName: 'Anna Öztürk', people: [], columns } as const
  const founded = await at.workspace.run(foundTeam, founding)
  return founded.ok ? madeBy(founded.value, teamRecord.type) : ''
}

test('Anna splits a card that grew: one criterion goes over, both are estimated anew', async () => {
  const at = await teamAtWork()
  const { records } = at.workspace
  const card = await at.card({ title: 'Antrag', place: at.columns[0]!, estimate: 8 })
  await at.workspace.run(addChecks, { item: card.id, list: criteria, text: 'lesbar\ndruckbar' })
  const { user, dialog } = await openMenu(at, card.key, 'Aufteilen')
  await user.click(dialog.getByRole('button', { name: 'Karte aufteilen' }))
  expect(dialog.getByText('Ein Titel genügt, aber ohne geht es nicht.')).toBeVisible()
  await user.type(dialog.getByRole('textbox', { name: 'Titel der neuen Karte' }), 'Druck')
  await user.click(dialog.getByRole('checkbox', { name: 'druckbar' }))
  await user.clear(dialog.getByRole('textbox', { name: 'Schätzung dieser Karte' }))
  await user.type(dialog.getByRole('textbox', { name: 'Schätzung dieser Karte' }), '5')
  await user.type(dialog.getByRole('textbox', { name: 'Schätzung der neuen Karte' }), '3')
  await user.click(dialog.getByRole('button', { name: 'Karte aufteilen' }))
  await waitFor(() => expect(said()).toEqual(['„Druck“ abgeteilt']))
  const [part] = splitsOf(records, card.id)
  expect([part?.title, part?.estimate, at.item(card.id).estimate]).toEqual(['Druck', 3, 5])
  const titles = (id: string) =>
    records.ids(check, 'list', checksKey(id, criteria)).map(each => records.get(check, each)?.title)
  expect([titles(card.id), titles(part?.id ?? '')]).toEqual([['lesbar'], ['druckbar']])
})

test('a card goes to another team with its links; at its old address stands where it went; one undo brings it back', async () => {
  const at = await teamAtWork()
  const pool = await foundPool(at)
  const card = await at.card({ title: 'Irrläufer', place: at.columns[0]! })
  await at.workspace.run(addLink, { item: card.id, address: 'Az. 17' })
  const { user, dialog } = await openMenu(at, card.key, 'In anderes Team')
  expect(dialog.getByText(/^Sprint, Epic, Hindernisse .* ziehen nicht mit um\.$/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Karte übergeben' }))
  expect(await screen.findByText('Umgezogen nach Poststelle.')).toBeVisible()
  const there = screen.getByRole('link', { name: 'Dort öffnen' })
  expect(there).toHaveAttribute('href', `#/t/${pool}/c/${card.key}`)
  const moved = at.item(card.id).movedTo?.[1] ?? ''
  expect(linksOf(at.workspace.records, moved).map(({ address }) => address)).toEqual(['Az. 17'])
  expect(said()).toEqual(['„Irrläufer“ an Poststelle übergeben'])
  toasts.store.getState().shown[0]?.action?.run()
  await waitFor(() => expect(screen.queryByText('Umgezogen nach Poststelle.')).toBeNull())
  expect(at.item(card.id).movedTo).toBeNull()
})

test('a story with parts stays, and the reason is said before anything is pressed', async () => {
  const at = await teamAtWork()
  await foundPool(at)
  const story = await at.card({ title: 'Vorhaben', kind: 'story', place: at.columns[0]! })
  await at.card({ title: 'Teil', kind: 'task', parent: story.id, place: at.columns[0]! })
  const { dialog } = await openMenu(at, story.key, 'In anderes Team')
  expect(dialog.getByText('Die Karte hat 1 Teil. Erst die Teile lösen, dann umziehen.')).toBeVisible()
  expect(dialog.getByRole('button', { name: 'Karte übergeben' })).toHaveAttribute('aria-disabled', 'true')
})

test('a card is copied as the text of a mail', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Bescheid', place: at.columns[0]!, description: 'Bis **Mai**.' })
  const { user, dialog } = await openMenu(at, card.key, 'Als E-Mail-Text')
  const text = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value
  expect(text).toContain(`${card.key} Bescheid (Aufgabe)`)
  expect(text).toContain('Spalte: Bereit')
  await user.click(dialog.getByRole('button', { name: 'Text kopieren' }))
  await waitFor(() => expect(said()).toEqual(['Text kopiert']))
  expect(await navigator.clipboard.readText()).toBe(text)
})
