import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Recovery, RecoveryState } from '../../../src/workspace/recovery-port.ts'
import type { DeviceView, MemberRole, Sync, SyncView } from '../../../src/workspace/sync-port.ts'
import { nobodyElse } from '../../support/memory-device.ts'
import { PeoplePage } from '../../support/people-page.tsx'
import { syncViewOf } from '../../support/sync-view.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

const deviceOf = (id: string, isThis: boolean): DeviceView => ({
  id: id.repeat(32),
  isThis,
  isLinked: false,
  lastContact: undefined,
  behind: undefined,
})

type Roles = Readonly<{ anna: MemberRole; ben: MemberRole }>

/** Anna's laptop and Ben's phone. The sheet's part is played by what a browser with the root's key would answer. */
const atAnnas = async (
  { anna, ben }: Roles,
  changes: Readonly<{ state?: Partial<RecoveryState>; sync?: Partial<Sync> }> = {},
) => {
  const at = await teamAtWork()
  const members = [
    { person: at.workspace.actor, role: anna, access: {}, devices: [deviceOf('1a', true)] },
    { person: at.ben, role: ben, access: {}, devices: [deviceOf('2b', false)] },
  ]
  const view = createStore<SyncView | undefined>(() => syncViewOf(members))
  let state: RecoveryState = { holdsRoot: true, madeAt: undefined, isPutAway: false, ...changes.state }
  const asked: string[] = []
  const recovery: Recovery = {
    state: async () => state,
    makeSheet: async passphrase => {
      asked.push(passphrase)
      return { ok: true, value: Array.from({ length: 25 }, () => '7K3QX').join('-') }
    },
    noteMade: async now => {
      state = { ...state, madeAt: now }
    },
    putOfferAway: async () => {
      state = { ...state, isPutAway: true }
    },
  }
  await showScreen(at, <PeoplePage sync={{ ...nobodyElse(), view, ...changes.sync }} recovery={recovery} />)
  await screen.findByRole('heading', { name: 'Wenn Geräte verloren gehen' })
  return { at, asked }
}

const offer = () => screen.queryByText(/^Jetzt arbeiten hier mehrere Personen/)

test('with the second person a sheet is offered; put away, it is offered no more and can be made all the same', async () => {
  await atAnnas({ anna: 'admin', ben: 'writer' })
  expect(offer()).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Schließen' }))
  await waitFor(() => expect(offer()).toBeNull())
  expect(screen.getByRole('button', { name: 'Wiederherstellungsblatt erstellen' })).toBeVisible()
})

test('who is to administer, too, is one click away', async () => {
  const made: string[] = []
  const makeAdmin: Sync['makeAdmin'] = async person => {
    made.push(person)
    return { ok: true, value: 'admin' }
  }
  const { at } = await atAnnas({ anna: 'admin', ben: 'writer' }, { sync: { makeAdmin } })
  await userEvent.click(screen.getByRole('button', { name: 'Ben Sander verwalten lassen' }))
  expect(made).toEqual([at.ben])
})

test.each<readonly [string, Roles, Partial<RecoveryState>]>([
  ['the key lies on another device', { anna: 'admin', ben: 'writer' }, { holdsRoot: false }],
  ['a sheet was made', { anna: 'admin', ben: 'writer' }, { madeAt: Date.now() }],
  ['somebody else administers', { anna: 'writer', ben: 'admin' }, { holdsRoot: false }],
])('nothing is offered where %s', async (_, roles, state) => {
  await atAnnas(roles, { state })
  expect(screen.queryByRole('button', { name: 'Blatt erstellen' })).toBeNull()
})

test('where somebody else administers it is said how the sheet is used, and what helps without one', async () => {
  await atAnnas({ anna: 'writer', ben: 'admin' }, { state: { holdsRoot: false } })
  expect(screen.getByText(/auf dem dieser Arbeitsbereich gegründet/)).toBeVisible()
  expect(screen.getByText(/oben im Menü der Person „Mit Blatt zurückholen“/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Nachfolge gründen' })).toHaveAttribute('href', '#/successor')
})

test('a short passphrase is said; a long one makes the sheet, which counts as made when it was handed out', async () => {
  const { asked } = await atAnnas({ anna: 'admin', ben: 'writer' })
  await userEvent.click(screen.getByRole('button', { name: 'Wiederherstellungsblatt erstellen' }))
  const dialog = within(await screen.findByRole('dialog'))
  const field = dialog.getByLabelText(/^Passphrase für das Blatt/)
  await userEvent.type(field, 'kurz')
  await userEvent.click(dialog.getByRole('button', { name: 'Blatt erstellen' }))
  expect(field).toBeInvalid()
  expect(asked).toEqual([])
  await userEvent.type(field, 'er Nebel im Hafen')
  await userEvent.click(dialog.getByRole('button', { name: 'Blatt erstellen' }))
  expect(await screen.findByRole('heading', { name: 'Das Blatt ist fertig' })).toBeVisible()
  expect(asked).toEqual(['kurzer Nebel im Hafen'])
  expect(screen.queryByText(/^Zuletzt erstellt/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Drucken' }))
  expect(await screen.findByText(/^Zuletzt erstellt/)).toBeVisible()
})

test('a member’s new device is brought back by the sheet from the member’s own menu', async () => {
  const { at } = await atAnnas({ anna: 'writer', ben: 'admin' }, { state: { holdsRoot: false }, sync: {} })
  expect(at.ben).not.toBe('')
  const region = within(screen.getByRole('region', { name: 'Geräte und Zugang' }))
  await userEvent.click(region.getByRole('button', { name: 'Ben Sander: Menü' }))
  expect(screen.queryByRole('menuitem', { name: 'Verwalten lassen' })).toBeNull()
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Mit Blatt zurückholen' }))
  expect(await screen.findByRole('dialog', { name: 'Ben Sander mit dem Blatt zurückholen' })).toBeVisible()
})
