import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { membersOf } from '../../../src/domain/people/members.ts'
import { setRoles } from '../../../src/domain/people/set-roles.ts'
import { team as teamRecord } from '../../../src/domain/people/team.ts'
import BinScreen from '../../../src/features/bin/bin-screen.tsx'
import { PersonAvatars } from '../../../src/parts/person-avatars.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import { PeoplePage } from '../../support/people-page.tsx'
import { madeBy, showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const rolesOf = (at: TeamAtWork, person: string) =>
  membersOf(at.workspace.records, at.team).find(member => member.person === person)?.roles

test('roles are switches; the last one cannot be switched off by accident', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  await showScreen(at, <PeoplePage />)
  const ben = within(screen.getByRole('group', { name: 'Rollen von Ben Sander' }))
  await userEvent.click(ben.getByRole('button', { name: 'Scrum Master' }))
  expect(rolesOf(at, at.ben)).toEqual(['scrumMaster', 'developer'])
  await userEvent.click(ben.getByRole('button', { name: 'Entwicklung' }))
  await userEvent.click(ben.getByRole('button', { name: 'Scrum Master' }))
  expect(rolesOf(at, at.ben)).toEqual(['scrumMaster'])
  expect(toasts.store.getState().shown.at(-1)?.text).toContain('Eine Rolle braucht Ben Sander')
})

test('hints about roles are calm and can be silenced for the team', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  await showScreen(at, <PeoplePage />)
  expect(screen.getByText('Noch niemand hat die Rolle Product Owner.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Nicht mehr hinweisen' }))
  expect(screen.queryByText('Noch niemand hat die Rolle Product Owner.')).toBeNull()
  expect(at.workspace.records.get(teamRecord, at.team)?.rolesUnchecked).toBe(true)
})

test('one name per line is added; a prefix is saved when its field is left, and a wrong one says what fits', async () => {
  const at = await teamAtWork()
  await showScreen(at, <PeoplePage />)
  const field = screen.getByLabelText('Person hinzufügen, eine je Zeile')
  await userEvent.click(field)
  await userEvent.paste('Cem Yıldız\nDörte von der Heide')
  expect(await screen.findByText('Dörte von der Heide')).toBeVisible()
  expect(membersOf(at.workspace.records, at.team)).toHaveLength(4)
  const prefix = screen.getByLabelText('Kürzel der Karten')
  await userEvent.clear(prefix)
  await userEvent.type(prefix, 'bau{Tab}')
  expect(at.workspace.records.get(teamRecord, at.team)?.prefix).toBe('BAU')
  await userEvent.clear(prefix)
  await userEvent.type(prefix, 'b1{Enter}')
  expect(at.workspace.records.get(teamRecord, at.team)?.prefix).toBe('BAU')
  expect(prefix).toHaveAccessibleDescription(/zwei bis sechs Großbuchstaben/)
  expect(prefix).toHaveValue('b1')
})

test('a name that was refused stays in the line; who is in the team already is passed over', async () => {
  const at = await teamAtWork()
  await showScreen(at, <PeoplePage />)
  const field = screen.getByLabelText('Person hinzufügen, eine je Zeile')
  await userEvent.click(field)
  await userEvent.paste('Ben Sander\nCem Yıldız')
  await waitFor(() => expect(membersOf(at.workspace.records, at.team)).toHaveLength(3))
  expect(field).toHaveValue('')
  await userEvent.type(field, `${'x'.repeat(121)}{Enter}`)
  expect(field).toHaveValue('x'.repeat(121))
  expect(toasts.store.getState().shown.at(-1)?.text).toContain('Der Text ist zu lang')
})

test('who is deleted leaves the team and stays named on the card; one click brings them back', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Vordruck', place: at.columns[0]!, people: [at.ben] })
  await showScreen(
    at,
    <>
      <PeoplePage />
      <PersonAvatars ids={card.people} />
    </>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Ben Sander: Menü' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Person löschen' }))
  await waitFor(() => expect(membersOf(at.workspace.records, at.team)).toHaveLength(1))
  expect(screen.queryByRole('group', { name: 'Rollen von Ben Sander' })).toBeNull()
  expect(screen.getByRole('img', { name: 'Ben Sander' })).toBeVisible()
  expect(toasts.store.getState().shown.at(-1)?.text).toBe('Ben Sander gelöscht; auf den Karten bleibt der Name')
  await act(async () => toasts.store.getState().shown.at(-1)?.action?.run())
  expect(await screen.findByRole('group', { name: 'Rollen von Ben Sander' })).toBeVisible()
  expect(rolesOf(at, at.ben)).toEqual(['developer'])
})

test('nobody deletes themselves', async () => {
  await showScreen(await teamAtWork(), <PeoplePage />)
  await userEvent.click(screen.getByRole('button', { name: 'Anna Öztürk: Menü' }))
  expect(await screen.findByRole('menuitem', { name: 'Aus dem Team nehmen' })).toBeVisible()
  expect(screen.queryByRole('menuitem', { name: 'Person löschen' })).toBeNull()
})

test('who is in another team or in none stands below and is taken in with one click', async () => {
  const at = await teamAtWork()
  await at.workspace.run(setRoles, { team: at.team, person: at.ben, roles: [] })
  await showScreen(at, <PeoplePage />)
  expect(screen.getByText('in keinem Team')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Ben Sander ins Team nehmen' }))
  expect(rolesOf(at, at.ben)).toEqual(['developer'])
  expect(screen.queryByText('in keinem Team')).toBeNull()
})

test('a team goes into the bin and comes back from there; the last one stays', async () => {
  const at = await teamAtWork()
  const { unmount } = await showScreen(at, <PeoplePage />)
  const button = () => screen.getByRole('button', { name: 'Team löschen' })
  expect(button()).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByText(/^Das letzte Team geht nur mit dem ganzen Arbeitsbereich/)).toBeVisible()
  unmount()

  const bauamt = { name: 'Bauamt', method: 'kanban', columns: [{ name: 'Bereit', category: 'open' }] } as const
  const founded = await at.workspace.run(foundTeam, bauamt)
  const other = founded.ok ? madeBy(founded.value, teamRecord.type) : ''
  const { location } = await showScreen({ ...at, team: other }, <PeoplePage />)
  await userEvent.click(button())
  await waitFor(() => expect(location.history.at(-1)).toBe(`/t/${at.team}/board`))
  expect(at.workspace.records.get(teamRecord, other)?.deleted).not.toBeNull()

  await showScreen(at, <BinScreen />)
  await userEvent.click(screen.getByRole('button', { name: '„Bauamt“ zurückholen' }))
  expect(at.workspace.records.get(teamRecord, other)?.deleted).toBeNull()
})
