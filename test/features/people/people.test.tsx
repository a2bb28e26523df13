import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { membersOf } from '../../../src/domain/people/members.ts'
import { team as teamRecord } from '../../../src/domain/people/team.ts'
import PeopleScreen from '../../../src/features/people/people-screen.tsx'
import { toasts } from '../../../src/ui/toasts.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const rolesOf = (at: TeamAtWork, person: string) =>
  membersOf(at.workspace.records, at.team).find(member => member.person === person)?.roles

test('roles are switches; the last one cannot be switched off by accident', async () => {
  const at = await teamAtWork({ method: 'scrum' })
  await showScreen(at, <PeopleScreen />)
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
  await showScreen(at, <PeopleScreen />)
  expect(screen.getByText('Noch niemand hat die Rolle Product Owner.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Nicht mehr hinweisen' }))
  expect(screen.queryByText('Noch niemand hat die Rolle Product Owner.')).toBeNull()
  expect(at.workspace.records.get(teamRecord, at.team)?.rolesUnchecked).toBe(true)
})

test('one name per line is added; a prefix is saved when its field is left, and a wrong one says what fits', async () => {
  const at = await teamAtWork()
  await showScreen(at, <PeopleScreen />)
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
