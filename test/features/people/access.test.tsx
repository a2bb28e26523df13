import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { MemberRole, Sync, SyncView } from '../../../src/workspace/sync-port.ts'
import { nobodyElse } from '../../support/memory-device.ts'
import { PeoplePage } from '../../support/people-page.tsx'
import { syncViewOf } from '../../support/sync-view.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

/** Anna gives Ben access to the Bürgerservice; `own` is what she may do there herself. */
const openDialog = async (own: MemberRole, setAccess: Sync['setAccess']) => {
  const at = await teamAtWork()
  const device = { id: '1a'.repeat(32), isThis: true, isLinked: false, lastContact: undefined, behind: undefined }
  const view = createStore<SyncView | undefined>(() =>
    syncViewOf([
      { person: at.workspace.actor, role: 'admin', access: { [at.home]: own }, devices: [device] },
      { person: at.ben, role: 'writer', access: {}, devices: [{ ...device, id: '2b'.repeat(32), isThis: false }] },
    ]),
  )
  await showScreen(at, <PeoplePage sync={{ ...nobodyElse(), view, setAccess }} />)
  await screen.findByRole('heading', { name: 'Geräte und Zugang' })
  const [menu] = await screen.findAllByRole('button', { name: 'Ben Sander: Menü' })
  await userEvent.click(screen.getAllByRole('button', { name: 'Ben Sander: Menü' }).at(-1) ?? menu!)
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Zugang zu Teams …' }))
  const dialog = within(await screen.findByRole('dialog'))
  return { at, team: await dialog.findByRole('combobox', { name: /Bürgerservice/ }), dialog }
}

test('what is chosen is said in the log, team by team', async () => {
  const asked: unknown[] = []
  const { at, team } = await openDialog('admin', async (...given) => {
    asked.push(given)
    return { ok: true, value: 'set' }
  })
  expect(team).toHaveDisplayValue('kein Zugang')
  await userEvent.selectOptions(team, 'liest')
  expect(asked).toEqual([[at.ben, at.home, 'reader']])
  expect(team).toHaveDisplayValue('liest')
})

test('what is refused is said, and the field says what holds', async () => {
  const { team, dialog } = await openDialog('admin', async () => ({ ok: false, refusal: { because: 'notSaved' } }))
  await userEvent.selectOptions(team, 'verwaltet')
  expect(await dialog.findByText(/ließ sich gerade nicht sichern/)).toBeVisible()
  expect(team).toHaveDisplayValue('kein Zugang')
})

test('of a team that others administer she sees what holds and changes nothing', async () => {
  const { team, dialog } = await openDialog('writer', async () => ({ ok: true, value: 'set' }))
  expect(team).toBeDisabled()
  expect(dialog.getByText('Das entscheidet, wer dieses Team verwaltet.')).toBeVisible()
})
