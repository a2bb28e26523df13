import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { isPresenceOff } from '../../../src/domain/presence/presence-rule.ts'
import type { Invite, InvitingView, Sync, SyncView } from '../../../src/workspace/sync-port.ts'
import { nobodyElse } from '../../support/memory-device.ts'
import { PeoplePage } from '../../support/people-page.tsx'
import { syncViewOf } from '../../support/sync-view.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const [laptop, phone] = ['1a'.repeat(32), '2b'.repeat(32)]

/** Anna's laptop, and Ben's phone, which was last seen yesterday with two changes missing. */
const viewOf = ({ workspace, ben }: TeamAtWork, inviting?: InvitingView): SyncView =>
  syncViewOf(
    [
      {
        person: workspace.actor,
        role: 'admin',
        access: {},
        devices: [{ id: laptop, isThis: true, isLinked: false, lastContact: undefined, behind: undefined }],
      },
      {
        person: ben,
        role: 'writer',
        access: {},
        devices: [{ id: phone, isThis: false, isLinked: true, lastContact: '2026-11-20', behind: 2 }],
      },
    ],
    { inviting },
  )

const openWith = async (sync: (at: TeamAtWork) => Partial<Sync>, inviting?: InvitingView) => {
  const at = await teamAtWork()
  const view = createStore<SyncView | undefined>(() => viewOf(at, inviting))
  await showScreen(at, <PeoplePage sync={{ ...nobodyElse(), view, ...sync(at) }} />)
  await screen.findByRole('heading', { name: 'Geräte und Zugang' })
  return { at, view }
}

test('each device says whose it is and how far it has come', async () => {
  await openWith(() => ({}))
  const own = within(await screen.findByText('dieses Gerät').then(text => text.closest('li') as HTMLElement))
  expect(own.getByRole('button', { name: /^Name des Geräts/ })).toBeVisible()
  expect(screen.getByText('verbunden · 2 Änderungen noch nicht angekommen')).toBeVisible()
  expect(screen.getByText('Gerät 2B2B')).toBeVisible()
})

test('whether it is shown who is here right now is one choice for everybody, and can be taken back', async () => {
  const { at } = await openWith(() => ({}))
  const choice = () => screen.getByRole('checkbox', { name: 'Zeigen, wer gerade auf dasselbe Board schaut' })
  expect(choice()).toBeChecked()
  await userEvent.click(choice())
  await waitFor(() => expect(choice()).not.toBeChecked())
  expect(isPresenceOff(at.workspace.records)).toBe(true)
  await act(async () => void (await at.workspace.undo()))
  await waitFor(() => expect(choice()).toBeChecked())
})

test('whose access would leave nobody to administer stays, and it is said why', async () => {
  await openWith(() => ({
    removeDevices: async () => ({ ok: false, refusal: { because: 'nobodyWouldBeAdmin' } }),
  }))
  await userEvent.click(screen.getByRole('button', { name: 'Gerät 2B2B: Menü' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Gerät entfernen' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/Was dort schon liegt, lässt sich nicht zurückholen/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Gerät entfernen' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('another device of one’s own needs no question about access', async () => {
  const asked: Invite[] = []
  const { at } = await openWith(() => ({ invite: async wanted => void asked.push(wanted) }))
  await userEvent.click(screen.getByRole('button', { name: 'Weiteres Gerät verbinden' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Weiteres Gerät verbinden' }))
  expect(dialog.queryByRole('radio')).toBeNull()
  await userEvent.click(dialog.getByRole('button', { name: 'Einladung erstellen' }))
  expect(asked).toEqual([{ person: at.workspace.actor, access: undefined }])
})

test('six digits are compared, and what is said about them is what counts', async () => {
  const said: boolean[] = []
  const at = await teamAtWork()
  const inviting = { step: 'compare', person: at.ben, digits: '123456', label: 'Diensthandy' } as const
  const view = createStore<SyncView | undefined>(() => viewOf(at, inviting))
  const decide = async (isRight: boolean) => void said.push(isRight)
  await showScreen(at, <PeoplePage sync={{ ...nobodyElse(), view, decide }} />)
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('123 456')).toBeVisible()
  expect(dialog.getByText(/^„Diensthandy“ möchte beitreten/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Nein, andere' }))
  expect(said).toEqual([false])
})

test('a reply that is none stays in its field, and it is said what is wrong with it', async () => {
  const at = await teamAtWork()
  const inviting = { step: 'open', person: at.ben, code: 'abc', ends: Date.now() + 540_000 } as const
  const view = createStore<SyncView | undefined>(() => viewOf(at, inviting))
  const takeReply: Sync['takeReply'] = async () => ({ ok: false, refusal: { because: 'codeIsDamaged' } })
  await showScreen(at, <PeoplePage sync={{ ...nobodyElse(), view, takeReply }} />)
  const field = await screen.findByRole('textbox', { name: 'Antwort des anderen Geräts' })
  await userEvent.type(field, 'halb')
  await userEvent.click(screen.getByRole('button', { name: 'Verbinden' }))
  expect(await screen.findByText(/kein vollständiger Code/)).toBeVisible()
  expect(field).toHaveValue('halb')
})
